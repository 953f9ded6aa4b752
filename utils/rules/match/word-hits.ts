import { soundsRight } from '../fold/sounds-right';
import type { Scans } from './candidates';
import { type Hit, holds, type Match, overlaps, type Stretch } from './hit';
import { isPlausible } from './plausible';
import type { Reading } from './reading';
import { sectionAt } from './reading';
import type { RuleSet } from './rule-set';

interface RawHit extends Stretch {
  word: number;
  sounded: boolean;
}

/** More hits of one leaf than this say nothing new about a post. */
const MAX_HITS = 200;

/** The hits of one text by leaf. Each leaf's hits are checked against spelling and longer words when asked for. */
export class WordHits {
  readonly #checked = new Map<number, readonly Match[]>();

  constructor(
    readonly rules: RuleSet,
    readonly reading: Reading,
    readonly scans: Scans,
    /** Units of the text for one that is read: more than 1 where signs were put between characters. */
    readonly stretch: number,
  ) {}

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
    for (const hit of this.rules.open.hits(leaf)) {
      const raw = this.#rawHit(hit);
      const section = sectionAt(this.reading.sections, raw.start);
      if (!section || (section.bit & fields) === 0 || !this.#holds(raw)) continue;
      // A word that is spelt as it is also sounds as it does.
      if (raw.sounded && kept.some(({ start, end }) => start === raw.start && end === raw.end)) continue;
      const { table, plain: spelt } = raw.sounded ? this.rules.sounds! : this.rules.words;
      const plain = spelt[raw.word]!;
      const { start, end } = raw;
      const word: Hit = plain < 0 ? { start, end } : { start, end, reads: table.bases[plain]! };
      kept.push({ start, end, words: [word] });
      if (kept.length >= MAX_HITS) break;
    }
    return kept.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  /** @param hit as noted by `candidatesOf` */
  #rawHit(hit: number): RawHit {
    const sounded = hit < 0;
    const at = sounded ? ~hit : hit;
    const { triples } = sounded ? this.scans.sounds! : this.scans.words;
    return { start: triples[at]!, end: triples[at + 1]!, word: triples[at + 2]!, sounded };
  }

  #holds({ start, end, word, sounded }: RawHit): boolean {
    const { text } = this.reading;
    const { table, shadows, plain } = sounded ? this.rules.sounds! : this.rules.words;
    const shadow = shadows[word]!;
    // An evasive spelling is none if it takes a part of an ordinary word (安徽|信); a plain word counts unless the
    // longer word holds all of it.
    const hides = shadow === this.rules.program.ordinary ? overlaps : holds;
    if (shadow >= 0 && this.of(shadow).some((longer) => hides(longer, { start, end }))) return false;
    return sounded
      ? soundsRight(text, start, end, table.bases[plain[word]!]!)
      : isPlausible(text, start, end, table.lengths[word]!);
  }
}
