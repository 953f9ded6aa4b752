import { strongest } from '../model/finding';
import type { LabelPlaceReading, LabelReading, PostKind } from '../model/post';
import type { CheckAnswer, Report } from '../model/report';
import { excerpt, maskNumbers } from './mask';

/** Rises when a column is renamed, removed or changes its meaning; new columns are added at the end without it. */
export const SCHEMA_VERSION = 2;
const EXCERPT_LENGTH = 300;

/** What the columns need beside the report; names come from packs and sites, which this folder does not know. */
export interface ColumnContext {
  now: Date;
  /** Chinese name of a category, also of one that no pack holds any more (then its id). */
  categoryName: (id: string) => string;
  siteName: (id: string) => string;
  /** Number of stored screenshots by report id. */
  screenshots: ReadonlyMap<string, number>;
}

export interface Column {
  id: string;
  value: (report: Report, context: ColumnContext) => string | number;
}

/** The one list of columns, in the order of every file; docs/adding-an-export-format.md explains them. */
export const columns: readonly Column[] = [
  { id: 'schema_version', value: () => SCHEMA_VERSION },
  { id: 'report_id', value: ({ id }) => id },
  { id: 'exported_at', value: (_, { now }) => now.toISOString() },
  { id: 'platform', value: ({ post }) => post.site },
  { id: 'content_type', value: ({ post }) => CONTENT_TYPES[post.kind] },
  { id: 'post_url', value: ({ post }) => post.url },
  { id: 'site_url', value: ({ post }) => originOf(post.url) },
  { id: 'site_name', value: ({ post }, { siteName }) => siteName(post.site) },
  { id: 'post_id', value: ({ post }) => post.id },
  // Exact where a spreadsheet would round a long numeric post_id; the key to merge files of several people by.
  { id: 'post_key', value: ({ postKey }) => postKey },
  { id: 'published_at', value: ({ post }) => post.publishedAt ?? '' },
  {
    id: 'published_at_approximate',
    value: ({ post }) => (post.publishedAt ? yesNo(post.publishedApprox) : ''),
  },
  { id: 'captured_at', value: ({ readAt, createdAt }) => iso(readAt ?? createdAt) },
  { id: 'author_name', value: ({ post }) => post.author.name ?? '' },
  { id: 'author_id', value: ({ post }) => post.author.id ?? '' },
  { id: 'author_url', value: ({ post }) => post.author.url ?? '' },
  // Empty means "not read", not "unverified": the page's silence alone proves nothing.
  {
    id: 'author_verification',
    value: ({ post }) => post.author.verification ?? '',
  },
  { id: 'title', value: ({ post }) => maskNumbers(post.title) },
  {
    id: 'text_excerpt',
    value: ({ post }) => excerpt(maskNumbers(post.text), EXCERPT_LENGTH),
  },
  {
    id: 'hashtags',
    value: ({ post }) =>
      list(
        post.hashtags.map((tag) => `#${maskNumbers(tag)}`),
        ' ',
      ),
  },
  { id: 'visible_labels', value: ({ post }) => labelWords(post.labels) },
  { id: 'label_state', value: ({ post }) => post.labels.state },
  {
    id: 'campaign_id',
    value: ({ categories }) => list(categories.map((id) => id.split('/')[0] ?? '')),
  },
  { id: 'subproblem_id', value: ({ categories }) => list(categories) },
  {
    id: 'subproblem_zh',
    value: ({ categories }, { categoryName }) => list(categories.map(categoryName)),
  },
  { id: 'confidence', value: ({ findings }) => strongest(findings) ?? '' },
  {
    id: 'matched_words',
    value: ({ findings }) =>
      list(findings.flatMap(({ spans }) => spans.map(({ text }) => maskNumbers(text)))),
  },
  {
    id: 'counter_evidence',
    value: ({ findings }) => list(findings.flatMap(counterWords)),
  },
  {
    id: 'rules',
    value: ({ findings }) => list(findings.map(({ rule }) => rule)),
  },
  { id: 'like_count', value: ({ post }) => post.counts.like ?? '' },
  { id: 'comment_count', value: ({ post }) => post.counts.comment ?? '' },
  { id: 'collect_count', value: ({ post }) => post.counts.collect ?? '' },
  { id: 'share_count', value: ({ post }) => post.counts.share ?? '' },
  { id: 'view_count', value: ({ post }) => post.counts.view ?? '' },
  { id: 'status', value: ({ status }) => status },
  { id: 'reviewer_note', value: ({ note }) => note },
  { id: 'filed_by', value: ({ filedBy }) => filedBy },
  {
    id: 'screenshots',
    value: ({ id }, { screenshots }) => screenshots.get(id) ?? 0,
  },
  { id: 'updated_at', value: ({ updatedAt }) => iso(updatedAt) },
  { id: 'ext_version', value: ({ version }) => version },
  { id: 'reported_at', value: ({ createdAt }) => iso(createdAt) },
  { id: 'read_at', value: ({ readAt }) => (readAt === undefined ? '' : iso(readAt)) },
  { id: 'adapter', value: ({ adapter }) => adapter ?? '' },
  { id: 'label_places', value: ({ post }) => list((post.labelPlaces ?? []).map(placeWords)) },
  { id: 'answers', value: ({ answers = [] }) => list(answers.map(answerWords)) },
  { id: 'withheld', value: ({ withheld = [] }) => list(withheld) },
];

/** The words that 12377's forms and Chinese coordinators use; `platform` and `post_key` stay machine words. */
const CONTENT_TYPES: Record<PostKind, string> = {
  video: '视频',
  note: '图文',
  article: '文章',
  answer: '回答',
  question: '提问',
  pin: '想法',
  thread: '帖子',
  comment: '评论',
  live: '直播',
  danmaku: '弹幕',
  topic: '话题',
  excerpt: '选取的文字',
};

/** The label as shown, or which of the two silences it was. */
function labelWords({ state, items }: LabelReading): string {
  if (state === 'seen') return list(items.map(({ text }) => text));
  return state === 'none' ? '未见标签' : '无法判断';
}

/** Quotes keep an empty place apart from one that is not told of, and words apart from the selector. */
function placeWords({ from, where, text }: LabelPlaceReading): string {
  return `${from} ${where} = ${JSON.stringify(maskNumbers(text))}`;
}

function answerWords({ category, question, answer }: CheckAnswer): string {
  return `${category} ${question.zh_CN} ${answer}`;
}

function counterWords({ counter }: Report['findings'][number]): string[] {
  return counter.map((each) => maskNumbers(each.type === 'label' ? each.label.text : each.text));
}

/** Without repetitions, in order. */
function list(values: readonly string[], separator = '; '): string {
  return [...new Set(values.filter(Boolean))].join(separator);
}

function yesNo(value: boolean | undefined): string {
  return value ? 'yes' : 'no';
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

function originOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed ? `${parsed.origin}/` : '';
}
