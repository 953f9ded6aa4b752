const ROW = 0x100;
/** Rows that hold letters with two cases, and those of the compatibility ideographs. */
const CASED = [
  [0x0000, 0x2d00],
  [0xa600, 0xa700],
  [0xab00, 0xab00],
  [0xff00, 0xff00],
] as const;
const IDEOGRAPHS = [0xf900, 0xfa00] as const;

/**
 * The UTF-16 units that have a lower case, with that, and the compatibility ideographs with the characters they stand
 * for: the part of folding that engines do in a few calls, so that it need not be shipped.
 */
export function* plainUnits(): Generator<readonly [unit: number, plain: number]> {
  for (const [first, last] of CASED) {
    for (let row = first; row <= last; row += ROW) {
      const text = units(row);
      // İ is the only unit whose lower case takes two.
      yield* changes(row, text.replace('İ', 'I').toLowerCase());
    }
  }
  for (const row of IDEOGRAPHS) {
    // Some stand for characters beyond U+FFFF, which no term holds.
    const plain = Array.from(units(row).normalize('NFC'), (each) => (each.length === 1 ? each : '\0'));
    yield* changes(row, plain.join(''));
  }
}

function units(row: number): string {
  return String.fromCharCode(...Array.from({ length: ROW }, (_, i) => row + i));
}

function* changes(row: number, text: string): Generator<readonly [unit: number, plain: number]> {
  for (let i = 0; i < ROW; i++) {
    const plain = text.charCodeAt(i);
    if (plain !== row + i && plain !== 0) yield [row + i, plain];
  }
}
