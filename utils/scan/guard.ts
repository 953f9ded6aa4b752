import type { PostReading } from '../sites/post-reading';
import { Freshness } from './freshness';
import type { PageIndex, Place } from './page-index';

/** Holds back posts of which the page shows the elements of one and the address of another (freshness.ts). */
export class Guard {
  readonly #freshness = new Freshness();
  #held: ReadonlySet<Place> = new Set();
  /** Counts every change of what is held back. */
  revision = 0;

  constructor(readonly index: PageIndex) {}

  get isHolding(): boolean {
    return this.#held.size > 0;
  }

  holds(place: Place): boolean {
    return this.#held.has(place);
  }

  /** Takes note of what a page showed under the address that it was loaded from. */
  prime(found: readonly PostReading[], loadedFrom: URL): void {
    this.#freshness.sift(found, addressOf(loadedFrom), performance.now());
  }

  sift(url: URL): void {
    if (this.index.guarded.size === 0 && this.#held.size === 0) {
      // Whether the address has moved on counts from the first page, whatever that showed.
      this.#freshness.sift([], addressOf(url), performance.now());
      return;
    }
    const leading = [...this.index.leading()];
    const readings = leading.flatMap(({ reading }) => reading ?? []);
    const { found } = this.#freshness.sift(readings, addressOf(url), performance.now());
    const fresh = new Set<unknown>(found);
    const held = new Set(leading.filter(({ reading }) => !fresh.has(reading)));
    if (held.symmetricDifference(this.#held).size > 0) this.revision++;
    this.#held = held;
  }
}

/** Without its fragment, which names a place in the page. */
function addressOf({ origin, pathname, search }: URL): string {
  return origin + pathname + search;
}
