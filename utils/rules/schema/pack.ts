import * as v from 'valibot';
import { CONFIDENCES } from '../../model/finding';
import { AI_KINDS } from '../../model/media-check';
import { type Category, CategorySchema, type HintedCategory } from './category';
import { ConditionSchema } from './condition';
import { CategoryId, Id, LocalizedSchema, Text, Version } from './text';

/** A post in words, or one of whose files it is known what they say. */
const Example = v.union([Text, v.strictObject({ text: v.string(), media: v.picklist(AI_KINDS) })]);

/** One rule. The inventory test runs every example of every rule. */
export const RuleSchema = v.strictObject({
  id: Id,
  category: CategoryId,
  /** The words of the notice that the rule rests on. */
  basis: v.strictObject({ ...LocalizedSchema.entries, sources: v.pipe(v.array(Text), v.minLength(1)) }),
  /** What was seen, never what is true. */
  reason: LocalizedSchema,
  when: ConditionSchema,
  /** Ids of counter-evidence beyond those that bear on every rule. */
  unless: v.optional(v.array(Id), []),
  /** Ids of counter-evidence that bears on every rule but not on this one. */
  despite: v.optional(v.array(Id), []),
  /** What the wording alone can reach; `strong` always takes a second kind of evidence. */
  confidence: v.picklist(CONFIDENCES.slice(0, 2) as ['clue', 'likely']),
  hits: v.pipe(v.array(Example), v.minLength(3)),
  misses: v.pipe(v.array(Example), v.minLength(3)),
});

/** packs/<campaign>.json */
export const PackSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^20\d\d-\d$/)),
  version: Version,
  campaign: LocalizedSchema,
  /** The plan that announced the campaign and the notices that followed: ids of packs/sources.json. */
  sources: v.pipe(v.array(Text), v.minLength(1)),
  /** Parts of the plan that are measures or goals, not problems of posts. */
  measures: v.optional(LocalizedSchema),
  categories: v.pipe(v.array(CategorySchema), v.minLength(1)),
  rules: v.array(RuleSchema),
});

const CounterSchema = v.strictObject({
  name: LocalizedSchema,
  /** `cancel` the finding or `lower` it by one step. */
  effect: v.picklist(['cancel', 'lower']),
  when: ConditionSchema,
  /** Counts only within so many characters of the finding's words. */
  near: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200))),
  /** Bears on every rule that does not say `despite`. */
  always: v.optional(v.literal(true)),
});

/**
 * packs/shared/<id>.json: wordings that several rules use, and what speaks against findings. Rules name both
 * `<id>/<name>`.
 */
export const SharedPackSchema = v.strictObject({
  id: Id,
  version: Version,
  name: LocalizedSchema,
  groups: v.record(Id, ConditionSchema),
  counters: v.record(Id, CounterSchema),
});

/** packs/routes.json: where a kind of problem is reported, and under which heading. */
export const RoutesSchema = v.strictObject({
  version: Version,
  routes: v.record(
    Id,
    v.strictObject({
      name: LocalizedSchema,
      /** Heading at 12377. */
      c12377: LocalizedSchema,
      /** Heading in the site's own form, by site; in the form's own words. */
      sites: v.record(Id, Text),
      /** Who may report. */
      standing: LocalizedSchema,
      also: v.optional(LocalizedSchema),
    }),
  ),
});

/** packs/sources.json: the notices, regulations and platform rules that packs rest on. */
export const SourcesSchema = v.strictObject({
  version: Version,
  sources: v.record(
    Text,
    v.strictObject({
      date: v.string(),
      issuer: Text,
      title: Text,
      where: Text,
      /** A the plan itself … E fragments only, T the text of publishing tools (facts: taxonomy.md section 11). */
      grade: v.picklist(['A', 'B', 'C', 'D', 'E', 'T']),
    }),
  ),
});

export type Rule = v.InferOutput<typeof RuleSchema>;
export type Example = v.InferOutput<typeof Example>;
export type Pack = v.InferOutput<typeof PackSchema>;
export type SharedPack = v.InferOutput<typeof SharedPackSchema>;
export type Counter = v.InferOutput<typeof CounterSchema>;
export type Routes = v.InferOutput<typeof RoutesSchema>['routes'];
export type Sources = v.InferOutput<typeof SourcesSchema>['sources'];

/** The parts of a pack that matching needs; what is only read by people stays out of the content script. */
export type MatchingCategory = Pick<HintedCategory, 'id' | 'name' | 'labels'>;
export type { Category };
