import { soundsRight } from '../fold/sounds-right';
import type { TermHits } from '../matcher/term-matcher';
import { type Hit, holds, type Match, overlaps, type Stretch } from './hit';
import { isPlausible } from './plausible';
import type { Reading } from './reading';
import { sectionAt } from './reading';
import type { RuleSet, Vocabulary } from './rule-set';

interface RawHit extends Stretch {
  word: number;
  sounded: boolean;
}

/** More hits of one leaf than this say nothing new about a post. */
const MAX_HITS = 200;

/** The hits of one text by leaf. Each leaf's hits are checked against spelling and longer words when asked for. */
export class WordHits {
  readonly #raw = new Map<number, RawHit[]>();
  readonly #checked = new Map<number, readonly Match[]>();

  constructor(
    readonly rules: RuleSet,
    readonly reading: Reading,
    { words, sounds }: { words: TermHits; sounds: TermHits | undefined },
  ) {
    this.stretch = words.read > 0 ? reading.text.length / words.read : 1;
    this.#collect(words, rules.words, false);
    if (sounds && rules.sounds) this.#collect(sounds, rules.sounds, true);
  }

  /** How many units of the text one read character takes: more than 1 where signs were put between characters. */
  readonly stretch: number;

  /** Hits in order of position. */
  of(leaf: number): readonly Match[] {
    let hits = this.#checked.get(leaf);
    if (!hits) {
      hits = this.#check(leaf);
      this.#checked.set(leaf, hits);
    }
    return hits;
  }

  #check(leaf: number): Match[] {
    const fields = this.rules.program.leafFields[leaf]!;
    const kept: Match[] = [];
    for (const raw of this.#raw.get(leaf) ?? []) {
      const section = sectionAt(this.reading.sections, raw.start);
      if (!section || (section.bit & fields) === 0 || !this.#holds(raw)) continue;
      // A word that is spelt as it is also sounds as it does.
      if (raw.sounded && kept.some(({ start, end }) => start === raw.start && end === raw.end)) continue;
      const { table } = raw.sounded ? this.rules.sounds! : this.rules.words;
      const plain = table.plain[raw.word]!;
      const { start, end } = raw;
      const hit: Hit = plain < 0 ? { start, end } : { start, end, reads: table.bases[plain]! };
      kept.push({ start, end, words: [hit] });
      if (kept.length >= MAX_HITS) break;
    }
    return kept.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  #collect({ count, triples }: TermHits, { table }: Vocabulary, sounded: boolean): void {
    for (let i = 0; i < count * 3; i += 3) {
      const word = triples[i + 2]!;
      const hit = { start: triples[i]!, end: triples[i + 1]!, word, sounded };
      for (const leaf of table.leaves[word]!) {
        const list = this.#raw.get(leaf);
        if (list) list.push(hit);
        else this.#raw.set(leaf, [hit]);
      }
    }
  }

  #holds({ start, end, word, sounded }: RawHit): boolean {
    const { text } = this.reading;
    const { table, words } = sounded ? this.rules.sounds! : this.rules.words;
    const shadow = table.shadows[word]!;
    // An evasive spelling is none if it takes a part of an ordinary word (安徽|信); a plain word counts unless the
    // longer word holds all of it.
    const hides = !sounded && table.plain[word]! >= 0 ? overlaps : holds;
    if (shadow >= 0 && this.of(shadow).some((longer) => hides(longer, { start, end }))) return false;
    return sounded
      ? soundsRight(text, start, end, words[word]!)
      : isPlausible(text, start, end, words[word]!.length);
  }
}
