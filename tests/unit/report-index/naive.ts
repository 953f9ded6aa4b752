import fc from 'fast-check';
import { CONFIDENCES } from '@/utils/model/finding';
import { MEDIA_VERDICTS } from '@/utils/model/media-check';
import {
  EVERYTHING,
  FACETS,
  type Facet,
  type ReportDigest,
  type ReportQuery,
  type ReportSort,
  SORT_KEYS,
  WITHOUT,
} from '@/utils/model/queue';
import { REPORT_STATUSES, type Report, type ReportStatus } from '@/utils/model/report';
import { digestOf } from '@/utils/report-index/digest';
import type { StoredReport } from '@/utils/storage/tables';
import { makeMediaCheck } from '../../support/any-media-checks';
import { makeFinding, makePost, makeReport } from '../../support/builders';
import { asStored } from '../../support/many-reports';

/** Few values of everything, so that reports meet in sorts, facets and searches. */
const WORDS = ['天地', '玄黄', '养蜂人', 'Kettle', 'ＡＢ', '蜂'];
export const CATEGORIES = ['2025-3/fake-staged', '2025-3/fake-persona', '2025-4/ai-label-missing', 'odd'];
const SITES = ['douyin', 'bilibili', 'x'];
const TAGS = ['重点', 'later'];
const ASSIGNEES = ['阿青', '小鉴'];
const DAY = 86_400_000;
export const START = new Date(2026, 9, 1, 12).getTime();

/** Texts of their own: too long and too different to be taken for copies, but for those of one of three kinds. */
const LONG = [
  '清早的码头边有人把整船的渔网一张一张摊开晾晒，孩子们绕着跑来跑去，谁也没留意潮水正慢慢退下去。',
  '修表铺的灯到半夜还亮着，老师傅说齿轮和人一样，先得知道它在为谁赶时间，才谈得上修不修得好。',
  '山里今年的雪下得早，供销社门口堆着没运走的苹果，司机们围着炉子打牌，说等路通了再一起走。',
];

export const arbitraryReport = fc
  .record({
    id: fc.integer({ min: 0, max: 12 }),
    day: fc.integer({ min: 0, max: 4 }),
    updated: fc.integer({ min: 0, max: 3 }),
    decided: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
    site: fc.constantFrom(...SITES),
    status: fc.constantFrom(...REPORT_STATUSES),
    categories: fc.uniqueArray(fc.constantFrom(...CATEGORIES), { maxLength: 3 }),
    confidences: fc.array(fc.constantFrom(...CONFIDENCES), { maxLength: 2 }),
    label: fc.constantFrom('none' as const, 'unknown' as const),
    verdicts: fc.option(fc.array(fc.constantFrom(...MEDIA_VERDICTS), { maxLength: 2 }), { nil: undefined }),
    assignee: fc.option(fc.constantFrom(...ASSIGNEES), { nil: undefined }),
    tags: fc.option(fc.uniqueArray(fc.constantFrom(...TAGS)), { nil: undefined }),
    title: fc.constantFrom(...WORDS),
    text: fc.constantFrom(...LONG, ...WORDS),
    note: fc.constantFrom('', ...WORDS),
    said: fc.option(fc.tuple(fc.constantFrom(...REPORT_STATUSES), fc.boolean()), { nil: undefined }),
  })
  .map((parts): Report => {
    const createdAt = START + parts.day * DAY;
    return makeReport({
      id: `r-${parts.id}`,
      createdAt,
      updatedAt: createdAt + parts.updated * 0x12345678,
      ...(parts.decided !== undefined && { decidedAt: createdAt + parts.decided }),
      post: makePost({
        id: `p-${parts.id}`,
        site: parts.site,
        title: parts.title,
        text: parts.text,
        hashtags: [],
        labels: { state: parts.label, items: [] },
      }),
      status: parts.status,
      categories: parts.categories,
      findings: parts.confidences.map((confidence, i) =>
        makeFinding({ confidence, rule: `rule-${i}`, category: 'odd' }),
      ),
      ...(parts.assignee !== undefined && { assignee: parts.assignee }),
      ...(parts.tags && { tags: parts.tags }),
      ...(parts.verdicts && { mediaChecks: parts.verdicts.map((verdict) => makeMediaCheck({ verdict })) }),
      note: parts.note,
      ...(parts.said && saidElsewhere(...parts.said)),
    });
  });

/** What one other reviewer says, in a row that is the reader's own or still theirs. */
function saidElsewhere(status: ReportStatus, isAdopted: boolean): Partial<Report> {
  const reviewer = { id: 'other', name: '' };
  return {
    accounts: [{ reviewer, report: makeReport({ status }), steps: [] }],
    ...(isAdopted && { adopted: reviewer.id }),
  };
}

export const arbitraryRow = fc
  .tuple(arbitraryReport, fc.integer({ min: 1, max: 999 }))
  .map(([report, rev]) => asStored(report, rev));

const some = (values: readonly string[]) =>
  fc.oneof(fc.constant([]), fc.uniqueArray(fc.constantFrom(...values, WITHOUT), { maxLength: 2 }));

export const arbitraryQuery = fc
  .record({
    text: fc.constantFrom('', '', '蜂', '养蜂', '天地 蜂', 'kettle', 'ab', '潮水', 'nowhere'),
    categories: some(CATEGORIES),
    campaigns: some(['2025-3', '2025-4', 'odd']),
    sites: some(SITES),
    statuses: some(REPORT_STATUSES),
    confidences: some(['none', ...CONFIDENCES]),
    labels: some(['none', 'unknown', 'seen']),
    files: some(MEDIA_VERDICTS),
    rules: some(['rule-0', 'rule-1']),
    assignees: some(ASSIGNEES),
    tags: some(TAGS),
    from: fc.constantFrom('', '', '2026-10-02', '2026-10-04'),
    to: fc.constantFrom('', '', '2026-10-03', '2026-10-01'),
    copies: fc.constantFrom(false, false, true),
    disagree: fc.constantFrom(false, false, false, true),
  })
  .map((query) => ({ ...EVERYTHING, ...query }) as ReportQuery);

export const arbitrarySort: fc.Arbitrary<ReportSort> = fc.record({
  by: fc.constantFrom(...SORT_KEYS),
  descending: fc.boolean(),
});

export function naiveValues(digest: ReportDigest, facet: Facet): string[] {
  const values: Record<Facet, readonly string[]> = {
    statuses: [digest.status],
    campaigns: digest.categories.map((category) => category.split('/')[0]!),
    categories: digest.categories,
    sites: [digest.site],
    confidences: [digest.confidence],
    labels: [digest.label],
    files: digest.files ? [digest.files] : [],
    rules: digest.rules,
    assignees: digest.assignee ? [digest.assignee] : [],
    tags: digest.tags,
  };
  return values[facet].length > 0 ? [...new Set(values[facet])] : [WITHOUT];
}

/** @param copiesOf reports in the cluster of one, with itself */
export function naiveFits(
  digest: ReportDigest,
  query: ReportQuery,
  copiesOf: (id: string) => number,
): boolean {
  const date = new Date(digest.createdAt);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const words = query.text.split(' ').filter(Boolean);
  return (
    words.every((word) => digest.text.includes(word)) &&
    (!query.from || day >= query.from) &&
    (!query.to || day <= query.to) &&
    (!query.copies || copiesOf(digest.id) > 1) &&
    (!query.disagree || isContested(digest)) &&
    FACETS.every(
      (facet) =>
        query[facet].length === 0 ||
        naiveValues(digest, facet).some((value) => (query[facet] as readonly string[]).includes(value)),
    )
  );
}

export function naiveCompare(
  { by, descending }: ReportSort,
  copiesOf: (id: string) => number,
): (a: ReportDigest, b: ReportDigest) => number {
  const newest = (a: ReportDigest, b: ReportDigest) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);
  if (by === 'createdAt') return (a, b) => (descending ? newest(a, b) : newest(b, a));
  const keyOf = (digest: ReportDigest): number | string | undefined => {
    if (by === 'confidence') return ['none', ...CONFIDENCES].indexOf(digest.confidence);
    if (by === 'status') return REPORT_STATUSES.indexOf(digest.status);
    return by === 'copies' ? copiesOf(digest.id) : digest[by];
  };
  return (a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left === right) return newest(a, b);
    if (left === undefined || right === undefined) return left === undefined ? 1 : -1;
    return left < right === descending ? 1 : -1;
  };
}

export function digestsOf(rows: Iterable<StoredReport>): ReportDigest[] {
  return [...rows].map(digestOf);
}

function isContested({ opinions }: ReportDigest): boolean {
  const verdicts = new Set(opinions.map(({ verdict }) => verdict));
  return verdicts.has('problem') && verdicts.has('none');
}
