import type { Memory } from './memory';
import {
  childKey,
  createSlots,
  findSlot,
  HEAD,
  hashChild,
  hashHead,
  hashKeys,
  SHARED,
  type Slots,
  TAIL_HEAD,
  TERM_ID,
  THIRD_LAST,
} from './table';

/** Puts terms into a table; see table.ts for what it looks like. */
export class TableBuilder {
  slots: Slots;
  /** From 0 on; what is still free is zeros. */
  tails = new Uint16Array(1 << 10);
  tailsEnd = 0;
  #taken = 0;
  #nodes = 0;

  /** @param terms their expected number */
  constructor(terms: number) {
    this.slots = createSlots(terms);
  }

  /**
   * Adds the two or more classes in memory between `from` and `to`. When a term with the same classes is there, it is
   * marked as shared and its id returned, else -1.
   */
  add(memory: Memory, from: number, to: number, term: number): number {
    const a = memory[from]!;
    const b = memory[from + 1]!;
    const c = to - from > 2 ? memory[from + 2]! : 0;
    const d = to - from > 3 ? memory[from + 3]! : c && THIRD_LAST;
    let slot = this.#take(hashHead(a, b, c, d), (a << 16) | b, (c << 16) | d);
    for (let at = Math.min(from + HEAD, to); at < to; at++) {
      const follows = this.slots[slot + 3]!;
      if (follows === 0) {
        this.slots[slot + 3] = ~this.#addTail(memory, at, to, term);
        return -1;
      }
      if (follows < 0 && this.#isTail(~follows, memory, at, to)) return this.#shareTail(~follows);
      const key = childKey(follows < 0 ? this.#fork(slot, ~follows) : follows);
      slot = this.#take(hashChild(key, memory[at]!), key, memory[at]!);
    }
    const before = this.slots[slot + 2]!;
    this.slots[slot + 2] = before === 0 ? term : before | SHARED;
    return before === 0 ? -1 : before & TERM_ID;
  }

  #take(hash: number, key: number, more: number): number {
    let slot = findSlot(this.slots, hash, key, more);
    if (this.slots[slot] !== 0) return slot;
    if (this.#taken * 5 >= this.slots.length) {
      this.slots = copySlots(this.slots, createSlots(this.slots.length / 4 + 1));
      slot = findSlot(this.slots, hash, key, more);
    }
    this.#taken++;
    this.slots[slot] = key;
    this.slots[slot + 1] = more;
    return slot;
  }

  #addTail(memory: Memory, at: number, to: number, term: number): number {
    const tail = this.tailsEnd;
    this.tailsEnd += TAIL_HEAD + to - at;
    if (this.tailsEnd > this.tails.length) {
      const longer = new Uint16Array(2 * this.tailsEnd);
      longer.set(this.tails);
      this.tails = longer;
    }
    this.#writeHead(tail, to - at, term);
    for (let i = at; i < to; i++) this.tails[tail + TAIL_HEAD + i - at] = memory[i]!;
    return tail;
  }

  #writeHead(tail: number, length: number, term: number): void {
    this.tails[tail] = length;
    this.tails[tail + 1] = term;
    this.tails[tail + 2] = term >>> 16;
  }

  #termOf(tail: number): number {
    return this.tails[tail + 1]! | (this.tails[tail + 2]! << 16);
  }

  #shareTail(tail: number): number {
    this.tails[tail + 2]! |= SHARED >>> 16;
    return this.#termOf(tail) & TERM_ID;
  }

  #isTail(tail: number, memory: Memory, at: number, to: number): boolean {
    if (this.tails[tail] !== to - at) return false;
    for (let i = at; i < to; i++) if (this.tails[tail + TAIL_HEAD + i - at] !== memory[i]) return false;
    return true;
  }

  /** Turns the tail that follows a slot into a node with one child; returns the node. */
  #fork(slot: number, tail: number): number {
    const node = ++this.#nodes;
    this.slots[slot + 3] = node;
    const length = this.tails[tail]!;
    const term = this.#termOf(tail);
    const own = this.tails[tail + TAIL_HEAD]!;
    const child = this.#take(hashChild(childKey(node), own), childKey(node), own);
    if (length === 1) {
      this.slots[child + 2] = term;
    } else {
      this.#writeHead(tail + 1, length - 1, term);
      this.slots[child + 3] = ~(tail + 1);
    }
    return node;
  }
}

/** Puts what stands in slots, empty ones among them, into another table; returns that. */
export function copySlots(from: Int32Array, to: Slots): Slots {
  for (let i = 0; i < from.length; i += 4) {
    const key = from[i]!;
    if (key === 0) continue;
    const slot = findSlot(to, hashKeys(key, from[i + 1]!), key, from[i + 1]!);
    for (let j = 0; j < 4; j++) to[slot + j] = from[i + j]!;
  }
  return to;
}
