/**
 * Folds spelling tricks away so that rules compare plain text, and keeps the way back to the original.
 *
 * Width, compatibility forms and case are folded; invisible and combining characters vanish; a few signs stand for
 * the word they replace in the wild; spaces and filler signs between two Han characters vanish, so that 加 微 信
 * reads 加微信. Line breaks stay, so that words are not made across lines.
 */
export interface FoldedText {
  text: string;
  /** For each UTF-16 unit of `text`, where the original character it came from starts and ends. */
  starts: Uint32Array;
  ends: Uint32Array;
}

/** Invisible and combining characters; variation selectors are among the latter. */
const IGNORED =
  /^[\p{Mn}\p{Me}\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufeff]$/u;
const FILLER = /^[ \t\u00a0\u3000·•・*_|~^\-‐–—]$/u;
const HAN = /^[\p{Script=Han}]$/u;

/** Signs that are written in place of a word. */
const SIGNS: Readonly<Record<string, string>> = {
  '➕': '+',
  '✚': '+',
  '💰': '钱',
  '💵': '钱',
  '💴': '钱',
  '💸': '钱',
  '🔗': '链接',
  '🔍': '搜',
  '🔎': '搜',
  '🔝': 'top',
  '🧧': '红包',
  '📱': '手机',
  '🛰': '卫星',
  '❤': '心',
  薇: '微',
  徽: '微',
  ᴠ: 'v',
  Ⅴ: 'v',
  '∨': 'v',
  囍: '喜',
};
const cache = new Map<string, string>();

export function fold(original: string): FoldedText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const character of original) {
    const end = offset + character.length;
    for (const unit of foldCharacter(character)) {
      for (let i = 0; i < unit.length; i++) {
        units.push(unit[i]!);
        starts.push(offset);
        ends.push(end);
      }
    }
    offset = end;
  }
  return dropFillers(units, starts, ends);
}

/** Folds a rule's own wording in the same way. */
export function foldTerm(term: string): string {
  return fold(term).text;
}

function foldCharacter(character: string): string {
  let folded = cache.get(character);
  if (folded === undefined) {
    folded = IGNORED.test(character) ? '' : (SIGNS[character] ?? character.normalize('NFKC').toLowerCase());
    folded = [...folded].map((part) => (IGNORED.test(part) ? '' : (SIGNS[part] ?? part))).join('');
    if (cache.size < 20_000) cache.set(character, folded);
  }
  return folded;
}

function dropFillers(units: string[], starts: number[], ends: number[]): FoldedText {
  const keep: number[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    if (FILLER.test(unit) && isHan(units[keep.at(-1) ?? -1]) && isHan(nextWord(units, i))) continue;
    keep.push(i);
  }
  return {
    text: keep.map((i) => units[i]).join(''),
    starts: Uint32Array.from(keep, (i) => starts[i]!),
    ends: Uint32Array.from(keep, (i) => ends[i]!),
  };
}

/** The first character after a run of at most four fillers. */
function nextWord(units: readonly string[], from: number): string | undefined {
  for (let i = from; i <= from + 4; i++) {
    const unit = units[i];
    if (unit === undefined || !FILLER.test(unit)) return unit;
  }
  return undefined;
}

function isHan(unit: string | undefined): boolean {
  return unit !== undefined && HAN.test(unit);
}
