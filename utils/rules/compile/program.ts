import type { LeftoverSign, LeftoverStrength } from '../../evidence/text-leftovers';
import type { Confidence } from '../../model/finding';
import type { LabelKind, PostKind, Surface } from '../../model/post';
import type { MatchingCategory } from '../schema';

/**
 * All rules in the form that pages match with: plain data, compiled once by the background and handed over through
 * storage (docs/decisions/0014).
 */
export interface RuleProgram {
  terms: TermTable;
  /** The same for words that are also found by their sound. */
  sounds: TermTable;
  /** For each leaf the fields that it reads, a bit set of {@link fieldBit}. */
  leafFields: number[];
  /** The leaf of ordinary words that no evasive spelling may take a part of, or -1. */
  ordinary: number;
  patterns: PatternSource[];
  /** What assistants leave in texts; `leftover` nodes ask for it. */
  leftovers: LeftoverSource[];
  /** Compiled groups of the shared packs; `ref` nodes name them by position. */
  groups: Node[];
  counters: CounterProgram[];
  rules: RuleEntry[];
  /** In order of the rules. */
  ways: Way[];
  categories: MatchingCategory[];
}

/** Words and what finding one means. */
export interface TermTable {
  /** The matcher's tables ({@link TermMatcher.toBuffer}) in base64: they take less than half the time to read as to build. */
  tables: string;
  /** For each word its length in units. */
  lengths: number[];
  /** For each word the leaves that it is a hit of. */
  leaves: number[][];
  /** For words that do not count under longer ones: the word's position and the leaf of the longer ones, in pairs. */
  shadows: number[];
  /** For evasive spellings: the word's position and that of the plain word in `bases`, in pairs. */
  plain: number[];
  bases: string[];
}

export interface PatternSource {
  source: string;
  fields: number;
}

/** {@link LeftoverSign} as plain data. */
export type LeftoverSource = Omit<LeftoverSign, 'pattern'> & Pick<RegExp, 'source' | 'flags'>;

export type Node =
  | { type: 'terms'; leaf: number }
  | { type: 'pattern'; pattern: number }
  | { type: 'ref'; group: number }
  | { type: 'any'; parts: Node[] }
  | {
      type: 'near';
      parts: Node[];
      /** Positions of the parts in the order in which to look: the `cheap` ones, which search no text, first. */
      order: number[];
      cheap: number;
      /** How many of the parts must hold. */
      least: number;
      within: number;
      sentence: boolean;
      ordered: boolean;
    }
  | { type: 'times'; times: number; of: Node }
  | { type: 'none'; parts: Node[] }
  | { type: 'label'; kind: LabelKind; is: 'seen' | 'none' }
  | { type: 'post'; sites?: string[]; kinds?: PostKind[]; surfaces?: Surface[] }
  | { type: 'author'; verified: boolean }
  | { type: 'media' }
  /** The leaf of the words without which no text is read for leftovers. */
  | { type: 'leftover'; leaf: number; strength: LeftoverStrength };

export interface CounterProgram {
  id: string;
  effect: 'cancel' | 'lower';
  when: Node;
  near?: number;
}

export interface RuleEntry {
  id: string;
  category: string;
  confidence: Confidence;
  /** Positions in `counters`. */
  unless: number[];
}

/** One way for a rule to hold: a rule that says `any` has several, and only those with words in a text are looked at. */
export interface Way {
  /** Position in `rules`. */
  rule: number;
  when: Node;
  /**
   * Of each of these lists at least one leaf must have a hit, or the way cannot hold; the first is the rarest. Empty for
   * ways that hold without any word: they are looked at only for posts of which there is media evidence.
   */
  gates: number[][];
  /** Units within which hits of all gates must lie, before signs put between characters; 0 where it is not known. */
  reach: number;
}
