import { BINS } from './sketch';
import type { SketchTable } from './sketch-table';

/** Texts that agree in all rows of one band are compared: at a similarity of 0.55 that finds 97 of 100. */
const BANDS = 20;
const ROWS = 3;
const ROW_BITS = 8;
/** Rows of a band stand far apart, so that they do not borrow from the same bin. */
const STRIDE = Math.floor(BINS / ROWS);
/** More texts in one bucket are compared with as many of them only. */
const MAX_COMPARED = 8;
const NONE = -1;
const SMALLEST = 64;

/** A bucket with more texts than are compared with each other. */
export interface Crowd {
  texts: Set<number>;
  /** Those with the lowest fingerprints, ascending: all others are compared with these. */
  elders: number[];
}

/** What a change of the index did to texts other than the one added or removed. */
export interface Shift {
  /** Those who had to make room for an older one, and are compared with the elders only. */
  replaced: { elder: number; crowd: Crowd }[];
  /** Those who are compared with more than before. */
  strengthened: number[];
}

/**
 * Which texts are worth comparing: locality-sensitive hashing of sketches in bands. Who is compared with whom depends
 * on the texts alone, never on the order in which they came. A bucket of n texts costs about the same for any n: its
 * elders change with a chance of {@link MAX_COMPARED} in n, and only that costs n.
 */
export class BandIndex {
  private readonly sketches: SketchTable;
  /** For each band and slot the first text of a chain, and for each text and band the next one. */
  private heads = new Int32Array(BANDS * SMALLEST).fill(NONE);
  private nexts = new Int32Array(BANDS * SMALLEST);
  private slots = SMALLEST;
  private readonly crowds = new Map<number, Crowd>();
  private readonly texts = new Set<number>();

  constructor(sketches: SketchTable) {
    this.sketches = sketches;
  }

  add(text: number): Shift {
    const shift: Shift = { replaced: [], strengthened: [] };
    if (text >= this.slots) this.grow();
    this.texts.add(text);
    for (let band = 0; band < BANDS; band++) {
      const key = this.key(text, band);
      const crowd = this.crowds.get(key);
      if (crowd) {
        crowd.texts.add(text);
        const elder = this.letIn(crowd, text);
        if (elder !== undefined) shift.replaced.push({ elder, crowd });
        continue;
      }
      const others = this.chained(key, band);
      this.chain(text, key, band);
      if (others.length === MAX_COMPARED) this.gather([...others, text], key, band);
    }
    return shift;
  }

  remove(text: number): Shift {
    const shift: Shift = { replaced: [], strengthened: [] };
    this.texts.delete(text);
    for (let band = 0; band < BANDS; band++) {
      const key = this.key(text, band);
      const crowd = this.crowds.get(key);
      if (!crowd) {
        this.unchain(text, key, band);
        continue;
      }
      crowd.texts.delete(text);
      const promoted = this.replaceElder(crowd, text);
      if (promoted !== undefined) shift.strengthened.push(promoted);
      if (crowd.texts.size === MAX_COMPARED) {
        this.crowds.delete(key);
        for (const each of crowd.texts) this.chain(each, key, band);
      }
    }
    return shift;
  }

  /** All texts that one is to be compared with; one may come several times. */
  *compared(text: number): Generator<number> {
    for (let band = 0; band < BANDS; band++) {
      const key = this.key(text, band);
      const crowd = this.crowds.get(key);
      const others = !crowd
        ? this.chained(key, band)
        : crowd.elders.includes(text)
          ? crowd.texts
          : crowd.elders;
      for (const other of others) if (other !== text) yield other;
    }
  }

  /** Whether one text is among those that the other is compared with. */
  areCompared(one: number, other: number): boolean {
    for (let band = 0; band < BANDS; band++) {
      const key = this.key(one, band);
      if (key !== this.key(other, band)) continue;
      const elders = this.crowds.get(key)?.elders;
      if (!elders || elders.includes(one) || elders.includes(other)) return true;
    }
    return false;
  }

  /** The number of the bucket that a text lies in, distinct for all bands. */
  private key(text: number, band: number): number {
    let key = band;
    for (let row = 0; row < ROWS; row++)
      key = (key << ROW_BITS) | this.sketches.bin(text, band + row * STRIDE);
    return key;
  }

  private chained(key: number, band: number): number[] {
    const found: number[] = [];
    let at = this.heads[this.slot(key, band)]!;
    for (; at !== NONE; at = this.nexts[at * BANDS + band]!) if (this.key(at, band) === key) found.push(at);
    return found;
  }

  private chain(text: number, key: number, band: number): void {
    const slot = this.slot(key, band);
    this.nexts[text * BANDS + band] = this.heads[slot]!;
    this.heads[slot] = text;
  }

  private unchain(text: number, key: number, band: number): void {
    const slot = this.slot(key, band);
    const next = this.nexts[text * BANDS + band]!;
    let at = this.heads[slot]!;
    if (at === text) {
      this.heads[slot] = next;
      return;
    }
    while (this.nexts[at * BANDS + band] !== text) at = this.nexts[at * BANDS + band]!;
    this.nexts[at * BANDS + band] = next;
  }

  /** Makes a crowd of texts that have become too many for a chain. */
  private gather(texts: readonly number[], key: number, band: number): void {
    for (const text of texts) this.unchain(text, key, band);
    const elders = [...texts].sort((a, b) => this.age(a) - this.age(b)).slice(0, MAX_COMPARED);
    this.crowds.set(key, { texts: new Set(texts), elders });
  }

  /** Puts a text among the elders if it is one; returns who has to leave for it. */
  private letIn({ elders }: Crowd, text: number): number | undefined {
    const at = elders.findIndex((elder) => this.age(text) < this.age(elder));
    if (at < 0) return undefined;
    elders.splice(at, 0, text);
    return elders.pop();
  }

  /** Takes a text from the elders if it is one; returns who takes its place. */
  private replaceElder({ elders, texts }: Crowd, text: number): number | undefined {
    const at = elders.indexOf(text);
    if (at < 0) return undefined;
    elders.splice(at, 1);
    let next: number | undefined;
    for (const each of texts) {
      const isOlder = next === undefined || this.age(each) < this.age(next);
      if (isOlder && !elders.includes(each)) next = each;
    }
    if (next !== undefined) elders.push(next);
    return next;
  }

  private age(text: number): number {
    return this.sketches.fingerprint(text);
  }

  private slot(key: number, band: number): number {
    return band * this.slots + ((Math.imul(key, 0x9e3779b1) >>> 7) & (this.slots - 1));
  }

  private grow(): void {
    this.slots *= 2;
    this.heads = new Int32Array(BANDS * this.slots).fill(NONE);
    this.nexts = new Int32Array(BANDS * this.slots);
    for (const text of this.texts) {
      for (let band = 0; band < BANDS; band++) {
        const key = this.key(text, band);
        if (!this.crowds.has(key)) this.chain(text, key, band);
      }
    }
  }
}
