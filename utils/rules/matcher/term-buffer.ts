import type { FoldTable } from '../fold/table';
import { layOut, type Material } from './build';
import { mapClasses } from './classes';
import { createSlots } from './table';
import { copySlots } from './table-builder';
import type { Tables } from './tables';

/**
 * Tables as one buffer of 32-bit numbers: {@link MAGIC}, a checksum of all that follows, a fingerprint of the fold
 * table, the length of each section, the sections. Left out is what is quickly made anew: the codes, the filter and
 * the empty slots.
 */
const MAGIC = 0x716a_7401;
const SECTIONS = 7;
const FIRST_LENGTH = 3;
const FIRST_SECTION = FIRST_LENGTH + SECTIONS;

export function packTables(tables: Tables, fold: FoldTable): ArrayBuffer {
  const { alphabet, slots } = tables;
  const tails = tables.memory.subarray(tables.tails);
  const sections = [
    [tables.count, tables.longest, tails.length],
    alphabet.others,
    alphabet.han,
    slots.filter((_, i) => slots[i & ~3] !== 0),
    [...tables.singles].flat(),
    [...tables.next].flatMap((id, at) => (id < 0 ? [] : [at, id])),
    pairUp(tails),
  ];
  const numbers = new Int32Array(sections.reduce((size, { length }) => size + length, FIRST_SECTION));
  numbers[0] = MAGIC;
  numbers[2] = fingerprint(fold);
  let at = FIRST_SECTION;
  sections.forEach((section, i) => {
    numbers[FIRST_LENGTH + i] = section.length;
    numbers.set(section, at);
    at += section.length;
  });
  numbers[1] = checksum(numbers);
  return numbers.buffer;
}

/** @throws RangeError for a buffer that is cut, changed, from another version, or made with another fold table */
export function unpackTables(buffer: ArrayBuffer, fold: FoldTable): Tables {
  const material = unpackMaterial(buffer, fold);
  const codes = new Uint16Array(0x10000);
  return layOut(material, codes, mapClasses(material.alphabet, fold, codes));
}

function unpackMaterial(buffer: ArrayBuffer, fold: FoldTable): Material {
  const [head, others, han, taken, singles, next, tails] = cutSections(buffer, fold);
  const [count = 0, longest = 1, tailsLength = 0] = head;
  const chains = new Int32Array(next.length > 0 ? count : 0).fill(-1);
  for (let i = 0; i < next.length; i += 2) chains[next[i]!] = next[i + 1]!;
  return {
    // Copied, so that nothing hangs on the buffer.
    alphabet: { others: others.slice(), han: han.slice() },
    slots: copySlots(taken, createSlots(taken.length / 4)),
    tails: new Uint16Array(tails.buffer, tails.byteOffset, tailsLength),
    singles: new Map(
      Array.from({ length: singles.length / 2 }, (_, i) => [singles[2 * i]!, singles[2 * i + 1]!]),
    ),
    next: chains,
    count,
    longest,
  };
}

type Sections = [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];

function cutSections(buffer: ArrayBuffer, fold: FoldTable): Sections {
  if (buffer.byteLength % 4 !== 0 || buffer.byteLength < 4 * FIRST_SECTION) throw notTables('cut');
  const numbers = new Int32Array(buffer);
  if (numbers[0] !== MAGIC) throw notTables('of another kind');
  if (numbers[1] !== checksum(numbers)) throw notTables('cut or changed');
  if (numbers[2] !== fingerprint(fold)) throw notTables('made with another fold table');
  let at = FIRST_SECTION;
  return Array.from({ length: SECTIONS }, (_, i) => {
    const from = at;
    at += numbers[FIRST_LENGTH + i]!;
    return numbers.subarray(from, at);
  }) as Sections;
}

function notTables(what: string): RangeError {
  return new RangeError(`The buffer of the term matcher is ${what}`);
}

function pairUp(units: Uint16Array): Int32Array {
  const even = new Uint16Array(units.length + (units.length & 1));
  even.set(units);
  return new Int32Array(even.buffer);
}

/** Of all numbers after the checksum itself. */
function checksum(numbers: Int32Array): number {
  let sum = numbers.length;
  for (let i = 2; i < numbers.length; i++) sum = (Math.imul(sum, 0x01000193) ^ numbers[i]!) | 0;
  return sum;
}

function fingerprint({ units, astral }: FoldTable): number {
  let sum = astral.size;
  for (let unit = 0; unit < units.length; unit++) sum = (Math.imul(sum, 0x01000193) ^ units[unit]!) | 0;
  // The order of a map says nothing.
  for (const [point, reading] of astral) sum = (sum + Math.imul(point ^ (reading << 8), 0x9e3779b1)) | 0;
  return sum;
}
