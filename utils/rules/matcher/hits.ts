import { span, spotAt, spotDelta } from './span';

/** Terms found in a text. */
export interface TermHits {
  readonly count: number;
  /** Start, end (half-open UTF-16 offsets in the text) and term id of each hit, by start, then end, then id. */
  readonly triples: Int32Array;
  /** Characters that were read, not skipped. */
  readonly read: number;
}

/** Numbers that are kept for the next text; one with more hits gets a longer array to itself. */
const KEPT = 3 << 12;

export class HitList implements TermHits {
  count = 0;
  read = 0;
  triples = new Int32Array(3 << 6);
  /** How many hits have offsets in the text already; the others have indexes of the span. */
  #placed = 0;

  clear(): void {
    this.count = 0;
    this.#placed = 0;
    if (this.triples.length > KEPT) this.triples = new Int32Array(KEPT);
  }

  add(start: number, end: number, id: number): void {
    const to = this.count * 3;
    if (to === this.triples.length) this.#grow();
    const { triples } = this;
    triples[to] = start;
    triples[to + 1] = end;
    triples[to + 2] = id;
    this.count++;
  }

  /** Turns the span's indexes in the latest hits into offsets in the text. */
  place(text: string): void {
    const { count, triples } = this;
    let spot = 0;
    for (let i = this.#placed * 3; i < count * 3; i += 3) {
      const start = triples[i]!;
      const last = triples[i + 1]! - 1;
      spot = spotOf(start, spot);
      triples[i] = start + spotDelta[spot]!;
      const lastAt = last + spotDelta[spotOf(last, spot)]!;
      triples[i + 1] = lastAt + (text.codePointAt(lastAt)! > 0xffff ? 2 : 1);
    }
    this.#placed = count;
  }

  #grow(): void {
    const longer = new Int32Array(this.triples.length * 2);
    longer.set(this.triples);
    this.triples = longer;
  }
}

function spotOf(index: number, from: number): number {
  let spot = from;
  while (spot + 1 < span.spots && spotAt[spot + 1]! <= index) spot++;
  return spot;
}
