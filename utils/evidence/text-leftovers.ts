import type { Strength } from '../model/media-check';
import type { LeftoverId, LeftoverPattern } from './leftover-patterns';

/** As the rules' program brings it. */
export interface LeftoverSign extends LeftoverPattern {
  id: LeftoverId;
}

/** One place in a text; `start` and `end` are half-open, in UTF-16 code units. */
export interface Leftover {
  id: LeftoverId;
  start: number;
  end: number;
}

/** `C1` for a T1, `C3` for two different T2. */
export type LeftoverStrength = Extract<Strength, 'C1' | 'C3'>;

export interface LeftoverReading {
  strength: LeftoverStrength;
  /** All that speaks for an assistant, in the order of the text. */
  found: Leftover[];
}

/** Longer texts are read up to here, in code units: no post is longer. */
const MAX_TEXT = 100_000;
/** Of one pattern in one text. */
const MAX_OF_A_KIND = 20;
/** A text with signs of more interfaces than this tells about them. */
const MAX_INTERFACES = 3;

/**
 * What an assistant's answer left in a text, outside of quotations and code; `undefined` where that says nothing, or
 * where the text is about such signs.
 */
export function readLeftovers(whole: string, signs: readonly LeftoverSign[]): LeftoverReading | undefined {
  const text = masked(whole.slice(0, MAX_TEXT));
  const found: Leftover[] = [];
  let tokens = 0;
  let interfaces = 0;
  let phrases = 0;
  for (const sign of signs) {
    const places = placesOf(sign, text);
    if (places.length === 0) continue;
    found.push(...places);
    if (sign.tier === 'T2') phrases++;
    else {
      tokens++;
      if (!sign.isSelf) interfaces++;
    }
  }
  if (interfaces > MAX_INTERFACES || (tokens === 0 && phrases < 2)) return undefined;
  return { strength: tokens > 0 ? 'C1' : 'C3', found: found.sort((a, b) => a.start - b.start) };
}

function placesOf({ id, pattern, isSelf }: LeftoverSign, text: string): Leftover[] {
  const places: Leftover[] = [];
  for (const { 0: words, index } of text.matchAll(pattern)) {
    const start = index + words.search(/\S/);
    if (isSelf && SAID.test(text.slice(Math.max(0, start - 12), start))) continue;
    places.push({ id, start, end: index + words.length });
    if (places.length === MAX_OF_A_KIND) break;
  }
  return places;
}

/** Words before that say that somebody else speaks: 它总说作为一个AI语言模型…, “it answered: as an AI …”. */
const SAID =
  /(?:(?:说|称|道|回答|回复|表示|[比例譬诸]如|类似|出现|看[到见]|写着|声明)[了过的是]?[：:，, ]?|\b(?:says?|said|answer(?:s|ed)?|repl(?:y|ies|ied)|like|writes?|wrote)[:,]? )$/i;

/** Code, quoted lines and quotations within one paragraph; the straight quotes of JSON, where a sign stands, are none. */
const OTHERS_WORDS =
  /```[\s\S]*?(?:```|(?![\s\S]))|`[^`\n]{1,500}`|^[ \t]{0,3}[>＞].*|「[^「」\n]{1,500}」|『[^『』\n]{1,500}』|“[^“”\n]{1,500}”|‘[^‘’\n]{1,500}’|《[^《》\n]{1,200}》|(?<![{[,])"[^"\n]{1,500}"/gm;

/** The text with blanks in place of what are not its own words, so that places stay the same. */
function masked(text: string): string {
  return text.replace(OTHERS_WORDS, (hit) => hit.replace(/./g, ' '));
}
