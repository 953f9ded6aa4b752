import type { Place } from './page-index';

/** Data of a post come a moment after its elements; until then it is looked at again. */
export const RIPE_MS = [300, 2_200] as const;

/** Collects posts that were read before their words, or the data about them, had come. */
export class Ripeness {
  #unripe: Place[] = [];

  constructor(readonly hasData: boolean) {}

  /** Takes note of a place that was just read. */
  note(place: Place): void {
    if (place.isAwaited || !this.isUnripe(place)) return;
    place.isAwaited = true;
    this.#unripe.push(place);
  }

  /** Those noted since the last call. */
  take(): Place[] {
    const unripe = this.#unripe;
    this.#unripe = [];
    return unripe;
  }

  isUnripe({ reading }: Place): boolean {
    if (!reading?.showsAnything) return true;
    return this.hasData && Object.keys(reading.known).length === 0;
  }
}
