/** A stretch of ours longer than this is felt. */
const FELT_MS = 8;
/** So many of them within the window slow the reading down. */
const FELT_OFTEN = 3;
const WINDOW_MS = 10_000;
/** Slowed down until the page has been light for so long. */
const CALM_MS = 30_000;

/**
 * Notices when reading takes longer than a page can bear. A slowed reading answers changes together, after a pause, in
 * slices, instead of at once.
 */
export class Pace {
  #felt: number[] = [];
  #slowedUntil = 0;

  /** Notes a stretch of work that kept the page waiting. */
  note(ms: number, now: number): void {
    if (ms <= FELT_MS) return;
    this.#felt = [...this.#felt.filter((at) => now - at < WINDOW_MS), now];
    if (this.#felt.length >= FELT_OFTEN) this.#slowedUntil = now + CALM_MS;
  }

  isSlowed(now: number): boolean {
    return now < this.#slowedUntil;
  }
}
