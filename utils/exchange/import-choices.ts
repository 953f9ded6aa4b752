import { type Difference, type ReportPlan, TAKEABLE, type TakeableField } from '../merge/plan';
import type { Reviewer } from '../model/account';

/** What becomes of what a file says differently, where the reader has not chosen for the field itself. */
export const TAKE_RULES = ['keep', 'newer', 'theirs'] as const;
export type TakeRule = (typeof TAKE_RULES)[number];

export interface ImportChoices {
  rule: TakeRule;
  /** By post and field: whether the file's value is taken. */
  fields: ReadonlyMap<string, boolean>;
  /** A backup's settings take the place of those here. */
  settings: boolean;
}

/** Nothing that stands here is touched. */
export const KEEP_ALL: ImportChoices = { rule: 'keep', fields: new Map(), settings: false };

/** A post of which a file says something else than the report that is here. */
export interface DifferingPost {
  plan: ReportPlan;
  /** When the report here was last changed. */
  hereAt: number;
  /** Whose row of the file it is. */
  reviewer: Reviewer;
}

/** What the file's reviewer says of a field; absent where only others do, whose values cannot be taken from it. */
export function statedBy(
  { theirs }: Difference,
  reviewer: Reviewer,
): Difference['theirs'][number] | undefined {
  return theirs.find(({ reviewer: { id } }) => id === reviewer.id);
}

/** Whether a field can be taken over from the file. */
export function isTakeable({ reviewer }: DifferingPost, difference: Difference): boolean {
  return isTakeableField(difference.field) && statedBy(difference, reviewer) !== undefined;
}

export function isTaken(choices: ImportChoices, post: DifferingPost, difference: Difference): boolean {
  if (!isTakeable(post, difference)) return false;
  const chosen = choices.fields.get(placeOf(post.plan.postKey, difference.field));
  if (chosen !== undefined) return chosen;
  if (choices.rule !== 'newer') return choices.rule === 'theirs';
  return (statedBy(difference, post.reviewer)?.at ?? 0) > post.hereAt;
}

/** The fields that the reader takes over for a post. */
export function takenFields(choices: ImportChoices, post: DifferingPost): TakeableField[] {
  return post.plan.differences
    .filter((difference) => isTaken(choices, post, difference))
    .map(({ field }) => field)
    .filter(isTakeableField);
}

/** For all fields of all posts: what was chosen for one of them before is forgotten. */
export function withRule(choices: ImportChoices, rule: TakeRule): ImportChoices {
  return { ...choices, rule, fields: new Map() };
}

export function withField(
  choices: ImportChoices,
  postKey: string,
  field: Difference['field'],
  take: boolean,
): ImportChoices {
  return { ...choices, fields: new Map(choices.fields).set(placeOf(postKey, field), take) };
}

/** One post of the list in which the reader chooses. */
export interface Conflict {
  postKey: string;
  headline: string;
  row: number;
  fields: ConflictField[];
}

export interface ConflictField extends Difference {
  /** Whose value can be taken; absent where both stand side by side. */
  takeable: Reviewer | undefined;
  taken: boolean;
}

export function conflictOf(choices: ImportChoices, post: DifferingPost): Conflict {
  const { postKey, headline, row, differences } = post.plan;
  const fields = differences.map((difference) => ({
    ...difference,
    takeable: isTakeable(post, difference) ? post.reviewer : undefined,
    taken: isTaken(choices, post, difference),
  }));
  return { postKey, headline, row, fields };
}

function isTakeableField(field: Difference['field']): field is TakeableField {
  return (TAKEABLE as readonly string[]).includes(field);
}

function placeOf(postKey: string, field: Difference['field']): string {
  return `${field} ${postKey}`;
}
