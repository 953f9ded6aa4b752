import type { Pacer } from './pace';

/** Files that are read at the same time. */
export const AT_ONCE = 2;
/** Longer than this nobody waits for a host's next minute, in milliseconds. */
export const PATIENCE = 120_000;
/** Of all hosts together; more than anybody scrolls past in that time. */
export const MOST_WAITING = 300;

/** A file that waits for its turn. */
export interface Turn {
  readonly host: string;
  /** The reader has asked for it: it goes before those that merely are in sight. */
  isUrgent: boolean;
  /** Never rejects; `refused` is what the host did. */
  take(): Promise<'answered' | 'refused' | 'unknown'>;
  /** Its turn will not come. */
  pass(): void;
}

export interface Clock {
  now(): number;
  /** Calls back once, after so many milliseconds. */
  after(ms: number, then: () => void): () => void;
}

/** Gives turns: a few at a time, those of one host at its pace. */
export class MediaQueue {
  #waiting: { turn: Turn; since: number }[] = [];
  #running = 0;
  #cancelTimer: (() => void) | undefined;

  /** @param remember keeps what the pacer knows before a turn is taken; never rejects */
  constructor(
    readonly pacer: Pacer,
    readonly clock: Clock,
    readonly remember: () => Promise<void>,
  ) {}

  add(turn: Turn): void {
    if (this.#waiting.length < MOST_WAITING) {
      this.#waiting.push({ turn, since: this.clock.now() });
      this.#next();
    } else turn.pass();
  }

  remove(turn: Turn): void {
    this.#waiting = this.#waiting.filter((each) => each.turn !== turn);
  }

  #next(): void {
    this.#cancelTimer?.();
    this.#passHopeless();
    while (this.#running < AT_ONCE) {
      const turn = this.#firstReady();
      if (!turn) break;
      this.remove(turn);
      void this.#take(turn);
    }
    this.#lookAgain();
  }

  #passHopeless(): void {
    const now = this.clock.now();
    const isHopeless = ({ turn, since }: { turn: Turn; since: number }) =>
      this.pacer.isPaused(turn.host, now) || now - since >= PATIENCE;
    const hopeless = this.#waiting.filter(isHopeless);
    this.#waiting = this.#waiting.filter((each) => !hopeless.includes(each));
    for (const { turn } of hopeless) turn.pass();
  }

  #firstReady(): Turn | undefined {
    const now = this.clock.now();
    const ready = this.#waiting.filter(({ turn }) => this.pacer.wait(turn.host, now) === 0);
    return (ready.find(({ turn }) => turn.isUrgent) ?? ready[0])?.turn;
  }

  async #take(turn: Turn): Promise<void> {
    this.#running++;
    this.pacer.begin(turn.host, this.clock.now());
    await this.remember();
    const outcome = await turn.take();
    this.#running--;
    if (outcome === 'answered') this.pacer.answered(turn.host);
    if (outcome === 'refused') this.pacer.refused(turn.host, this.clock.now());
    await this.remember();
    this.#next();
  }

  /** When a place is free but no host may be asked yet. */
  #lookAgain(): void {
    if (this.#waiting.length === 0 || this.#running === AT_ONCE) return;
    const now = this.clock.now();
    const waits = this.#waiting.map(({ turn, since }) =>
      Math.min(this.pacer.wait(turn.host, now), since + PATIENCE - now),
    );
    this.#cancelTimer = this.clock.after(Math.max(1, Math.min(...waits)), () => this.#next());
  }
}
