/** Shorter work shows no progress. */
const QUIET_MS = 1_000;

/**
 * Does one thing after another, in the order asked: a change that is taken back right after it was made is written
 * before.
 */
export class WorkLine {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onBusy told when the line has worked for a second without a pause, and when it rests again */
  constructor(readonly onBusy: (busy: boolean) => void) {}

  /** Settles as the work does; what fails holds up nothing behind it. */
  run<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting++;
    this.#timer ??= setTimeout(() => this.onBusy(true), QUIET_MS);
    const result = this.#last.then(work).finally(() => this.#done());
    this.#last = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  #done(): void {
    this.#waiting--;
    if (this.#waiting > 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.onBusy(false);
  }
}
