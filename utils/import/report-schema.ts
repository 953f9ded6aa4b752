import * as v from 'valibot';
import type { Account } from '../model/account';
import { FILED_BY, type HistoryAction, REPORT_STATUSES, type Replaced, WITHHOLDABLE } from '../model/report';
import {
  AnswerSchema,
  FindingSchema,
  HandoverSchema,
  Id,
  listOf,
  MediaChecksSchema,
  OverruledSchema,
  PostKeySchema,
  PostSchema,
  ReviewerSchema,
  Short,
  Text,
  Time,
} from './parts-schema';

/** Each field of a report but the accounts; whether it may be absent is said below. */
const fields = {
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  postKey: PostKeySchema,
  post: PostSchema,
  findings: listOf(FindingSchema),
  categories: listOf(Id),
  note: Text,
  status: v.picklist(REPORT_STATUSES),
  filedBy: v.picklist(FILED_BY),
  version: Short,
  readAt: Time,
  adapter: Short,
  answers: listOf(AnswerSchema),
  withheld: listOf(v.picklist(WITHHOLDABLE)),
  mediaChecks: MediaChecksSchema,
  tags: listOf(Short),
  assignee: Short,
  decidedAt: Time,
  statusFrom: Id,
  handovers: listOf(HandoverSchema),
  overruled: listOf(OverruledSchema),
  createdAt: Time,
  updatedAt: Time,
};

const stated = {
  ...fields,
  readAt: v.exactOptional(fields.readAt),
  adapter: v.exactOptional(fields.adapter),
  answers: v.exactOptional(fields.answers),
  withheld: v.exactOptional(fields.withheld),
  mediaChecks: v.exactOptional(fields.mediaChecks),
  tags: v.exactOptional(fields.tags),
  assignee: v.exactOptional(fields.assignee),
  decidedAt: v.exactOptional(fields.decidedAt),
  statusFrom: v.exactOptional(fields.statusFrom),
  handovers: v.exactOptional(fields.handovers),
  overruled: v.exactOptional(fields.overruled),
};

/** The names of actions rise with versions; an unknown one is shown as its name. */
export const ActionSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z-]{0,40}$/),
  v.transform((name) => name as HistoryAction),
);

const AccountSchema = v.object({
  reviewer: ReviewerSchema,
  report: v.object(stated),
  steps: listOf(v.object({ at: Time, action: ActionSchema, by: v.exactOptional(Short) })),
  partial: v.exactOptional(v.literal(true)),
  masked: v.exactOptional(v.literal(true)),
});

const Adopted = v.pipe(Id, v.nonEmpty());

const Accounts = v.pipe(
  listOf(AccountSchema),
  v.check(
    (accounts) => new Set(accounts.map(({ reviewer }) => reviewer.id)).size === accounts.length,
    'two accounts of one reviewer',
  ),
  v.transform((accounts) => accounts.toSorted((a, b) => (a.reviewer.id < b.reviewer.id ? -1 : 1))),
);

export const ReportSchema = v.pipe(
  v.object({ ...stated, accounts: v.exactOptional(Accounts), adopted: v.exactOptional(Adopted) }),
  v.check(({ post, postKey }) => post.key === postKey, 'postKey does not belong to the post'),
  v.check(
    ({ postKey, accounts = [] }) => accounts.every((account) => isOf(account, postKey)),
    'an account of another post',
  ),
);

/** Values that a change replaced: any fields of a report, or all of them. */
export const ReplacedSchema = v.pipe(
  v.partial(v.object({ ...fields, accounts: Accounts, adopted: Adopted })),
  v.check(({ postKey, ...rest }) => postKey === undefined || isComplete(rest), 'a part of a whole report'),
);

const NEEDED = Object.keys(fields).filter(
  (name) => stated[name as keyof typeof stated].type !== 'exact_optional',
);

/** Fields that a report can be without: of these alone can it be told that they were not there before. */
export const OPTIONAL: ReadonlySet<string> = new Set([
  ...Object.keys(fields).filter((name) => !NEEDED.includes(name)),
  'accounts',
  'adopted',
]);

/** Whether nothing of another post is put back with it. */
export function isReplacedOf(postKey: string, { post, postKey: replaced, accounts = [] }: Replaced): boolean {
  return (
    (post?.key ?? postKey) === postKey &&
    (replaced ?? postKey) === postKey &&
    accounts.every((account) => isOf(account, postKey))
  );
}

function isComplete(replaced: object): boolean {
  return NEEDED.every((name) => name === 'postKey' || name in replaced);
}

function isOf({ report }: Account, postKey: string): boolean {
  return report.postKey === postKey && report.post.key === postKey;
}
