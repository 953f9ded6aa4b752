import { pause } from '../pause';

/** Chromium refuses more pictures of a window than this in a second (`MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND`). */
export const CAPTURES_A_SECOND = 2;
/** A second, and what timers of two processes may differ. */
const WINDOW_MS = 1_050;

/** Spaces pictures of the window, trials included, so that a quick reader's third report in a second keeps its own. */
export class CapturePace {
  /** When the last ones were or will be allowed, in epoch milliseconds, oldest first. */
  #turns: number[] = [];

  /** Whether the next picture can be taken at once. */
  get isFree(): boolean {
    return this.#next() <= Date.now();
  }

  /** Resolves when the next picture may be taken; asked for again, in the order of asking. */
  async turn(): Promise<void> {
    const at = Math.max(Date.now(), this.#next());
    this.#turns = [...this.#turns, at].slice(-CAPTURES_A_SECOND);
    const wait = at - Date.now();
    if (wait > 0) await pause(wait);
  }

  #next(): number {
    const [oldest] = this.#turns;
    return this.#turns.length < CAPTURES_A_SECOND || oldest === undefined ? 0 : oldest + WINDOW_MS;
  }
}
