import type { Author } from '../../model/post';
import type { ReadItem } from '../collect';
import { parseCount } from '../counts';
import type { PostState, StatePost } from '../define-site';
import { isoFromLongDate, parseShownTime } from '../time';
import { isRecord, numericIdOf, recordOf, textOf } from '../unknown';
import { labelsOfStatus } from './labels';
import { mediaOfStatus, pictureOf } from './media';
import { commentUrl, midOf, ORIGIN, postUrl, topicUrl, topicWords } from './mid';
import { textOfStatus, topicsOfStatus } from './text';

export interface WeiboPost extends StatePost {
  url: string;
  /** The post that a comment stands under. */
  mid?: string;
}

/** Fields that a status has and no other object with a text and a person (facts: sites.md section 2.5). */
const STATUS_FIELDS = [
  'mblogid',
  'bid',
  'reposts_count',
  'attitudes_count',
  'isLongText',
  'pic_ids',
  'mblogtype',
];
const COMMENT_FIELDS = [
  'rootid',
  'rootidstr',
  'like_counts',
  'floor_number',
  'total_number',
  'isLikedByMblogAuthor',
];
/** What the hot list calls its paid entries. */
const PAID = /^(商|荐|广告|推荐|推广)$/;

/** Reads a status, a comment or an entry of the hot list; `asked` is the post that a request for comments named. */
export function itemReader(asked?: string): ReadItem<WeiboPost> {
  return (item, outer) =>
    readComment(item, outer, asked) ?? readStatus(item) ?? (outer ? undefined : readTopic(item));
}

/** A status of weibo.com or m.weibo.cn. One that was deleted names no author and is none. */
export function readStatus(item: Record<string, unknown>): WeiboPost | undefined {
  const isStatus =
    STATUS_FIELDS.some((field) => field in item) &&
    ('text' in item || 'text_raw' in item) &&
    !isComment(item);
  const author = isStatus ? readAuthor(item.user) : undefined;
  const mid = isStatus ? midOfData(item) : undefined;
  if (!author || !mid) return undefined;
  const labels = labelsOfStatus(item);
  const media = mediaOfStatus(item);
  return {
    kind: 'note',
    id: mid,
    url: postUrl(mid, author.id),
    fields: {
      ...readText(item),
      author,
      ...readTime(item.created_at),
      ...(media.length > 0 && { media }),
      ...(labels && { labels }),
    },
  };
}

/** The rest of a long status: its request alone names the status. */
export function readLongText(item: Record<string, unknown>, mid: string): WeiboPost | undefined {
  if (!textOf(item.longTextContent)) return undefined;
  return { kind: 'note', id: mid, url: postUrl(mid, undefined), fields: readText(item) };
}

function readText(item: Record<string, unknown>): PostState {
  const text = textOfStatus(item);
  const { reads_count, page_info } = item;
  return {
    ...(text && { text }),
    hashtags: topicsOfStatus(item, text),
    counts: readCounts({
      like: item.attitudes_count,
      comment: item.comments_count,
      share: item.reposts_count,
      view: reads_count ?? recordOf(page_info).play_count,
    }),
  };
}

export function readComment(
  item: Record<string, unknown>,
  outer: WeiboPost | undefined,
  asked: string | undefined,
): WeiboPost | undefined {
  const id = isComment(item)
    ? (numericIdOf(item.idstr) ?? numericIdOf(item.id) ?? numericIdOf(item.mid))
    : undefined;
  const author = id ? readAuthor(item.user) : undefined;
  if (!id || !author || !('text' in item || 'text_raw' in item)) return undefined;
  const mid = midOfData(recordOf(item.status)) ?? outer?.mid ?? (outer?.kind === 'note' ? outer.id : asked);
  const text = textOfStatus(item);
  const picture = pictureOf(item.pic);
  return {
    kind: 'comment',
    id,
    url: commentUrl(id, mid),
    ...(mid && { mid }),
    fields: {
      ...(text && { text }),
      author,
      ...readTime(item.created_at),
      counts: readCounts({ like: item.like_counts ?? item.like_count, comment: item.total_number }),
      ...(picture && { media: [{ type: 'image', url: picture }] }),
    },
  };
}

function isComment(item: Record<string, unknown>): boolean {
  return item.readtimetype === 'comment' || COMMENT_FIELDS.some((field) => field in item);
}

function readTopic(item: Record<string, unknown>): WeiboPost | undefined {
  const word = textOf(item.word);
  const isEntry = ['word_scheme', 'realpos', 'rank', 'num', 'note'].some((field) => field in item);
  const id = word && topicWords(word);
  const isPaid =
    [item.is_ad, item.topic_ad].some(Boolean) ||
    [item.label_name, item.icon_desc, item.small_icon_desc].some((tag) => PAID.test(textOf(tag) ?? ''));
  if (!id || !isEntry || isPaid) return undefined;
  return { kind: 'topic', id, url: topicUrl(textOf(item.word_scheme) ?? word), fields: { title: id } };
}

/** `id` is a number in some answers, and a mid may be missing where the mblogid is not. */
function midOfData(item: Record<string, unknown>): string | undefined {
  return (
    [item.idstr, item.mid, item.id].map((id) => midOf(numericIdOf(id))).find(Boolean) ??
    [item.mblogid, item.bid].map((id) => midOf(textOf(id))).find(Boolean)
  );
}

function readAuthor(user: unknown): Author | undefined {
  if (!isRecord(user)) return undefined;
  const id = numericIdOf(user.idstr) ?? numericIdOf(user.id);
  const name = textOf(user.screen_name) ?? textOf(user.name);
  const verification = textOf(user.verified_reason);
  if (!id && !name) return undefined;
  return {
    ...(name && { name }),
    ...(id && { id, url: `${ORIGIN}/u/${id}` }),
    ...(verification && { verification }),
  };
}

/** m.weibo.cn shortens times of the same year; only those that name their year need no clock. */
function readTime(value: unknown): Pick<PostState, 'publishedAt' | 'publishedApprox'> {
  const publishedAt = isoFromLongDate(value);
  if (publishedAt) return { publishedAt };
  const shown = textOf(value) ?? '';
  const time = /\d{4}[-/.年]\d/.test(shown) ? parseShownTime(shown, new Date(0)) : undefined;
  return time ? { publishedAt: time.iso, ...(time.approximate && { publishedApprox: true }) } : {};
}

function readCounts(values: Record<string, unknown>): NonNullable<PostState['counts']> {
  const counts = Object.entries(values).map(([name, value]) => [name, parseCount(value)] as const);
  return Object.fromEntries(counts.filter(([, count]) => count !== undefined));
}
