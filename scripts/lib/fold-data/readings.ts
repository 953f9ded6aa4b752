import { commonHan } from '../../../utils/rules/fold/common-han.ts';
import { compatible } from '../../../utils/rules/fold/compatible.ts';
import { EXPANDS, FILLER, INVISIBLE } from '../../../utils/rules/fold/table.ts';
import { simplifiedForms } from './han.ts';
import { SIGNS, SIGNS_FOR_WORDS } from './signs.ts';

/** Line breaks stay, and so do dots of omission and what stands for a long gap (utils/rules/fold/fold.ts). */
const KEPT = new Set('\n\r\u2028\u2029\u1680…‥');
const VANISHES = new RegExp(
  [
    '^(?:[\\p{Mn}\\p{Me}\\p{Cc}]',
    // Soft hyphen, marks of direction, joiners, fillers of Hangul and Mongolian, byte order mark.
    '[\\u00ad\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u206a-\\u206f\\u3164\\ufeff]',
    // Skin tones and tags.
    '[\\u{1f3fb}-\\u{1f3ff}]',
    '[\\u{e0000}-\\u{e007f}])$',
  ].join('|'),
  'u',
);
/**
 * Blanks and signs that people put between the characters of a word. The full stop is one of them: in 4,965 spam
 * lines 44 have it between two Han characters, nearly always as a trick, against 5 of 30,000 ordinary texts. The slash
 * is not: between Han characters it parts the items of ordinary lists (兼职/宝妈/学生). Sentence punctuation, brackets
 * and + # @ & % $ = are none, for they part words or belong to them.
 */
const FILLS = /^[\t\p{Zs}\p{Pd}\p{Pc}.·•‧‣⁃−∙⋅・※*|¦~〜〰^`´¨¯\\\u2800]$/u;
const FILLING_SYMBOL = /^[[\p{So}\p{Sm}]&&[\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2b00-\u2bff]]$/v;
const PICTOGRAPH = /^\p{Extended_Pictographic}$/u;
/** Compatibility forms of several units that are taken apart (㎏ kg, ㏠ 1日); others (ﷺ, ㌀) keep themselves. */
const EXPANSION = /^[a-z0-9/%:+!?,()\p{Script=Han}]{2,5}$/u;
/** What is worth a place in the table: no term is written in other scripts. */
const READABLE =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Katakana}\p{Nd}\p{P}\p{S}]$/u;

/** Stands for a filler while building; no character reads as it. */
const FILL = '\u0001';

/** Code points that read as something other than themselves: as a UTF-16 unit, INVISIBLE, FILLER or EXPANDS. */
export function buildReadings(): Map<number, number> {
  const read = reader(simplifiedForms());
  const common = new Set(commonHan());
  const readings = new Map<number, number>();
  const add = (code: number): void => {
    if (code >= 0xd800 && code <= 0xdfff) return;
    const character = String.fromCodePoint(code);
    const reading = read(character);
    if (reading === character) return;
    if (reading === '') readings.set(code, INVISIBLE);
    else if (isFill(reading)) readings.set(code, FILLER);
    else if (reading.length === 1 && (common.has(reading) || READABLE.test(reading)))
      readings.set(code, reading.charCodeAt(0));
    else if (code <= 0xffff && EXPANSION.test(reading)) readings.set(code, EXPANDS);
  };
  for (let code = 0; code <= 0x1fbff; code++) add(code);
  for (let code = 0xe0000; code <= 0xe01ef; code++) add(code);
  return readings;
}

/** Gives '' for what vanishes and FILL for a filler. */
function reader(simplified: ReadonlyMap<string, string>): (character: string) => string {
  const digits = otherDigits();
  function read(character: string): string {
    if (KEPT.has(character) || SIGNS_FOR_WORDS.has(character)) return character;
    const sign = SIGNS.get(character) ?? digits.get(character) ?? simplified.get(character);
    if (sign !== undefined) return sign;
    // Tabs are controls, too.
    if (character !== '\t' && VANISHES.test(character)) return '';
    const plain = compatible(character);
    if (plain !== character) return readAll(plain);
    const fills = FILLS.test(character) || FILLING_SYMBOL.test(character) || PICTOGRAPH.test(character);
    return fills ? FILL : character;
  }
  function readAll(text: string): string {
    const parts = [...text].map(read);
    // Blanks and stops inside a compatibility form (´ is a blank and an accent) are no part of what it says.
    const said = parts.filter((part) => !isFill(part)).join('');
    return said === '' ? (parts.find(isFill) ?? '') : said;
  }
  return read;
}

function isFill(reading: string): boolean {
  return reading === FILL;
}

/** Decimal digits of all scripts; each script has its ten in a row, 0 first. */
function otherDigits(): Map<string, string> {
  const digits = new Map<string, string>();
  let first = 0x30;
  for (let code = 0x31; code <= 0x1ffff; code++) {
    const digit = /^\p{Nd}$/u.test(String.fromCodePoint(code));
    if (!digit) first = code + 1;
    else if (code > 0x39) digits.set(String.fromCodePoint(code), String((code - first) % 10));
  }
  return digits;
}
