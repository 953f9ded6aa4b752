import type { Account } from '../../utils/model/account';
import type { CheckAnswer, Report } from '../../utils/model/report';

/** What a reader can take over from somebody else's account, in the order in which it is shown. */
export const ACCOUNT_FIELDS = ['status', 'categories', 'note', 'answers', 'tags'] as const;
export type AccountField = (typeof ACCOUNT_FIELDS)[number];

/**
 * Fields that they say and that stand differently here. What somebody has not said (no decision of their own, nothing
 * written or chosen) differs from nothing.
 */
export function differences(here: Report, { report: theirs }: Account): ReadonlySet<AccountField> {
  const differs: Record<AccountField, boolean> = {
    status: theirs.status !== 'new' && theirs.statusFrom === undefined && theirs.status !== here.status,
    categories: theirs.categories.length > 0 && !isSameSet(theirs.categories, here.categories),
    note: theirs.note.trim() !== '' && theirs.note.trim() !== here.note.trim(),
    answers: hasSome(theirs.answers) && !isSameSet(answers(theirs.answers), answers(here.answers)),
    tags: hasSome(theirs.tags) && !isSameSet(theirs.tags ?? [], here.tags ?? []),
  };
  return new Set(ACCOUNT_FIELDS.filter((field) => differs[field]));
}

function answers(given: readonly CheckAnswer[] = []): string[] {
  return given.map(({ category, question, answer }) => JSON.stringify([category, question.zh_CN, answer]));
}

function hasSome(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && list.length > 0;
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const [left, right] = [new Set(one), new Set(other)];
  return left.size === right.size && [...left].every((each) => right.has(each));
}
