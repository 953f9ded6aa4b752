import * as v from 'valibot';
import { LABEL_KINDS } from '../../model/post';
import { CategoryId, Id, LocalizedSchema, Text } from './text';

/** Where a category can be seen (facts: taxonomy.md section 1). */
export const OBSERVABLE_KINDS = [
  'text',
  'label-missing',
  'account',
  'live-room',
  'media',
  'behaviour',
  'platform-ui',
  'platform-side',
] as const;

/** How a label of one kind bears on a category. */
const LabelBearing = v.strictObject({
  kind: v.picklist(LABEL_KINDS),
  /** What a seen label does: `cancel` the finding or `lower` it by one step. */
  seen: v.picklist(['cancel', 'lower']),
  /** The category is about this very label: without a reading it can only be a clue. */
  duty: v.optional(v.literal(true)),
});

const base = {
  id: CategoryId,
  name: LocalizedSchema,
  /** The literal words of the campaign's plan that name the problem. */
  phrase: Text,
  /** Named in the plan itself, or in a later notice of the campaign. */
  origin: v.picklist(['plan', 'notice']),
  /** What the notices list under it. */
  clause: LocalizedSchema,
  /** Ids of packs/sources.json. */
  sources: v.pipe(v.array(Text), v.minLength(1)),
  observable: v.picklist(['yes', 'partly', 'no']),
  seenIn: v.pipe(v.array(v.picklist(OBSERVABLE_KINDS)), v.minLength(1)),
};

/** What a person needs to judge and report a category. */
const guidance = {
  /** 1 a missing label … 4 danger to people or organised crime. */
  severity: v.picklist([1, 2, 3, 4]),
  /** Questions that a reviewer answers before reporting. */
  checklist: v.pipe(v.array(LocalizedSchema), v.minLength(2), v.maxLength(4)),
  safeguards: v.strictObject({
    /** What is never marked under this category. */
    never: LocalizedSchema,
    /** What the reviewer is reminded of. */
    reminder: LocalizedSchema,
    /** Minors or self-harm may be concerned: the interface says where help is before it offers a report. */
    help: v.optional(v.literal(true)),
  }),
  /** Id of packs/routes.json. */
  route: Id,
};

/** Rules may raise findings: on wording in general, or only on abuse, organised attack and fabricated claims. */
const Hinted = v.strictObject({
  ...base,
  policy: v.picklist(['text-hint', 'text-hint-narrow']),
  ...guidance,
  labels: v.optional(v.array(LabelBearing), []),
});

/** The same check as another category; that one's rules and guidance serve. */
const Alias = v.strictObject({ ...base, policy: v.literal('same-as'), as: CategoryId });

/** No wording shows it; a person can report it with the questions. */
const ChecklistOnly = v.strictObject({
  ...base,
  policy: v.literal('checklist-only'),
  ...guidance,
  why: LocalizedSchema,
});

/**
 * No rules and no button: nothing on a page shows it (`not-observable`), or to see it would be to judge a viewpoint
 * (`never-by-viewpoint`).
 */
const Unmarked = v.strictObject({
  ...base,
  policy: v.picklist(['not-observable', 'never-by-viewpoint']),
  why: LocalizedSchema,
  /** The categories that carry what is visible of it. */
  carriedBy: v.array(CategoryId),
});

export const CategorySchema = v.variant('policy', [Hinted, Alias, ChecklistOnly, Unmarked]);

export type Category = v.InferOutput<typeof CategorySchema>;
export type HintedCategory = v.InferOutput<typeof Hinted>;
/** Categories with questions, safeguards and a route of their own. */
export type GuidedCategory = HintedCategory | v.InferOutput<typeof ChecklistOnly>;

export function isHinted(category: Category): category is HintedCategory {
  return category.policy === 'text-hint' || category.policy === 'text-hint-narrow';
}

export function isGuided(category: Category): category is GuidedCategory {
  return isHinted(category) || category.policy === 'checklist-only';
}
