import type { Place } from './page-index';
import { RIPE_MS } from './ripeness';

/** Has posts that were read too early read again, each time after a while. */
export class Ripening {
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(readonly readAgain: (unripe: readonly Place[]) => void) {}

  await(unripe: readonly Place[]): void {
    if (unripe.length === 0) return;
    for (const after of RIPE_MS) {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        this.readAgain(unripe);
      }, after);
      this.#timers.add(timer);
    }
  }

  cancel(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
