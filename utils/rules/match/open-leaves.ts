const FIRST_SIZE = 256;

/**
 * Which leaves have hits, where, and which ways they open. Reused from text to text without being cleared, so that
 * a text that opens nothing costs no object.
 */
export class OpenLeaves {
  /** Ways with an open first gate. */
  ways: number[] = [];
  /** Where the first and the last hit of each leaf starts. */
  readonly firsts: Uint32Array;
  readonly lasts: Uint32Array;
  readonly #turnOfLeaf: Uint32Array;
  readonly #turnOfWay: Uint32Array;
  /** The latest link of each leaf; a link is a hit and the link before, or -1. */
  readonly #heads: Int32Array;
  #links = new Int32Array(FIRST_SIZE);
  #used = 0;
  #turn = 0;

  constructor(leaves: number, ways: number) {
    this.firsts = new Uint32Array(leaves);
    this.lasts = new Uint32Array(leaves);
    this.#heads = new Int32Array(leaves);
    this.#turnOfLeaf = new Uint32Array(leaves);
    this.#turnOfWay = new Uint32Array(ways);
  }

  begin(): void {
    this.#turn++;
    this.#used = 0;
    this.ways = [];
  }

  has(leaf: number): boolean {
    return this.#turnOfLeaf[leaf] === this.#turn;
  }

  /**
   * Notes a hit of a leaf; false if the leaf had one already.
   *
   * @param hit any number that its reader understands
   */
  add(leaf: number, start: number, hit: number): boolean {
    const isNew = !this.has(leaf);
    if (isNew) {
      this.#turnOfLeaf[leaf] = this.#turn;
      this.firsts[leaf] = start;
      this.lasts[leaf] = start;
    } else {
      if (start < this.firsts[leaf]!) this.firsts[leaf] = start;
      if (start > this.lasts[leaf]!) this.lasts[leaf] = start;
    }
    this.#link(leaf, hit, isNew ? -1 : this.#heads[leaf]!);
    return isNew;
  }

  open(way: number): void {
    if (this.#turnOfWay[way] === this.#turn) return;
    this.#turnOfWay[way] = this.#turn;
    this.ways.push(way);
  }

  /** Hits of a leaf, the latest first. */
  hits(leaf: number): number[] {
    const hits: number[] = [];
    if (!this.has(leaf)) return hits;
    for (let link = this.#heads[leaf]!; link >= 0; link = this.#links[link + 1]!)
      hits.push(this.#links[link]!);
    return hits;
  }

  #link(leaf: number, hit: number, before: number): void {
    if (this.#used + 2 > this.#links.length) {
      const longer = new Int32Array(this.#links.length * 2);
      longer.set(this.#links);
      this.#links = longer;
    }
    this.#links[this.#used] = hit;
    this.#links[this.#used + 1] = before;
    this.#heads[leaf] = this.#used;
    this.#used += 2;
  }
}
