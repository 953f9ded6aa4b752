import { pause } from '../pause';

/** Longest stretch of work before the page gets its turn, in milliseconds. */
const SLICE_MS = 4;

/** Prioritised Task Scheduling; `yield` is missing in Firefox before 142. */
const { scheduler } = globalThis as {
  scheduler?: { yield?: () => Promise<void> };
};

/** Cuts a long loop into slices that leave the page responsive. */
export class Slices {
  #start = performance.now();

  /** @param onSlice told how long each slice took, in milliseconds */
  constructor(readonly onSlice: (ms: number) => void = () => {}) {}

  /** True when it is time to let the page have its turn. */
  get isOver(): boolean {
    return performance.now() - this.#start >= SLICE_MS;
  }

  /** Call between two units of work; waits only when the slice is used up. */
  async breathe(): Promise<void> {
    if (this.isOver) await this.pause();
  }

  /** Ends the slice in any case. */
  async pause(): Promise<void> {
    this.onSlice(performance.now() - this.#start);
    if (scheduler?.yield) await scheduler.yield();
    else await pause();
    this.#start = performance.now();
  }
}
