import type { ReportDigest } from '../model/queue';

const UNKNOWN = 0;
const HIT = 1;
const MISS = 2;

/**
 * Which reports hold the words of the search. What was found out stays known while the words stay the same, so that
 * changing a filter searches nothing again; and when words are only continued, as in typing, what lacked their
 * beginning is not searched again.
 */
export class TextHits {
  #words: readonly string[] = [];
  #known = new Uint8Array(1024);

  /** @param words folded */
  use(words: readonly string[], slots: number): void {
    if (slots > this.#known.length) {
      const larger = new Uint8Array(Math.max(slots, this.#known.length * 2));
      larger.set(this.#known);
      this.#known = larger;
    }
    const before = this.#words;
    if (words.length === before.length && words.every((word, i) => word === before[i])) return;
    this.#words = words;
    const isNarrower = before.length > 0 && before.every((old) => words.some((word) => word.includes(old)));
    if (!isNarrower) this.#known.fill(UNKNOWN);
    else for (const [slot, known] of this.#known.entries()) if (known === HIT) this.forget(slot);
  }

  has(slot: number, { text }: ReportDigest): boolean {
    const known = this.#known[slot];
    if (known !== UNKNOWN) return known === HIT;
    const isHit = this.#words.every((word) => text.includes(word));
    this.#known[slot] = isHit ? HIT : MISS;
    return isHit;
  }

  /** The slot holds another report, or the report another text. */
  forget(slot: number): void {
    if (slot < this.#known.length) this.#known[slot] = UNKNOWN;
  }
}
