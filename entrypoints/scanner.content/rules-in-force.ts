import type { RuleProgram } from '@/utils/rules/compile';
import { linkRules, type RuleSet, withMuted } from '@/utils/rules/match';
import { readPublishedRules, watchPublishedRules } from '@/utils/storage/published-rules';
import { mutedRules } from '@/utils/storage/settings';

export interface RulesHandlers {
  /** Other rules were published. */
  onReplaced: () => void;
  /** The reader muted a rule, or wants it again. */
  onMuted: (rules: RuleSet) => void;
}

/** The rules that pages are matched with: those that the background published, without those that the reader muted. */
export class RulesInForce {
  #linked: RuleSet | undefined;
  #muted: ReadonlySet<string> | undefined;
  #current: RuleSet | undefined;

  constructor(readonly handlers: RulesHandlers) {}

  /** `undefined` before rules that fit this version are published. */
  get current(): RuleSet | undefined {
    return this.#current;
  }

  async read(): Promise<void> {
    const [program, muted] = await Promise.all([readPublishedRules(), mutedRules.getValue()]);
    // What a watch brought meanwhile is newer.
    this.#linked ??= linked(program);
    this.#muted ??= new Set(muted);
    this.#join();
  }

  watch(): void {
    watchPublishedRules((program) => {
      this.#linked = linked(program);
      this.#join();
      this.handlers.onReplaced();
    });
    mutedRules.watch((muted) => {
      this.#muted = new Set(muted);
      this.#join();
      if (this.#current) this.handlers.onMuted(this.#current);
    });
  }

  #join(): void {
    this.#current = this.#linked && withMuted(this.#linked, this.#muted ?? new Set());
  }
}

/**
 * Just after an update the program of the version before is still there, whose tables do not fit: the background is
 * about to replace it, and the watch brings the new one.
 */
function linked(program: RuleProgram | undefined): RuleSet | undefined {
  try {
    return program && linkRules(program);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
