/** Mutations within this time are answered by one search of the whole page. */
const QUIET_MS = 200;
/** A page that never rests is still searched this often. */
const MAX_WAIT_MS = 1_000;

/** Puts searches of the whole page off until the page rests, but not for ever. */
export class SearchTimer {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;

  constructor(readonly search: () => void) {}

  soon(): void {
    const now = performance.now();
    if (this.#timer === undefined) this.#since = now;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(QUIET_MS, this.#since + MAX_WAIT_MS - now));
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.search();
    }, wait);
  }

  /** @returns whether a search was due */
  cancel(): boolean {
    const isDue = this.#timer !== undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return isDue;
  }
}
