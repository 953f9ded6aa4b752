import { compatible } from './compatible';
import { isHan } from './is-han';
import { loadReadings, REPLACEMENT } from './load-table';
import { EXPANDS, FILLER, INVISIBLE, MAX_FILLERS } from './table';
import * as written from './written';

/**
 * A text as the term matcher reads it, for patterns, with the way back to the original.
 *
 * Invisible characters are gone. Up to {@link MAX_FILLERS} fillers in a row are gone where a Han character stands on at
 * least one side (加 微·信 and 加-v read 加微信 and 加v). Elsewhere a run of fillers is one blank, or the sign itself
 * if it is a single ASCII one (wx_abc, 3-5万); a longer run beside a Han character is {@link GAP}. Line breaks stay,
 * so that words are not made across lines. Folding a folded text changes nothing.
 */
export interface FoldedText {
  text: string;
  /** For each UTF-16 unit of `text`, where the original character or run that it came from starts and ends. */
  starts: Uint32Array;
  ends: Uint32Array;
}

/** A blank that nobody types: `\s` finds it, and folding again does not take it for a filler. */
export const GAP = '\u1680';
const BLANK = 0x20;
const HYPHEN = 0x2d;
const TILDE = 0x7e;
/** In the table of units, beside INVISIBLE, FILLER and EXPANDS; larger entries are copied. */
const SURROGATE = 3;
/** A code point above U+FFFF of which nothing is known. */
const UNKNOWN = -1;

let table: Uint16Array | undefined;

export function fold(original: string): FoldedText {
  const readings = loadUnits();
  written.start(original.length);
  for (let at = 0; at < original.length; ) {
    at = written.copy(original, at, readings, SURROGATE);
    if (at < original.length) at = readSpecial(original, at, readings);
  }
  return written.finish();
}

/** Folds a rule's own wording in the same way. */
export function foldTerm(term: string): string {
  return fold(term).text;
}

/** Reads what is not simply copied; returns where the next character is. */
function readSpecial(text: string, at: number, readings: Uint16Array): number {
  const reading = readingAt(text, at, readings);
  if (reading === FILLER) return readFillers(text, at, readings);
  const end = at + widthAt(text, at);
  if (reading === EXPANDS) for (const unit of expand(text[at]!)) written.add(unit.charCodeAt(0), at, end);
  else if (reading === UNKNOWN) for (let i = at; i < end; i++) written.add(text.charCodeAt(i), at, end);
  else if (reading !== INVISIBLE) written.add(reading, at, end);
  return end;
}

/** Reads a run of fillers and what is invisible among them. */
function readFillers(text: string, from: number, readings: Uint16Array): number {
  let count = 0;
  let end = from;
  let at = from;
  let next = UNKNOWN;
  for (; at < text.length; at += widthAt(text, at)) {
    next = readingAt(text, at, readings);
    if (next === FILLER) {
      count++;
      end = at + widthAt(text, at);
    } else if (next !== INVISIBLE) break;
  }
  if (next === EXPANDS) next = expand(text[at]!).charCodeAt(0);
  const besideHan = isHan(written.last()) || (at < text.length && isHan(next));
  if (besideHan && count > MAX_FILLERS) written.add(GAP.charCodeAt(0), from, end);
  else if (!besideHan) written.add(count === 1 ? signOf(text.charCodeAt(from)) : BLANK, from, end);
  return at;
}

function readingAt(text: string, at: number, readings: Uint16Array): number {
  const reading = readings[text.charCodeAt(at)]!;
  if (reading !== SURROGATE) return reading;
  const point = text.codePointAt(at)!;
  return point > 0xffff ? (loadReadings().astral.get(point) ?? UNKNOWN) : REPLACEMENT;
}

function widthAt(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1;
}

/** The fold table with the units marked that are not copied as they read. */
function loadUnits(): Uint16Array {
  if (table) return table;
  const { units, expanding } = loadReadings();
  table = units.slice().fill(SURROGATE, 0xd800, 0xe000);
  for (const unit of expanding) table[unit] = EXPANDS;
  return table;
}

function expand(character: string): string {
  const { units } = loadReadings();
  let text = '';
  for (const part of compatible(character)) {
    const reading = units[part.charCodeAt(0)]!;
    if (reading > FILLER) text += String.fromCharCode(reading);
  }
  return text;
}

/** What a single filler that stays is written as. */
function signOf(unit: number): number {
  if (unit > BLANK && unit < 0x7f) return unit;
  if (unit > 0xff00 && unit < 0xff5f) return unit - 0xfee0;
  if ((unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212) return HYPHEN;
  return unit === 0x301c ? TILDE : BLANK;
}
