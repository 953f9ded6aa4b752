import { FILLER, type FoldTable, INVISIBLE, MAX_FILLERS } from '@/utils/rules/fold/table';
import type { TermHits } from '@/utils/rules/matcher/term-matcher';

/** Case, width, a few traditional characters and look-alikes, invisible characters and fillers, some beyond U+FFFF. */
export const fold: FoldTable = createFold();

function createFold(): FoldTable {
  const units = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  for (let unit = 0x41; unit <= 0x5a; unit++) units[unit] = unit + 0x20;
  for (let unit = 0xff01; unit <= 0xff5e; unit++) units[unit] = units[unit - 0xfee0]!;
  const pairs = { 門: '门', 風: '风', 電: '电', Ⅴ: 'v', а: 'a' };
  for (const [from, to] of Object.entries(pairs)) units[from.charCodeAt(0)] = to.charCodeAt(0);
  for (const sign of '\u200b\u200d\u0301\ufe0f\u00ad') units[sign.charCodeAt(0)] = INVISIBLE;
  for (const sign of ' \u3000·*_|~^-★') units[sign.charCodeAt(0)] = FILLER;
  const points: [string, number][] = [
    ['😀', FILLER],
    ['🔥', FILLER],
    ['\u{e0100}', INVISIBLE],
    ['𝐚', 0x61],
    ['𝑽', 0x76],
    ['🈚', '无'.charCodeAt(0)],
  ];
  return { units, astral: new Map(points.map(([sign, reading]) => [sign.codePointAt(0)!, reading])) };
}

export type Hit = [start: number, end: number, id: number];

export function toHits({ count, triples }: TermHits): Hit[] {
  return Array.from({ length: count }, (_, i) => [...triples.subarray(3 * i, 3 * i + 3)] as unknown as Hit);
}

/** A character of a text as it is read. */
export interface Read {
  /** What it reads as; nothing for half a surrogate pair. */
  reading: string | undefined;
  start: number;
  end: number;
}

/** What a run of fillers that stays reads as. */
export const BREAK = 'break';

/** Reads a text in the plainest way. */
export function readNaively(text: string, { units, astral }: FoldTable): Read[] {
  const seen: (Read & { filler: boolean })[] = [];
  let start = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    const isHalf = point >= 0xd800 && point <= 0xdfff;
    const unit = point > 0xffff ? astral.get(point) : units[point]!;
    const end = start + character.length;
    if (isHalf) seen.push({ reading: undefined, start, end, filler: false });
    else if (unit === undefined) seen.push({ reading: character, start, end, filler: false });
    else if (unit !== INVISIBLE) {
      seen.push({ reading: String.fromCharCode(unit), start, end, filler: unit === FILLER });
    }
    start = end;
  }
  const read: Read[] = [];
  for (let i = 0; i < seen.length; ) {
    let j = i;
    while (seen[j]?.filler) j++;
    const vanishes = j - i <= MAX_FILLERS && (isHan(read.at(-1)) || isHan(seen[j]));
    if (j === i) read.push(seen[j++]!);
    else if (!vanishes) read.push({ reading: BREAK, start: seen[i]!.start, end: seen[j - 1]!.end });
    i = j;
  }
  return read;
}

/** Finds terms in the plainest way: every term at every character. */
export function findNaively(terms: readonly string[], text: string, table: FoldTable): Hit[] {
  const read = readNaively(text, table);
  const wanted = terms.map((term) => readTermNaively(term, table));
  const hits: Hit[] = [];
  for (let at = 0; at < read.length; at++) {
    wanted.forEach((term, id) => {
      const found = read.slice(at, at + term.length);
      if (found.length < term.length || found.some(({ reading }, i) => reading !== term[i])) return;
      if (isLetter(term[0]) && isLetter(read[at - 1]?.reading)) return;
      const isWord = term.every((reading) => /^[a-z0-9]$/i.test(reading));
      if (isWord && isLetter(term.at(-1)) && isLetter(read[at + term.length]?.reading)) return;
      hits.push([found[0]!.start, found.at(-1)!.end, id]);
    });
  }
  return hits.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
}

export function readTermNaively(term: string, table: FoldTable): string[] {
  const readings = readNaively(term, table).map(({ reading }) => reading!);
  return readings.slice(readings[0] === BREAK ? 1 : 0, readings.at(-1) === BREAK ? -1 : undefined);
}

function isHan(read: Read | undefined): boolean {
  return /^\p{Script=Han}$/u.test(read?.reading ?? '') && read!.reading!.length === 1;
}

function isLetter(reading: string | undefined): boolean {
  return /^[a-z]$/i.test(reading ?? '');
}

/** The same numbers in every run. */
export function createDice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}
