/** Calls something at once, and then not again before a time has passed; what came meanwhile is one call at its end. */
export class Paced {
  #last = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param gap least time between two calls, in milliseconds, asked at every call */
  constructor(
    readonly run: () => void,
    readonly gap: () => number,
  ) {}

  call(): void {
    if (this.#timer !== undefined) return;
    const wait = this.#last + this.gap() - performance.now();
    if (wait <= 0) this.#runNow();
    else this.#timer = setTimeout(() => this.#runNow(), wait);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #runNow(): void {
    this.#timer = undefined;
    this.#last = performance.now();
    this.run();
  }
}
