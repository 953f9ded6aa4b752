/**
 * The terms of two or more classes, found by their head: all of a term of two or three classes, the first four of a
 * longer one. From there on it is a trie whose last stretches lie in memory as a whole, so that a term is a look-up
 * and a comparison (facts: performance.md section 1.4).
 *
 * An open-addressing table with four numbers per slot: two of key (0 and 0 in an empty slot), the term that ends
 * there or 0, and what follows: nothing (0), a node (positive), or the complement of a tail's place (negative).
 */
export type Slots = Int32Array<ArrayBuffer>;

/** A term in a slot or tail: its id and these bits. */
export const TERM = 1 << 31;
/** Consists of ASCII letters and digits and ends with a letter, so that no letter may follow. */
export const END_BOUND = 1 << 30;
/** Other terms have the same classes. */
export const SHARED = 1 << 29;
export const TERM_ID = SHARED - 1;

/** Classes of a longer term's head. */
export const HEAD = 4;
/** Stands for the fourth class in the head of a term of three; no class. */
export const THIRD_LAST = 0x8000;

/** Before the classes of a tail: their number, the lower and the upper half of the term. */
export const TAIL_HEAD = 3;

/** Hash of a head, with 0 for classes that are not there; the upper bits are the good ones. */
export function hashHead(a: number, b: number, c: number, d: number): number {
  const pair = (Math.imul(a, 0x9e3779b1) + Math.imul(b, 0x85ebca6b)) | 0;
  return (((pair + Math.imul(c, 0xc2b2ae35)) | 0) + Math.imul(d, 0x27d4eb2f)) | 0;
}

/** Keys of heads are two pairs of classes; those of children a node with the sign bit, and a class. */
export function childKey(node: number): number {
  return node | (1 << 31);
}
export function hashChild(key: number, own: number): number {
  return (Math.imul(key, 0x9e3779b1) + Math.imul(own, 0x85ebca6b)) | 0;
}

export function hashKeys(key: number, more: number): number {
  return key < 0 ? hashChild(key, more) : hashHead(key >>> 16, key & 0xffff, more >>> 16, more & 0xffff);
}

/** Where the slot of a key starts, or the empty one that it would take. */
export function findSlot(slots: Slots, hash: number, key: number, more: number): number {
  const last = slots.length - 1;
  let slot = (hash >>> Math.clz32(last >>> 2)) << 2;
  while (slots[slot] !== 0 && (slots[slot] !== key || slots[slot + 1] !== more)) slot = (slot + 4) & last;
  return slot;
}

/** An empty table for so many slots to be taken. */
export function createSlots(taken: number): Slots {
  return new Int32Array(4 << Math.ceil(Math.log2(Math.max(taken * 1.25, 64))));
}
