import type { ReportDigest } from '../model/queue';

type Digests = readonly (ReportDigest | undefined)[];

/** Slots of all reports by filing time, kept in order while reports come and go. */
export class NewestFirst {
  #order = new Uint32Array(0);
  readonly #added = new Set<number>();
  readonly #gone = new Set<number>();

  add(slot: number): void {
    this.#added.add(slot);
  }

  /** The slot may be given to another report at once. */
  remove(slot: number): void {
    if (!this.#added.delete(slot)) this.#gone.add(slot);
  }

  /** Not to be written to. */
  slots(digests: Digests): Uint32Array {
    if (this.#gone.size > 0) this.#order = this.#order.filter((slot) => !this.#gone.has(slot));
    this.#gone.clear();
    if (this.#added.size > 0) {
      const compare = (a: number, b: number) => compareNewestFirst(digests[a]!, digests[b]!);
      this.#order = merge(this.#order, Uint32Array.from(this.#added).sort(compare), compare);
    }
    this.#added.clear();
    return this.#order;
  }
}

/** As the store pages: the latest first, of the same moment the greater id. */
function compareNewestFirst(a: ReportDigest, b: ReportDigest): number {
  return b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);
}

function merge(
  left: Uint32Array,
  right: Uint32Array,
  compare: (a: number, b: number) => number,
): Uint32Array<ArrayBuffer> {
  const merged = new Uint32Array(left.length + right.length);
  let [l, r] = [0, 0];
  for (let i = 0; i < merged.length; i++) {
    const fromLeft = r >= right.length || (l < left.length && compare(left[l]!, right[r]!) < 0);
    merged[i] = fromLeft ? left[l++]! : right[r++]!;
  }
  return merged;
}
