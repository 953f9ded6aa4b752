import type { FoldTable } from '../fold/table';
import {
  type Alphabet,
  BREAK,
  type ClassMap,
  collectAlphabet,
  flagSingles,
  isEndBound,
  mapClasses,
} from './classes';
import { admit, endOfFilter, planFilter } from './filter';
import { CLASSES, type Memory, START, TABLES } from './memory';
import { readSpan } from './read';
import { openSpan, span } from './span';
import { END_BOUND, SHARED, type Slots, TERM, TERM_ID } from './table';
import { TableBuilder } from './table-builder';
import type { Tables } from './tables';

/** Characters (as read) of the longest term that can be found. */
export const LONGEST_TERM = 1024;

/** What the tables are made of once the terms are read. */
export interface Material {
  readonly alphabet: Alphabet;
  readonly slots: Slots;
  readonly tails: Uint16Array;
  readonly singles: ReadonlyMap<number, number>;
  readonly next: Int32Array;
  readonly count: number;
  readonly longest: number;
}

/**
 * Builds the tables of terms.
 *
 * @throws RangeError for a term that is empty after folding, too long, or holds half a surrogate pair
 */
export function buildTables(terms: readonly string[], fold: FoldTable): Tables {
  const alphabet = collectAlphabet(terms, fold);
  const memory: Memory = new Uint16Array(TABLES + 1);
  const map = mapClasses(alphabet, fold, memory);
  return layOut(readTerms(terms, alphabet, memory, map), memory, map);
}

function readTerms(terms: readonly string[], alphabet: Alphabet, memory: Memory, map: ClassMap): Material {
  const builder = new TableBuilder(terms.length);
  const singles = new Map<number, number>();
  const same = new SameTerms(terms.length);
  let longest = 1;
  for (let id = 0; id < terms.length; id++) {
    openSpan(memory);
    readSpan(terms[id]!, memory, 0, map);
    const [from, to] = trim(memory);
    const length = to - from;
    if (length === 0) throw new RangeError(`Term ${id}, ${JSON.stringify(terms[id])}, has nothing to match`);
    if (length > LONGEST_TERM) throw new RangeError(`Term ${id} is longer than ${LONGEST_TERM} characters`);
    longest = Math.max(longest, length);
    const term = id | TERM | (isEndBound(memory, from, to) ? END_BOUND : 0);
    const first =
      length === 1 ? addSingle(singles, memory[from]!, term) : builder.add(memory, from, to, term);
    if (first >= 0) same.add(first, id);
  }
  return {
    alphabet,
    slots: builder.slots,
    tails: builder.tails.subarray(0, builder.tailsEnd),
    singles,
    next: same.next,
    count: terms.length,
    longest,
  };
}

/** Lays the tables out in memory. @param codes that start with the codes of all units */
export function layOut({ tails, ...material }: Material, codes: Uint16Array, map: ClassMap): Tables {
  const filter = planFilter(material.count);
  const place = endOfFilter(filter);
  const memory: Memory = new Uint16Array(place + tails.length);
  memory.set(codes.subarray(0, CLASSES));
  memory.set(tails, place);
  flagSingles(memory, map, material.singles);
  const { slots } = material;
  for (let slot = 0; slot < slots.length; slot += 4) {
    const pair = slots[slot]!;
    const more = slots[slot + 1]!;
    if (pair > 0) admit(memory, filter, pair >>> 16, pair & 0xffff, more >>> 16, more & 0xffff);
  }
  return { ...material, memory, map, filter, tails: place };
}

/** From and to in memory of the term in the span, without the fillers around it. */
function trim(memory: Memory): [from: number, to: number] {
  let from = CLASSES + START;
  let to = CLASSES + span.filled;
  if (memory[from] === BREAK && from < to) from++;
  if (memory[to - 1] === BREAK && from < to) to--;
  return [from, to];
}

/** Returns the id of the term with the same class, or -1. */
function addSingle(singles: Map<number, number>, own: number, term: number): number {
  const before = singles.get(own);
  singles.set(own, before === undefined ? term : before | SHARED);
  return before === undefined ? -1 : before & TERM_ID;
}

/** Chains of the ids of equal terms. */
class SameTerms {
  next = new Int32Array(0);
  readonly #ends = new Map<number, number>();
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  add(first: number, id: number): void {
    if (this.next.length === 0) this.next = new Int32Array(this.#count).fill(-1);
    this.next[this.#ends.get(first) ?? first] = id;
    this.#ends.set(first, id);
  }
}
