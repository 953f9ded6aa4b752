import type { Post } from '../model/post';
import { soundClasses } from './sound-classes';

/** Bytes of a sketch. A power of two, so that a bin is the first bits of a hash. */
export const BINS = 128;
/** Set in bins that hold a value of their own; the others have borrowed one from a neighbour. */
const OWN = 0x80;
const BIN_SHIFT = 32 - Math.log2(BINS);
const EMPTY = 0xffffffff;
/** Classes in a shingle: two are shared by unrelated texts, with four one changed word costs too much. */
const SHINGLE = 3;
/** What a letter weighs when a Han character weighs one; digits weigh nothing, lest phone numbers look like texts. */
const LETTER_WEIGHT = 0.25;
const FIRST_HAN = 0x2e80;
const LAST_DIGIT = 0x39;
/** A shorter text is taken together with its title. */
const NEEDS_TITLE = 40;
/** The least weight of title and text that are told apart: what is shorter is said by many on their own. */
export const LEAST_WEIGHT = 10;

const lowest = new Uint32Array(BINS);
const bins = new Uint8Array(BINS);

/** What is kept of a text to find its copies by. */
export interface Sketch {
  /** Equal for texts that sound the same; whole, below 2^53. */
  fingerprint: number;
  /** The text's length in Han characters. */
  weight: number;
  /** For comparison with {@link similarity}. Overwritten by the next call. */
  bins: Uint8Array;
}

/**
 * The sketch of a post's text, with its title where the text alone says little; `undefined` for a post that has too few
 * words to be anybody's copy. One-permutation MinHash over shingles of sounds (Li, Owen and Zhang 2012), empty bins
 * filled by rotation (Shrivastava and Li 2014).
 */
export function sketchOf({ title, text }: Pick<Post, 'title' | 'text'>): Sketch | undefined {
  let classes = soundClasses(text);
  let weight = weigh(classes);
  if (weight < NEEDS_TITLE && title !== '') {
    classes = soundClasses(title, text);
    weight = weigh(classes);
  }
  if (weight < LEAST_WEIGHT) return undefined;
  const fingerprint = readShingles(classes);
  fillBins();
  return { fingerprint, weight, bins };
}

/** Estimated share of shingles that two texts have in common, of those that either has; by their sketches. */
export function similarity(one: Uint8Array, from: number, other: Uint8Array, otherFrom: number): number {
  let same = 0;
  let either = 0;
  for (let i = 0; i < BINS; i++) {
    const a = one[from + i]!;
    const b = other[otherFrom + i]!;
    if ((a | b) < OWN) continue;
    either++;
    if (a === b) same++;
  }
  return either === 0 ? 0 : same / either;
}

/** What is said again at once weighs nothing: 哈哈哈哈. */
function weigh(classes: Uint16Array): number {
  let weight = 0;
  let before = 0;
  for (let i = 0; i < classes.length; i++) {
    const unit = classes[i]!;
    if (unit === before) continue;
    if (unit >= FIRST_HAN) weight++;
    else if (unit > LAST_DIGIT) weight += LETTER_WEIGHT;
    before = unit;
  }
  return weight;
}

/** Finds the lowest hash of each bin; returns a hash of the whole. */
function readShingles(classes: Uint16Array): number {
  lowest.fill(EMPTY);
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  let second = 0;
  let first = 0;
  for (let i = 0; i < classes.length; i++) {
    const third = classes[i]!;
    low = Math.imul(low ^ third, 0x01000193);
    high = Math.imul(high ^ third ^ (high >>> 15), 0x85ebca6b);
    if (i >= SHINGLE - 1) {
      const hash = mix(
        Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77) ^ Math.imul(third, 0xc2b2ae3d),
      );
      const bin = hash >>> BIN_SHIFT;
      const rest = (hash << (32 - BIN_SHIFT)) >>> 0;
      if (rest < lowest[bin]!) lowest[bin] = rest;
    }
    first = second;
    second = third;
  }
  return (mix(low) >>> 0) + (mix(high) & 0x1fffff) * 2 ** 32;
}

/** Seven bits of each bin's lowest hash; an empty bin takes over those of the next one that is not, changed by the way. */
function fillBins(): void {
  let value = 0;
  let distance = 0;
  for (let step = 2 * BINS - 1; step >= 0; step--) {
    const bin = step % BINS;
    const own = lowest[bin]!;
    if (own !== EMPTY) {
      value = (own >>> (32 - BIN_SHIFT)) & (OWN - 1);
      distance = 0;
      bins[bin] = OWN | value;
    } else {
      distance++;
      bins[bin] = (value + distance * 37) & (OWN - 1);
    }
  }
}

/** Spreads each bit over all others (the finaliser of MurmurHash3). */
function mix(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
