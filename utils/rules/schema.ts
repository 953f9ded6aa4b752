import * as v from 'valibot';
import { CONFIDENCES } from '../model/finding';
import { LABEL_KINDS } from '../model/post';

/**
 * The shape of `packs/*.json`. docs/adding-a-rule.md shows a worked example; the inventory test runs every example
 * of every rule.
 */

const Text = v.pipe(v.string(), v.trim(), v.nonEmpty());
export const LocalizedSchema = v.strictObject({ zh_CN: Text, en: Text });
const Id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9/-]*$/, 'ids are lower-case words joined by - and /'));

/** Two characters at least: a single character is a topic, never a cue. */
const Term = v.pipe(v.string(), v.minLength(2), v.maxLength(40));

/**
 * A regular expression over folded text. Repetition must be bounded (`{0,8}` instead of `*`), which keeps the
 * worst case linear in the text; look-behind and back references are not allowed.
 */
const Pattern = v.pipe(
  v.string(),
  v.maxLength(400),
  v.check(
    (source) => isBounded(source),
    'use {m,n} instead of *, + or {m,}; no look-behind, no back references',
  ),
  v.check((source) => compiles(source), 'is not a regular expression'),
);

export type Condition =
  | { terms: string[] }
  | { pattern: string }
  | { use: string }
  | { any: Condition[] }
  | { all: Condition[]; within?: number | undefined };

export const ConditionSchema: v.GenericSchema<Condition> = v.union([
  v.strictObject({ terms: v.pipe(v.array(Term), v.minLength(1)) }),
  v.strictObject({ pattern: Pattern }),
  v.strictObject({ use: Id }),
  v.strictObject({
    any: v.pipe(v.array(v.lazy(() => ConditionSchema)), v.minLength(2)),
  }),
  v.strictObject({
    all: v.pipe(v.array(v.lazy(() => ConditionSchema)), v.minLength(2)),
    /** Longest stretch of folded text that may hold all parts; 120 when absent. */
    within: v.optional(v.pipe(v.number(), v.integer(), v.minValue(4), v.maxValue(2000))),
  }),
]);

/** How a label of one kind bears on a category. */
const LabelBearing = v.strictObject({
  kind: v.picklist(LABEL_KINDS),
  /** What a seen label does: `cancel` the finding or `lower` it by one step. */
  seen: v.picklist(['cancel', 'lower']),
  /** The category is about this very label: without a reading it can only be a clue. */
  duty: v.optional(v.literal(true)),
});

export const CategorySchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^20\d\d-\d\/[a-z0-9-]+$/)),
  name: LocalizedSchema,
  /** The literal words of the campaign's notice. */
  clause: LocalizedSchema,
  /** Two to four questions that a reviewer answers before reporting. */
  checklist: v.pipe(v.array(LocalizedSchema), v.minLength(2), v.maxLength(4)),
  labels: v.optional(v.array(LabelBearing), []),
});

export const RuleSchema = v.strictObject({
  id: Id,
  category: v.string(),
  reason: LocalizedSchema,
  when: ConditionSchema,
  /** Ids of counter-evidence in packs/shared.json that bears on this rule. */
  unless: v.optional(v.array(Id), []),
  /** What the wording alone can reach; `strong` always takes a second kind of evidence. */
  confidence: v.picklist(CONFIDENCES.slice(0, 2) as ['clue', 'likely']),
  hits: v.pipe(v.array(Text), v.minLength(3)),
  misses: v.pipe(v.array(Text), v.minLength(3)),
});

export const PackSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^20\d\d-\d$/)),
  version: v.pipe(v.string(), v.regex(/^\d{4}\.\d{2}\.\d{2}(\.\d+)?$/)),
  campaign: LocalizedSchema,
  categories: v.pipe(v.array(CategorySchema), v.minLength(1)),
  rules: v.array(RuleSchema),
});

export const SharedSchema = v.strictObject({
  version: v.string(),
  /** Wordings that several rules use, by id. */
  groups: v.record(Id, ConditionSchema),
  counters: v.record(
    Id,
    v.strictObject({
      name: LocalizedSchema,
      effect: v.picklist(['cancel', 'lower']),
      when: ConditionSchema,
    }),
  ),
});

export type Category = v.InferOutput<typeof CategorySchema>;
export type Rule = v.InferOutput<typeof RuleSchema>;
export type Pack = v.InferOutput<typeof PackSchema>;
export type SharedPack = v.InferOutput<typeof SharedSchema>;

/** The parts of a pack that matching needs; what is only read by people stays out of the content script. */
export type MatchingCategory = Pick<Category, 'id' | 'name' | 'labels'>;
export type MatchingRule = Omit<Rule, 'reason' | 'hits' | 'misses'>;
export interface MatchingPack {
  id: string;
  categories: MatchingCategory[];
  rules: MatchingRule[];
}

function isBounded(source: string): boolean {
  const plain = source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, 'c');
  return !/[*+]|\{\d+,\}|\(\?<[=!]/.test(plain) && !/\\[1-9k]/.test(source);
}

function compiles(source: string): boolean {
  try {
    new RegExp(source, 'gu');
    return true;
  } catch {
    return false;
  }
}
