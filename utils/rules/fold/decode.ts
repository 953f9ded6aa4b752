/** The characters that encoded numbers are written with, in order of what they stand for. */
export const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Readings that are told by their place here. */
export const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Readings below this one are the same for a whole run. */
const FIXED = 3;

type SetReading = (code: number, reading: number) => void;

/** The numbers that `encodeNumbers` of scripts/lib/fold-data wrote. */
export function decodeNumbers(text: string): number[] {
  const values = new Uint8Array(0x80);
  for (let i = 0; i < DIGITS.length; i++) values[DIGITS.charCodeAt(i)] = i;
  const numbers: number[] = [];
  let number = 0;
  let shift = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = values[text.charCodeAt(i)]!;
    number += (digit & 31) << shift;
    shift += 5;
    if (digit >= 32) continue;
    numbers.push(number);
    number = 0;
    shift = 0;
  }
  return numbers;
}

/** The numbers that `encodeDistances` wrote. */
export function decodeDistances(text: string): number[] {
  let last = 0;
  return decodeNumbers(text).map((distance) => {
    last += unzigzag(distance);
    return last;
  });
}

/** Calls `set` for each code point of a table that `encodePairs` wrote. */
export function decodePairs([gapText, readingText]: readonly [string, string], set: SetReading): void {
  const readings = decodeDistances(readingText);
  let code = 0;
  decodeNumbers(gapText).forEach((gap, i) => {
    code += gap;
    set(code, readings[i]!);
  });
}

/** Calls `set` for each code point of a table that `encodeRuns` wrote. */
export function decodeRuns(encoded: readonly [string, string, string], set: SetReading): void {
  const [gaps, lengths, values] = encoded.map(decodeNumbers) as [number[], number[], number[]];
  const firstDistance = FIXED + LETTERS.length;
  let code = 0;
  let nextReading = 0;
  for (let i = 0; i < gaps.length; i++) {
    code += gaps[i]!;
    const value = values[i]!;
    const length = lengths[i]! + 1;
    let reading = value < FIXED ? value : LETTERS.charCodeAt(value - FIXED);
    if (value >= firstDistance) {
      reading = nextReading + unzigzag(value - firstDistance);
      nextReading = reading + length;
    }
    const step = value < FIXED ? 0 : 1;
    for (let n = 0; n < length; n++) set(code++, reading + n * step);
  }
}

function unzigzag(number: number): number {
  return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
}
