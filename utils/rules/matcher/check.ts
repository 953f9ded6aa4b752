import { isLetter, OTHER } from './classes';
import { bitOf, wordOf } from './filter';
import type { HitList } from './hits';
import { CANDIDATES, CLASSES, SINGLES } from './memory';
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

/** Adds the terms that start in the span before the index `limit`, with indexes of the span. */
export function checkSpan(tables: Tables, limit: number, hits: HitList): void {
  const { memory } = tables;
  const { bits, words } = tables.filter;
  const classes = CLASSES;
  const end = CANDIDATES + span.candidates;
  let single = 0;
  for (let j = CANDIDATES; j < end; j++) {
    const at = memory[j]! - 2;
    const a = memory[classes + at]!;
    const b = memory[classes + at + 1]!;
    const c = memory[classes + at + 2]!;
    const d = memory[classes + at + 3]!;
    const two = hashHead(a, b, 0, 0);
    const three = hashHead(a, b, c, THIRD_LAST);
    const four = hashHead(a, b, c, d);
    const isTwo = memory[bits + (wordOf(two) & words)]! >>> bitOf(two);
    const isThree = memory[bits + (wordOf(three) & words)]! >>> bitOf(three);
    const isFour = memory[bits + (wordOf(four) & words)]! >>> bitOf(four);
    if (((isTwo | isThree | isFour) & 1) === 0 || (isLetter(a) && isLetter(memory[classes + at - 1]!))) continue;
    if (at >= limit) break;
    if (span.singles > single) single = addSingles(tables, single, at + 1, hits);
    const pair = (a << 16) | b;
    if ((isTwo & 1) !== 0) addHead(tables, at, 2, findSlot(tables.slots, two, pair, 0), hits);
    const three_ = (c << 16) | THIRD_LAST;
    if ((isThree & 1) !== 0) addHead(tables, at, 3, findSlot(tables.slots, three, pair, three_), hits);
    if ((isFour & 1) !== 0 && d !== OTHER)
      walk(tables, at, findSlot(tables.slots, four, pair, (c << 16) | d), hits);
  }
  if (span.singles > single) addSingles(tables, single, limit, hits);
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

function addHead(tables: Tables, start: number, length: number, slot: number, hits: HitList): void {
  const term = tables.slots[slot + 2]!;
  if (term !== 0) add(tables, start, start + length, term, hits);
}

/** Follows a term from the slot of its first four classes. */
function walk(tables: Tables, start: number, head: number, hits: HitList): void {
  const { memory, slots } = tables;
  let slot = head;
  for (let at = start + HEAD; ; at++) {
    addHead(tables, start, at - start, slot, hits);
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
