const FIRST_ROW = 0xb0;
const LAST_ROW = 0xf7;
const FIRST_CELL = 0xa1;
const CELLS = 94;
/** The first level ends five places before the end of its last row. */
const LEVEL_1_END = 40 * CELLS - 5;

/** How many of {@link commonHan} are of the first level, in order of their sound; the others are in order of radicals. */
export const FIRST_LEVEL = LEVEL_1_END;

/** The 6,763 Han characters of GB 2312 in its order: what ordinary simplified text is written with. */
export function commonHan(): string {
  const codes = new Uint8Array((LAST_ROW - FIRST_ROW + 1) * CELLS * 2);
  for (let i = 0; i < codes.length / 2; i++) {
    codes[i * 2] = FIRST_ROW + Math.floor(i / CELLS);
    codes[i * 2 + 1] = FIRST_CELL + (i % CELLS);
  }
  const all = new TextDecoder('gbk').decode(codes);
  return all.slice(0, LEVEL_1_END) + all.slice(LEVEL_1_END + 5);
}
