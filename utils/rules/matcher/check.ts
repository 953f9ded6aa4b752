import { isLetter, OTHER } from './classes';
import { bitOf, type Filter, wordOf } from './filter';
import type { HitList } from './hits';
import { CANDIDATES, CLASSES, HEADS, type Memory, SINGLES } from './memory';
import { span } from './span';
import {
  childKey,
  END_BOUND,
  findSlot,
  HEAD,
  hashChild,
  hashHead,
  SHARED,
  TAIL_HEAD,
  TERM_ID,
  THIRD_LAST,
} from './table';
import type { Tables } from './tables';

/** Beside the index of a head: it has three classes, or four; two otherwise. */
const OF_THREE = 0x4000;
const OF_FOUR = 0x8000;
const INDEX = 0x3fff;

/** Adds the terms that start in the span before the index `limit`, with indexes of the span. */
export function checkSpan(tables: Tables, limit: number, hits: HitList): void {
  const { memory } = tables;
  const end = HEADS + sift(memory, tables.filter);
  let single = 0;
  for (let i = HEADS; i < end; i++) {
    const head = memory[i]!;
    const at = head & INDEX;
    if (at >= limit) break;
    if (single < span.singles) single = addSingles(tables, single, at + 1, hits);
    if (!isLetter(memory[CLASSES + at]!) || !isLetter(memory[CLASSES + at - 1]!))
      addHead(tables, head, at, hits);
  }
  if (single < span.singles) addSingles(tables, single, limit, hits);
}

/** Looks up the heads at the candidates in the filter's bits, without branches; returns how many may be there. */
function sift(memory: Memory, { bits, words }: Filter): number {
  const classes = CLASSES;
  const heads = HEADS;
  const end = CANDIDATES + span.candidates;
  let count = heads;
  for (let i = CANDIDATES; i < end; i++) {
    const at = memory[i]! - 2;
    const place = classes + at;
    const a = memory[place]!;
    const b = memory[place + 1]!;
    const c = memory[place + 2]!;
    const two = hashHead(a, b, 0, 0);
    const three = hashHead(a, b, c, THIRD_LAST);
    const four = hashHead(a, b, c, memory[place + 3]!);
    memory[count] = at;
    count += (memory[bits + (wordOf(two) & words)]! >>> bitOf(two)) & 1;
    memory[count] = at | OF_THREE;
    count += (memory[bits + (wordOf(three) & words)]! >>> bitOf(three)) & 1;
    memory[count] = at | OF_FOUR;
    count += (memory[bits + (wordOf(four) & words)]! >>> bitOf(four)) & 1;
  }
  return count - heads;
}

/** Adds the terms with a head, if it is in the table. */
function addHead(tables: Tables, head: number, at: number, hits: HitList): void {
  const { memory, slots } = tables;
  const place = CLASSES + at;
  const a = memory[place]!;
  const b = memory[place + 1]!;
  const c = head < OF_THREE ? 0 : memory[place + 2]!;
  const d = head < OF_THREE ? 0 : head < OF_FOUR ? THIRD_LAST : memory[place + 3]!;
  const slot = findSlot(slots, hashHead(a, b, c, d), (a << 16) | b, (c << 16) | d);
  if (head < OF_FOUR) addSlot(tables, at, head < OF_THREE ? 2 : 3, slot, hits);
  else if (d !== OTHER) walk(tables, at, slot, hits);
}

/** Adds the terms of one character before `limit`, from the given one on; returns the next. */
function addSingles(tables: Tables, from: number, limit: number, hits: HitList): number {
  const { memory, singles } = tables;
  let single = from;
  for (; single < span.singles; single++) {
    const at = memory[SINGLES + single]!;
    if (at >= limit) break;
    const own = memory[CLASSES + at]!;
    if (isLetter(own) && isLetter(memory[CLASSES + at - 1]!)) continue;
    add(tables, at, at + 1, singles.get(own)!, hits);
  }
  return single;
}

/** Follows a term from the slot of its first four classes. */
function walk(tables: Tables, start: number, head: number, hits: HitList): void {
  const { memory, slots } = tables;
  let slot = head;
  for (let at = start + HEAD; ; at++) {
    addSlot(tables, start, at - start, slot, hits);
    const follows = slots[slot + 3]!;
    if (follows === 0) return;
    if (follows < 0) {
      addTail(tables, start, at, tables.tails + ~follows, hits);
      return;
    }
    const key = childKey(follows);
    const own = memory[CLASSES + at]!;
    slot = findSlot(slots, hashChild(key, own), key, own);
  }
}

function addSlot(tables: Tables, start: number, length: number, slot: number, hits: HitList): void {
  const term = tables.slots[slot + 2]!;
  if (term !== 0) add(tables, start, start + length, term, hits);
}

function addTail(tables: Tables, start: number, at: number, tail: number, hits: HitList): void {
  const { memory } = tables;
  const length = memory[tail]!;
  for (let i = 0; i < length; i++) if (memory[tail + TAIL_HEAD + i] !== memory[CLASSES + at + i]) return;
  add(tables, start, at + length, memory[tail + 1]! | (memory[tail + 2]! << 16), hits);
}

function add({ memory, next }: Tables, start: number, end: number, term: number, hits: HitList): void {
  if ((term & END_BOUND) !== 0 && isLetter(memory[CLASSES + end]!)) return;
  hits.add(start, end, term & TERM_ID);
  if ((term & SHARED) === 0) return;
  for (let id = next[term & TERM_ID]!; id >= 0; id = next[id]!) hits.add(start, end, id);
}
