import { DIGITS, LETTERS } from '../../../utils/rules/fold/decode.ts';

type Readings = ReadonlyMap<number, number>;

interface Run {
  first: number;
  length: number;
  reading: number;
}

/**
 * Numbers from 0 as text: five bits a character, lowest first, with a sixth that says that more follow. Plain ASCII,
 * which bundlers and compressors leave as small as it is.
 */
export function encodeNumbers(numbers: readonly number[]): string {
  let text = '';
  for (let number of numbers) {
    for (; number >= 32; number >>>= 5) text += DIGITS[32 | (number & 31)];
    text += DIGITS[number];
  }
  return text;
}

/** Numbers of either sign, each as its distance from the one before: 0 -1 1 -2 2 … are written 0 1 2 3 4 … */
export function encodeDistances(numbers: readonly number[]): string {
  return encodeNumbers(numbers.map((number, i) => zigzag(number - (numbers[i - 1] ?? 0))));
}

/** Code points that each read as any unit, in ascending order. */
export function encodePairs(readings: Readings): [gaps: string, values: string] {
  const pairs = [...readings].sort(([a], [b]) => a - b);
  const gaps = pairs.map(([code], i) => code - (pairs[i - 1]?.[0] ?? 0));
  return [encodeNumbers(gaps), encodeDistances(pairs.map(([, reading]) => reading))];
}

/**
 * A sparse table of code points and what they read as. Neighbours with the same reading (invisible, filler) or with
 * readings that go up together (Ａ a, Ｂ b) are one run; what is kept of a run is its distance from the one before,
 * its length, and its reading, the latter as a distance from the reading before unless it is a letter or digit.
 */
export function encodeRuns(readings: Readings): [gaps: string, lengths: string, values: string] {
  const runs = toRuns(readings);
  const gaps: number[] = [];
  const values: number[] = [];
  let next = 0;
  let nextReading = 0;
  for (const { first, length, reading } of runs) {
    gaps.push(first - next);
    next = first + length;
    const letter = LETTERS.indexOf(String.fromCharCode(reading));
    if (isFixed(reading)) values.push(reading);
    else if (letter >= 0) values.push(FIXED + letter);
    else {
      values.push(FIXED + LETTERS.length + zigzag(reading - nextReading));
      nextReading = reading + length;
    }
  }
  return [encodeNumbers(gaps), encodeNumbers(runs.map(({ length }) => length - 1)), encodeNumbers(values)];
}

/** Readings below this one are not units, and the same for a whole run. */
const FIXED = 3;

function isFixed(reading: number): boolean {
  return reading < FIXED;
}

function toRuns(readings: Readings): Run[] {
  const runs: Run[] = [];
  for (const [code, reading] of [...readings].sort(([a], [b]) => a - b)) {
    const last = runs.at(-1);
    if (last && last.first + last.length === code && continues(last, reading)) last.length += 1;
    else runs.push({ first: code, length: 1, reading });
  }
  return runs;
}

function continues(run: Run, reading: number): boolean {
  return isFixed(run.reading) ? run.reading === reading : run.reading + run.length === reading;
}

function zigzag(number: number): number {
  return number >= 0 ? number * 2 : -number * 2 - 1;
}
