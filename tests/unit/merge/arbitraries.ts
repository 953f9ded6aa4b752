import fc from 'fast-check';
import { accountOf } from '@/utils/merge/accounts';
import type { Account, Reviewer } from '@/utils/model/account';
import type { IncomingReport } from '@/utils/model/exchange';
import { type Post, UNKNOWN_LABELS } from '@/utils/model/post';
import { REPORT_STATUSES, type Report, type Visit, WITHHOLDABLE } from '@/utils/model/report';
import { takeOut } from '@/utils/model/withhold';
import { makeMediaCheck } from '../../support/any-media-checks';
import { makePost, makeReport } from '../../support/builders';

export const ME: Reviewer = { id: 'me', name: '我' };
/** Few reviewers, posts and times, so that everything meets everything. */
export const OTHERS: Reviewer[] = ['r1', 'r2', 'r3'].map((id) => ({ id, name: `${id} 名` }));
const FILE = makeMediaCheck().media;
export const POSTS = ['p', 'q', 'r'].map((id) => makePost({ id, media: [FILE] }));
const CHECKS = [
  makeMediaCheck(),
  makeMediaCheck({ verdict: 'none', evidence: [] }),
  makeMediaCheck({ verdict: 'unreadable', evidence: [], trouble: 'slow' }),
];

const time = fc.integer({ min: 1, max: 4 });
const reader = fc.constantFrom(...OTHERS);

function reportOf(reviewer: fc.Arbitrary<Reviewer>, post: fc.Arbitrary<Post>): fc.Arbitrary<Report> {
  return fc
    .record({
      reviewer,
      post,
      text: fc.constantFrom('偶遇老人，没有剧本。', '偶遇老人，电话 ***', '改过的文字'),
      categories: fc.subarray(['a', 'b']),
      note: fc.constantFrom('', '一', '二 138****0000'),
      status: fc.constantFrom(...REPORT_STATUSES),
      tags: fc.subarray(['甲', '乙'], { minLength: 1 }),
      withheld: fc.subarray([...WITHHOLDABLE]),
      checks: fc.subarray(CHECKS, { maxLength: 2 }),
      readAt: fc.option(time, { nil: undefined }),
      times: fc.tuple(time, time, time),
      taken: fc.boolean(),
    })
    .map(({ reviewer: { id }, post: each, text, withheld, checks, readAt, times, taken, ...said }) => {
      const [createdAt, decidedAt, updatedAt] = times;
      const read = { ...each, text, labels: UNKNOWN_LABELS };
      const report = makeReport({
        ...said,
        id: `${id}-${each.id}`,
        post: read,
        withheld,
        ...(checks.length > 0 && { mediaChecks: checks }),
        ...(readAt !== undefined && { readAt }),
        ...(said.status !== 'new' && { decidedAt }),
        ...(said.status !== 'new' && taken && { statusFrom: 'r9' }),
        createdAt,
        updatedAt: Math.max(...times),
        version: `0.${updatedAt}.0`,
      });
      return takeOut(report, withheld);
    });
}

const marks = fc.record(
  { partial: fc.constant(true as const), masked: fc.constant(true as const) },
  { requiredKeys: [] },
);
const history = fc.array(
  fc.record({
    seq: fc.integer({ min: 1, max: 9 }),
    reportId: fc.constant('other'),
    at: time,
    action: fc.constantFrom('filed', 'status', 'imported', 'merged'),
  }),
  { maxLength: 3 },
) as fc.Arbitrary<IncomingReport['history']>;

export function accountsBy(
  reviewer: fc.Arbitrary<Reviewer>,
  post = fc.constant(POSTS[0]!),
): fc.Arbitrary<Account> {
  return reviewer.chain((who) =>
    fc
      .record({ report: reportOf(fc.constant(who), post), history, marks, renamed: fc.boolean() })
      .map(({ marks: told, renamed, ...incoming }) =>
        accountOf({ ...incoming, ...told }, renamed ? { ...who, name: '改名' } : who),
      ),
  );
}

const visit: fc.Arbitrary<Visit> = fc.record({
  seq: fc.nat(9),
  reportId: fc.constant('other'),
  at: time,
  changes: fc.constantFrom<Visit['changes']>(['gone'], ['same'], ['edited']),
});

/** A report of a file, with what its reviewer knows of others; sometimes one that they have only adopted. */
export function incomingBy(reviewer: Reviewer): fc.Arbitrary<IncomingReport> {
  return fc.constantFrom(...POSTS).chain((post) =>
    fc
      .record({
        row: fc.nat(99),
        report: reportOf(fc.constant(reviewer), fc.constant(post)),
        accounts: fc.uniqueArray(accountsBy(reader, fc.constant(post)), {
          selector: (account) => account.reviewer.id,
          maxLength: 2,
        }),
        isAdopted: fc.boolean(),
        history,
        visits: fc.array(visit, { maxLength: 3 }),
        marks,
      })
      .map(({ report, accounts, isAdopted, marks: told, ...rest }) => ({
        ...rest,
        ...told,
        pictures: [],
        report: {
          ...report,
          ...(accounts.length > 0 && { accounts }),
          ...(isAdopted && { adopted: accounts[0]?.reviewer.id ?? 'r1' }),
        },
      })),
  );
}

export interface ImportFile {
  sender: Reviewer;
  rows: IncomingReport[];
}

/** Of others, and of the reader's own. */
export const files: fc.Arbitrary<ImportFile[]> = fc.array(
  fc
    .constantFrom(...OTHERS, ME)
    .chain((sender) =>
      fc.record({ sender: fc.constant(sender), rows: fc.array(incomingBy(sender), { maxLength: 4 }) }),
    ),
  { minLength: 1, maxLength: 4 },
);

/** What stands here before: at most one report for each post. */
export const ownReports: fc.Arbitrary<Report[]> = fc.uniqueArray(
  reportOf(fc.constant(ME), fc.constantFrom(...POSTS)),
  { selector: ({ postKey }) => postKey, maxLength: 2 },
);
