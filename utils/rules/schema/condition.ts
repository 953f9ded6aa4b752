import * as v from 'valibot';
import {
  LABEL_KINDS,
  type LabelKind,
  POST_KINDS,
  type PostKind,
  SURFACES,
  type Surface,
} from '../../model/post';
import { Id } from './text';

/** The fields of a post that conditions can name; without `in` a condition reads title, text and hashtags. */
export const RULE_FIELDS = ['title', 'text', 'hashtag', 'author', 'verification'] as const;
export type RuleField = (typeof RULE_FIELDS)[number];

/**
 * `media`: a file of the post says that it was made or edited with AI. `leftover`: signs that only an assistant's answer
 * leaves in a text. `phrases`: two different wordings of assistants that people use too, and no such sign.
 */
export const EVIDENCE_KINDS = ['media', 'leftover', 'phrases'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What a condition can say. docs/adding-a-rule.md explains each with an example. */
export type Condition =
  /** Any of these words; `except`: not where one of these longer words stands over it. */
  | { terms: string[]; except?: string[] | undefined; variants?: true | undefined; sound?: true | undefined }
  /** A regular expression over folded text. */
  | { pattern: string }
  /** A group of packs/shared, `file/name`. */
  | { use: string }
  | { any: Condition[] }
  /** All parts near each other. */
  | {
      all: Condition[];
      within?: number | undefined;
      sentence?: true | undefined;
      ordered?: true | undefined;
    }
  /** At least so many of the parts near each other. */
  | { atLeast: number; of: Condition[]; within?: number | undefined }
  /** One condition at so many places. */
  | { times: number; of: Condition }
  /** Nothing of this anywhere in the post; stands in an `all`. */
  | { none: Condition[] }
  /** A condition read in other fields than title, text and hashtags. */
  | { in: RuleField[]; that: Condition }
  /** What was read at the label's place: a label of the kind, or (`none`) no label at all. */
  | { label: LabelKind; is: 'seen' | 'none' }
  /** Where the post stands. */
  | {
      post: {
        sites?: string[] | undefined;
        kinds?: PostKind[] | undefined;
        surfaces?: Surface[] | undefined;
      };
    }
  /** Whether the page shows a verification of the author. */
  | { author: 'verified' | 'unverified' }
  /** What a file of the post, or its title, text and hashtags, show of an AI tool. */
  | { evidence: EvidenceKind };

/** Two characters at least: a single character is a topic, never a cue. */
const Term = v.pipe(v.string(), v.minLength(2), v.maxLength(40));
const Terms = v.pipe(v.array(Term), v.minLength(1));

/**
 * A regular expression over folded text. Repetition must be bounded (`{0,8}` instead of `*`), which keeps the
 * worst case linear in the text; look-around and back references are not allowed.
 */
const Pattern = v.pipe(
  v.string(),
  v.maxLength(400),
  v.check(
    (source) => isBounded(source),
    'use {m,n} instead of *, + or {m,}; no look-around (say "except", "none" or a counter), no back references',
  ),
  v.check((source) => compiles(source), 'is not a regular expression'),
);

const Part = v.lazy((): v.GenericSchema<Condition> => ConditionSchema);
const Parts = v.pipe(v.array(Part), v.minLength(2));
/** Longest stretch of text that may hold all parts; 120 when absent. */
const Within = v.optional(v.pipe(v.number(), v.integer(), v.minValue(4), v.maxValue(2000)));
const Yes = v.optional(v.literal(true));
const Count = v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(10));

export const ConditionSchema: v.GenericSchema<Condition> = v.union([
  v.strictObject({ terms: Terms, except: v.optional(Terms), variants: Yes, sound: Yes }),
  v.strictObject({ pattern: Pattern }),
  v.strictObject({ use: Id }),
  v.strictObject({ any: Parts }),
  v.strictObject({ all: Parts, within: Within, sentence: Yes, ordered: Yes }),
  v.strictObject({ atLeast: Count, of: Parts, within: Within }),
  v.strictObject({ times: Count, of: Part }),
  v.strictObject({ none: v.pipe(v.array(Part), v.minLength(1)) }),
  v.strictObject({ in: v.pipe(v.array(v.picklist(RULE_FIELDS)), v.minLength(1)), that: Part }),
  v.strictObject({ label: v.picklist(LABEL_KINDS), is: v.picklist(['seen', 'none']) }),
  v.strictObject({
    post: v.strictObject({
      sites: v.optional(v.pipe(v.array(Id), v.minLength(1))),
      kinds: v.optional(v.pipe(v.array(v.picklist(POST_KINDS)), v.minLength(1))),
      surfaces: v.optional(v.pipe(v.array(v.picklist(SURFACES)), v.minLength(1))),
    }),
  }),
  v.strictObject({ author: v.picklist(['verified', 'unverified']) }),
  v.strictObject({ evidence: v.picklist(EVIDENCE_KINDS) }),
]);

function isBounded(source: string): boolean {
  const plain = source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, 'c');
  return !/[*+]|\{\d+,\}|\(\?<?[=!]/.test(plain) && !/\\[1-9k]/.test(source);
}

function compiles(source: string): boolean {
  try {
    new RegExp(source, 'gu');
    return true;
  } catch {
    return false;
  }
}
