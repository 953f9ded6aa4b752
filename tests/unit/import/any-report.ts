import fc from 'fast-check';
import type { Account, StatedReport } from '@/utils/model/account';
import { CONFIDENCES, type Finding } from '@/utils/model/finding';
import { OUTCOMES } from '@/utils/model/handover';
import {
  LABEL_KINDS,
  type LabelItem,
  type LabelReading,
  POST_KINDS,
  type Post,
  postKey,
  SURFACES,
  TEXT_FIELDS,
} from '@/utils/model/post';
import {
  FILED_BY,
  type HistoryEntry,
  REPORT_STATUSES,
  type Report,
  WITHHOLDABLE,
} from '@/utils/model/report';
import { anyMediaChecks } from '../../support/any-media-checks';

/** Reports of every shape that the model allows, with texts that are hard on files. */
const text = fc.oneof(
  fc.constantFrom(
    '',
    '=1+1',
    "'=1",
    '第一行\r\n第二行',
    '"',
    ';',
    '\t',
    '😂',
    '\ufeff',
    '\u2028',
    '</script>',
    '\ud800',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const id = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 });
const time = fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) });
const address = fc.webUrl();
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });
/** Absent half of the time. */
const some = <T extends object>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(parts, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;

const labelItem = fc.record({
  kind: fc.constantFrom(...LABEL_KINDS),
  text,
  by: fc.constantFrom('author' as const, 'platform' as const, 'community' as const),
  from: fc.constantFrom('state' as const, 'element' as const, 'text' as const),
});
const labels: fc.Arbitrary<LabelReading> = fc.oneof(
  fc.constantFrom<LabelReading>({ state: 'none', items: [] }, { state: 'unknown', items: [] }),
  fc.tuple(labelItem, list(labelItem)).map(([first, more]) => ({
    state: 'seen' as const,
    items: [first, ...more] as [LabelItem, ...LabelItem[]],
  })),
);

const post: fc.Arbitrary<Post> = fc
  .record({
    site: fc.constantFrom('weibo', 'wechat-channels', 'site-1'),
    kind: fc.constantFrom(...POST_KINDS),
    id,
    url: address,
    surface: fc.constantFrom(...SURFACES),
    author: some({ name: text, id, url: address, verification: text }),
    title: text,
    text,
    hashtags: list(text),
    counts: some({ like: fc.nat(), view: fc.double({ min: 0, max: 1e12, noNaN: true }) }),
    labels,
    more: some({
      publishedAt: fc
        .date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true })
        .map((at) => at.toISOString()),
      publishedApprox: fc.boolean(),
      media: list(fc.record({ type: fc.constantFrom('image' as const, 'video' as const), url: address })),
      labelPlaces: list(
        fc.record({ from: fc.constantFrom('element' as const, 'state' as const), where: text, text }),
      ),
    }),
  })
  .map(({ more, ...rest }) => ({ key: postKey(rest.site, rest.kind, rest.id), ...rest, ...more }) as Post);

const finding: fc.Arbitrary<Finding> = fc.record({
  rule: id,
  category: id,
  confidence: fc.constantFrom(...CONFIDENCES),
  spans: list(fc.record({ field: fc.constantFrom(...TEXT_FIELDS), start: fc.nat(), end: fc.nat(), text })),
  counter: list(
    fc.oneof(
      fc.record({ type: fc.constant('wording' as const), id, text }),
      fc.record({ type: fc.constant('label' as const), label: labelItem }),
    ),
  ),
});

const handover = fc.record({
  id,
  channel: id,
  at: time,
  queryCode: text,
  outcome: fc.constantFrom(...OUTCOMES),
  note: text,
  posts: list(post.map(({ key }) => key)),
});

const stated: fc.Arbitrary<StatedReport> = fc
  .record({
    id,
    post,
    findings: list(finding),
    categories: list(id),
    note: text,
    status: fc.constantFrom(...REPORT_STATUSES),
    filedBy: fc.constantFrom(...FILED_BY),
    version: text,
    createdAt: time,
    updatedAt: time,
    more: some({
      readAt: time,
      adapter: text,
      answers: list(
        fc.record({
          category: id,
          question: fc.record({ zh_CN: text, en: text }),
          answer: fc.constantFrom('yes' as const, 'no' as const),
        }),
      ),
      withheld: fc.subarray([...WITHHOLDABLE]),
      mediaChecks: anyMediaChecks(text, address),
      tags: list(text),
      assignee: text,
      decidedAt: time,
      statusFrom: id,
      handovers: list(handover),
      overruled: list(
        fc.record({ check: id, for: fc.constantFrom('export' as const, 'handover' as const), at: time }),
      ),
    }),
  })
  .map(({ more, ...rest }) => ({ postKey: rest.post.key, ...rest, ...more }) as StatedReport);

export const anyReport: fc.Arbitrary<Report> = fc
  .tuple(
    stated,
    fc.uniqueArray(fc.tuple(id, stated, text), { maxLength: 2, selector: ([name]) => name }),
    fc.option(id),
  )
  .map(([own, others, adopted]) => {
    const accounts: Account[] = others
      .map(([reviewer, report, name]) => ({
        reviewer: { id: reviewer, name },
        report: { ...report, post: own.post, postKey: own.postKey },
        steps: [{ at: 1, action: 'status' as const }],
      }))
      .sort((a, b) => (a.reviewer.id < b.reviewer.id ? -1 : 1));
    return { ...own, ...(accounts.length > 0 && { accounts }), ...(adopted !== null && { adopted }) };
  });

/** Of a report with this id: changes of one field each. */
export function anyHistory(report: Report): fc.Arbitrary<HistoryEntry[]> {
  const before = fc.constantFrom<NonNullable<HistoryEntry['before']>>(
    { note: '' },
    { tags: undefined, status: 'new' },
    { post: report.post, decidedAt: undefined },
    {},
  );
  return fc
    .array(fc.record({ at: time, before }), { maxLength: 3 })
    .map((entries) => entries.map((entry, seq) => ({ seq, reportId: report.id, action: 'note', ...entry })));
}
