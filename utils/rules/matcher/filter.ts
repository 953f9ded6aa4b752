import { type Memory, TABLES } from './memory';
import { hashHead } from './table';

/**
 * Says which positions are worth a look, in two steps (facts: performance.md sections 1.3 and 1.4). Rows: a word per
 * pair of classes with a bit per third class. Bits: one per hash of a term's head.
 */
export interface Filter {
  /** Number of rows, a power of two, less one. */
  readonly mask: number;
  /** Place of the bits in memory. */
  readonly bits: number;
  /** Number of words of bits, a power of two, less one. */
  readonly words: number;
}

/** 128 KB. More rows let through fewer candidates, but for lists of some thousands they leave the nearest cache. */
const MANY_ROWS = 1 << 16;

/** As many as {@link wordOf} tells apart. */
const MOST_WORDS = 1 << 17;

/** A filter for so many terms: two to eight rows and 32 to 64 bits for each. */
export function planFilter(terms: number): Filter {
  const size = 1 << Math.ceil(Math.log2(Math.max(terms, 64)));
  const rows = Math.min(8 * size, Math.max(2 * size, MANY_ROWS));
  return { mask: rows - 1, bits: TABLES + rows, words: Math.min(2 * size, MOST_WORDS) - 1 };
}

/** Where memory goes on after the filter. */
export function endOfFilter({ bits, words }: Filter): number {
  return bits + words + 1;
}

/** The row of two classes, before it is masked. */
export function rowOf(a: number, b: number): number {
  return (Math.imul(a, 0x9e5) + b) | 0;
}

/** The word of a hash among the filter's bits, before it is masked; its bit there is {@link bitOf}. */
export function wordOf(hash: number): number {
  return hash >>> 15;
}
export function bitOf(hash: number): number {
  return (hash >>> 11) & 15;
}

/** Lets through what starts with this head: two, three (`d` is THIRD_LAST) or four classes. */
export function admit(memory: Memory, filter: Filter, a: number, b: number, c: number, d: number): void {
  memory[TABLES + (rowOf(a, b) & filter.mask)]! |= c === 0 ? 0xffff : 1 << (c & 15);
  const hash = hashHead(a, b, c, d);
  memory[filter.bits + (wordOf(hash) & filter.words)]! |= 1 << bitOf(hash);
}
