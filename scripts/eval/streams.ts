import { LEVELS, type Level, type Marks, perLevel } from './marks.ts';
import type { StreamTargets } from './set-spec.ts';
import { atMost, type Share, share, type Verdict } from './statistics.ts';

export interface Judged extends Share {
  target: number | null;
  verdict: Verdict | null;
}

export interface CategoryShare extends Judged {
  category: string;
}

export interface StreamResult {
  set: string;
  level: Level;
  /** Rows with a hit in any category. */
  all: Judged;
  /** Every category with a hit, most hits first. */
  categories: CategoryShare[];
}

/** Counts what is found in ordinary texts, where every finding counts as false. */
export class StreamTally {
  readonly #set: string;
  readonly #targets: StreamTargets;
  #rows = 0;
  readonly #any = perLevel(() => 0);
  readonly #byCategory = perLevel(() => new Map<string, number>());

  constructor(set: string, targets: StreamTargets) {
    this.#set = set;
    this.#targets = targets;
  }

  add(marks: Marks): void {
    this.#rows++;
    for (const level of LEVELS) {
      if (marks[level].size > 0) this.#any[level]++;
      for (const category of marks[level])
        this.#byCategory[level].set(category, (this.#byCategory[level].get(category) ?? 0) + 1);
    }
  }

  results(): StreamResult[] {
    return LEVELS.map((level) => {
      const targets = level === 'likely' ? this.#targets : {};
      const categories = [...this.#byCategory[level]]
        .sort(([a, hits], [b, others]) => others - hits || a.localeCompare(b))
        .map(([category, hits]) => ({ category, ...judged(share(hits, this.#rows), targets.one) }));
      return {
        set: this.#set,
        level,
        all: judged(share(this.#any[level], this.#rows), targets.all),
        categories,
      };
    });
  }
}

function judged(measured: Share, target: number | undefined): Judged {
  return {
    ...measured,
    target: target ?? null,
    verdict: target === undefined ? null : atMost(measured, target),
  };
}
