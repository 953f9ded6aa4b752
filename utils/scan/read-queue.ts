import { inViewFirst } from './in-view-first';
import type { Place } from './page-index';

/** Places that wait to be read, each once, in the order in which they came. */
export class ReadQueue {
  #places = new Set<Place>();
  #cursor = this.#places.values();

  get size(): number {
    return this.#places.size;
  }

  add(place: Place): void {
    this.#places.add(place);
  }

  addAll(places: Iterable<Place>): void {
    for (const place of places) this.#places.add(place);
  }

  delete(place: Place): void {
    this.#places.delete(place);
  }

  clear(): void {
    this.#places.clear();
  }

  sortByView(document: Document): void {
    this.#places = inViewFirst(this.#places, document);
    this.#cursor = this.#places.values();
  }

  /** Takes the next one out. One iterator serves all: beginning anew each time would pass over all that are done. */
  take(): Place | undefined {
    if (this.#places.size === 0) return undefined;
    // What was passed is out; what came again since stands at the end.
    const { value } = this.#cursor.next();
    if (value) this.#places.delete(value);
    return value;
  }
}
