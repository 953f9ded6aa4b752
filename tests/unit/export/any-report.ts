import fc from 'fast-check';
import { CONFIDENCES, type Finding } from '@/utils/model/finding';
import { OUTCOMES } from '@/utils/model/handover';
import {
  COUNT_NAMES,
  LABEL_KINDS,
  labelReading,
  MEDIA_TYPES,
  POST_KINDS,
  type Post,
  postKey,
  SURFACES,
  UNKNOWN_LABELS,
} from '@/utils/model/post';
import { FILED_BY, REPORT_STATUSES, type Report, WITHHOLDABLE } from '@/utils/model/report';
import { anyMediaChecks } from '../../support/any-media-checks';

/** Texts that a page could hold, thick with what breaks tables, lists and masks. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(
      ...['=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', ';', ' ', '＝', '＠', '\u200b', '\ufeff'],
      ...['\u3164', '\ud83d', '\0', '字', '1', 'A', '\\', '#', '…', '13812345678', ' = ', '未见标签'],
    ),
    maxLength: 20,
  }),
);
const words = fc.oneof(hostileText, fc.constantFrom('', '偶遇', '关注看后续', '电话１３８１２３４５６７８'));
const longText = fc
  .tuple(words, fc.integer({ min: 0, max: 320 }), words)
  .map(([before, count, after]) => `${before}${'长1'.repeat(count)}${after}`);
const time = fc.integer({ min: 0, max: Date.UTC(2100, 0) });
const address = words.map((text) => `https://example.com/${encodeURIComponent(text.toWellFormed())}`);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const item = fc.record({
  kind: fc.constantFrom(...LABEL_KINDS),
  text: words,
  by: fc.constantFrom('author' as const, 'platform' as const, 'community' as const),
  from: fc.constantFrom('state' as const, 'element' as const, 'text' as const),
});

/** No rule is without a name. */
const ruleId = hostileText.filter((text) => text !== '');

const finding: fc.Arbitrary<Finding> = fc.record({
  rule: fc.oneof(fc.constantFrom('2025-3/fake-staged/kindness', '2025-4/ai-label-missing/tool'), ruleId),
  category: fc.constantFrom('2025-3/fake-staged', '2025-4/ai-label-missing'),
  confidence: fc.constantFrom(...CONFIDENCES),
  spans: fc.array(
    fc.record({
      field: fc.constantFrom('title' as const, 'text' as const),
      start: fc.nat(9),
      end: fc.nat(9),
      text: words,
    }),
    { maxLength: 3 },
  ),
  counter: fc.array(
    fc.oneof(
      fc.record({ type: fc.constant('wording' as const), id: words, text: words }),
      fc.record({ type: fc.constant('label' as const), label: item }),
    ),
    { maxLength: 2 },
  ),
});

/** Site, kind and id are such as sites have. */
const post: fc.Arbitrary<Post> = fc
  .record({
    site: fc.constantFrom('xiaohongshu', 'zhihu'),
    kind: fc.constantFrom(...POST_KINDS),
    id: fc.stringMatching(/^[\w:-]{1,20}$/),
    surface: fc.constantFrom(...SURFACES),
    author: fc.record({
      name: optional(words),
      id: optional(words),
      url: optional(fc.constant('https://www.example.com/user')),
      verification: optional(words),
    }),
    title: words,
    text: longText,
    hashtags: fc.array(words, { maxLength: 3 }),
    publishedAt: optional(time.map((at) => new Date(at).toISOString())),
    publishedApprox: optional(fc.boolean()),
    counts: fc.dictionary(fc.constantFrom(...COUNT_NAMES), fc.nat()),
    media: optional(
      fc.array(
        fc.record({
          type: fc.constantFrom(...MEDIA_TYPES),
          url: address,
        }),
        { maxLength: 2 },
      ),
    ),
    labels: fc.oneof(
      fc
        .tuple(fc.array(item, { maxLength: 3 }), fc.boolean())
        .map(([items, read]) => labelReading(items, read)),
      fc.constant(UNKNOWN_LABELS),
    ),
    labelPlaces: optional(
      fc.array(
        fc.record({
          from: fc.constantFrom('element' as const, 'state' as const),
          where: words,
          text: words,
        }),
        { maxLength: 3 },
      ),
    ),
  })
  .map((parts) => {
    const { site, kind, id } = parts;
    return defined({ ...parts, key: postKey(site, kind, id), url: `https://www.example.com/${id}` }) as Post;
  });

/** Any report that the store could hold. */
export const anyReport: fc.Arbitrary<Report> = fc
  .record({
    id: fc.uuid(),
    post,
    findings: fc.array(finding, { maxLength: 3 }),
    categories: fc.array(fc.oneof(fc.constantFrom('2025-3/fake-staged', '2024-1/gone'), words), {
      maxLength: 3,
    }),
    note: words,
    status: fc.constantFrom(...REPORT_STATUSES),
    filedBy: fc.constantFrom(...FILED_BY),
    version: words,
    readAt: optional(time),
    adapter: optional(words),
    answers: optional(
      fc.array(
        fc.record({
          category: fc.constantFrom('2025-3/fake-staged', 'a b', ''),
          question: fc.record({ zh_CN: words, en: words }),
          answer: fc.constantFrom('yes' as const, 'no' as const),
        }),
        { maxLength: 3 },
      ),
    ),
    withheld: optional(fc.uniqueArray(fc.constantFrom(...WITHHOLDABLE))),
    mediaChecks: optional(anyMediaChecks(words, address)),
    tags: optional(fc.array(words, { maxLength: 3 })),
    assignee: optional(words),
    decidedAt: optional(time),
    statusFrom: optional(fc.constantFrom('reviewer-2', 'reviewer-3')),
    adopted: optional(fc.constant('reviewer-2')),
    handovers: optional(
      fc.array(
        fc.record({
          id: fc.uuid(),
          channel: fc.constantFrom('12377', 'weibo'),
          at: time,
          queryCode: words,
          outcome: fc.constantFrom(...OUTCOMES),
          outcomeAt: optional(time),
          note: words,
          posts: fc.constant<string[]>([]),
        }),
        { maxLength: 3 },
      ),
    ),
    overruled: optional(
      fc.array(
        fc.record({
          check: fc.constantFrom('minors', 'names'),
          for: fc.constantFrom('export' as const, 'handover' as const),
          at: time,
          by: optional(words),
        }),
        { maxLength: 2 },
      ),
    ),
    createdAt: time,
    updatedAt: time,
  })
  .map((parts) => defined({ ...parts, postKey: parts.post.key }) as Report);

/** Without the fields that are not there, at any depth. */
function defined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(defined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => (part === undefined ? [] : [[name, defined(part)]])),
  );
}
