import { isHan } from '../fold/is-han';
import { FILLER, type FoldTable, INVISIBLE } from '../fold/table';

/**
 * Classes: small numbers for what characters read as. All folding happens in one look-up from the UTF-16 unit to the
 * code of its class, for terms and text alike (facts: performance.md section 1.4). From the lowest up: characters
 * that stand in no term, breaks, ASCII letters and digits, other characters of the terms, and from `hanStart` on the
 * Han characters.
 */
export const OTHER = 0;
/** A run of fillers that does not vanish. */
export const BREAK = 1;
const FIRST_LETTER = 2;
const FIRST_DIGIT = FIRST_LETTER + 52;
const FIRST_FREE = FIRST_DIGIT + 10;
const MOST_CLASSES = 0x7ff0;

/**
 * Codes below are classes. Those from here on leave the fast way: a class with this bit is a term by itself, others
 * are one of the three that follow.
 */
export const SPECIAL = 0x8000;
export const SURROGATE_CODE = 0xfffd;
export const FILLER_CODE = 0xfffe;
export const INVISIBLE_CODE = 0xffff;

/** Stretches of which all units are Han, and those that hold all the others: asking for every unit takes its time. */
const HAN_BLOCKS = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
] as const;
const PARTLY_HAN = [
  [0x2e80, 0x303b],
  [0xf900, 0xfad9],
] as const;

/** The characters (as read) of all terms, without ASCII letters and digits, as code points in the order of classes. */
export interface Alphabet {
  readonly others: ArrayLike<number>;
  readonly han: ArrayLike<number>;
}

/** Beside the codes of units, which lie in memory. */
export interface ClassMap {
  /** Codes of code points above U+FFFF; those absent are {@link OTHER}. */
  readonly astral: Map<number, number>;
  /** The first class of Han characters; it stands for those in no term. */
  readonly hanStart: number;
}

/** @throws RangeError for a term with half a surrogate pair */
export function collectAlphabet(terms: readonly string[], fold: FoldTable): Alphabet {
  const seen = new Uint8Array(0x10000).fill(1, 0, FILLER + 1);
  const unknown = new Set<number>();
  const others: number[] = [];
  const han: number[] = [];
  const add = (reading: number) => {
    seen[reading] = 1;
    if (asciiClass(reading) === OTHER) (isHan(reading) ? han : others).push(reading);
  };
  for (let id = 0; id < terms.length; id++) {
    const term = terms[id]!;
    for (let i = 0; i < term.length; i++) {
      const unit = term.charCodeAt(i);
      let reading: number | undefined = fold.units[unit]!;
      if ((unit & 0xf800) === 0xd800) {
        const point = term.codePointAt(i++)!;
        if (point <= 0xffff) throw new RangeError(`Term ${id} holds half a surrogate pair`);
        reading = fold.astral.get(point);
        if (reading === undefined) unknown.add(point);
      }
      if (reading !== undefined && seen[reading] === 0) add(reading);
    }
  }
  return { others: others.concat([...unknown]), han };
}

/**
 * Writes the codes of all units to the start of memory.
 *
 * @throws RangeError when the terms hold more than about 32,000 different characters
 */
export function mapClasses({ others, han }: Alphabet, fold: FoldTable, memory: Uint16Array): ClassMap {
  const hanStart = FIRST_FREE + others.length;
  if (hanStart + han.length >= MOST_CLASSES)
    throw new RangeError('The terms hold too many different characters');
  const astral = new Map<number, number>();
  const codes = new Uint16Array(0x10000);
  for (const [first, last] of HAN_BLOCKS) codes.fill(hanStart, first, last + 1);
  for (const [first, last] of PARTLY_HAN) {
    for (let unit = first; unit <= last; unit++) if (isHan(unit)) codes[unit] = hanStart;
  }
  for (let unit = 0x30; unit <= 0x7a; unit++) codes[unit] = asciiClass(unit);
  for (let i = 0; i < others.length; i++) {
    if (others[i]! > 0xffff) astral.set(others[i]!, FIRST_FREE + i);
    else codes[others[i]!] = FIRST_FREE + i;
  }
  for (let i = 0; i < han.length; i++) codes[han[i]!] = hanStart + 1 + i;
  codes[INVISIBLE] = INVISIBLE_CODE;
  codes[FILLER] = FILLER_CODE;
  const { units } = fold;
  for (let unit = 0; unit < 0x10000; unit++) memory[unit] = codes[units[unit]!]!;
  memory.fill(SURROGATE_CODE, 0xd800, 0xe000);
  for (const [point, reading] of fold.astral) {
    if (codes[reading] !== OTHER) astral.set(point, codes[reading]!);
  }
  return { astral, hanStart };
}

/** Makes the characters that are terms by themselves leave the fast way. */
export function flagSingles(
  memory: Uint16Array,
  { astral }: ClassMap,
  singles: ReadonlyMap<number, number>,
): void {
  if (singles.size === 0) return;
  for (let unit = 0; unit < 0x10000; unit++) {
    if (singles.has(memory[unit]!)) memory[unit]! |= SPECIAL;
  }
  for (const [point, code] of astral) {
    if (singles.has(code)) astral.set(point, code | SPECIAL);
  }
}

export function isLetter(own: number): boolean {
  return own >= FIRST_LETTER && own < FIRST_DIGIT;
}

/** Whether the classes in memory between `from` and `to` are ASCII letters and digits and end with a letter. */
export function isEndBound(memory: Uint16Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (memory[i]! < FIRST_LETTER || memory[i]! >= FIRST_FREE) return false;
  return isLetter(memory[to - 1]!);
}

function asciiClass(reading: number): number {
  if (reading >= 0x61 && reading <= 0x7a) return FIRST_LETTER + reading - 0x61;
  if (reading >= 0x41 && reading <= 0x5a) return FIRST_LETTER + 26 + reading - 0x41;
  if (reading >= 0x30 && reading <= 0x39) return FIRST_DIGIT + reading - 0x30;
  return OTHER;
}
