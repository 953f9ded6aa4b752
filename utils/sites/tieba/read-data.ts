import type { Author, CountName, Media } from '../../model/post';
import { collectPosts } from '../collect';
import { parseCount } from '../counts';
import type { PostState, StatePost } from '../define-site';
import { htmlToText } from '../html-text';
import { isoFromEpoch } from '../time';
import { arrayOf, isRecord, numericIdOf, recordOf, textOf } from '../unknown';
import { ORIGIN } from './addresses';

type Data = Record<string, unknown>;

/** A thread, a floor or a reply under one, as the site's data hold it. */
export interface TiebaPost extends StatePost {
  kind: 'thread' | 'comment';
  tid?: string;
}

const THREAD_MARKS = ['reply_num', 'post_num', 'view_num', 'first_post_id', 'author', 'author_id', 'user'];
const FLOOR_MARKS = ['floor', 'now_time', 'sub_post_list', 'sub_post_number'];
const PEOPLE = ['author', 'user', 'userInfo', 'user_info'];
/** Names as shown lead: `name` is the account's, `user_nickname` a generated one that pages do not show. */
const NAMES = ['name_show', 'show_nickname', 'name', 'user_name', 'username', 'nickname', 'user_nickname'];
const COUNTS: Partial<Record<CountName, readonly string[]>> = {
  like: ['agree_num', 'like_num'],
  comment: ['reply_num', 'post_num', 'sub_post_number', 'comment_num'],
  share: ['share_num'],
  view: ['view_num'],
};
/** Parts of a post's content that the page shows as text: plain, links, names called, numbers, hashtags. */
const TEXT_PARTS = new Set(['0', '1', '4', '9', '18', '27', '35', '36', '37', '39', '40']);

/**
 * Finds threads, floors and replies by their shape (the fields are those of the site's apps; facts: sites.md section
 * 2.10 give no captured answer). Authors may stand in a list beside the posts. The first floor is the thread itself.
 */
export function readPosts(data: unknown, asked?: string): TiebaPost[] {
  const people = new Map<string, Data>();
  const threads = new Set<string>();
  collectPosts(data, (item) => {
    const id = ('portrait' in item || 'name_show' in item) && idIn(item, ['id', 'user_id']);
    if (id) people.set(id, item);
    const thread = isRecord(item.thread) && idIn(item.thread, ['id', 'tid', 'thread_id']);
    if (thread) threads.add(thread);
    return undefined;
  });
  const around = threads.size === 1 ? [...threads][0] : asked;
  const found = new Map<string, TiebaPost>();
  collectPosts<TiebaPost>(data, (item, outer) => {
    const post = readFloor(item, people, outer?.tid ?? around) ?? readThread(item, people);
    if (!post) return undefined;
    const key = `${post.kind}:${post.id}`;
    const known = found.get(key);
    found.set(key, known ? { ...known, fields: { ...post.fields, ...known.fields } } : post);
    return post;
  });
  return [...found.values()];
}

export function readThread(item: Data, people: ReadonlyMap<string, Data> = new Map()): TiebaPost | undefined {
  const id = idIn(item, ['tid', 'thread_id', 'threadId', 'id']);
  if (!id || !('title' in item) || !THREAD_MARKS.some((mark) => mark in item)) return undefined;
  const title = textOf(item.title);
  const origin = recordOf(item.origin_thread_info);
  const content = [item.first_post_content, item.content, item.abstract, origin.content].find(hasContent);
  return {
    kind: 'thread',
    id,
    tid: id,
    fields: { ...(title && { title }), ...fieldsOf(item, content, people) },
  };
}

/** `around` is the thread that the floor stands in, for floors that do not name it. */
export function readFloor(
  item: Data,
  people: ReadonlyMap<string, Data> = new Map(),
  around?: string,
): TiebaPost | undefined {
  const id = idIn(item, ['comment_id', 'id', 'post_id', 'pid']);
  if (!id || !isFloor(item)) return undefined;
  const tid = idIn(item, ['tid', 'thread_id']) ?? around;
  const fields = fieldsOf(item, item.content, people);
  if (textOf(item.floor) !== '1') return { kind: 'comment', id, ...(tid && { tid }), fields };
  return tid ? { kind: 'thread', id: tid, tid, fields } : undefined;
}

/** Replies under a floor may have no number of their own. */
function isFloor(item: Data): boolean {
  if (!('content' in item)) return false;
  const isReply =
    Array.isArray(item.content) && 'time' in item && ('author_id' in item || isRecord(item.author));
  return isReply || FLOOR_MARKS.some((mark) => mark in item);
}

function fieldsOf(item: Data, content: unknown, people: ReadonlyMap<string, Data>): PostState {
  const text = contentText(content);
  const publishedAt = [item.time, item.create_time, item.now_time].map(isoFromEpoch).find(Boolean);
  const author = authorOf(item, people);
  const media = arrayOf(content).flatMap(imageOf);
  return {
    ...(text && { text }),
    ...(author && { author }),
    ...(publishedAt && { publishedAt }),
    ...(media.length > 0 && { media }),
    counts: countsOf(item),
  };
}

function hasContent(content: unknown): boolean {
  return contentText(content) !== '';
}

function contentText(content: unknown): string {
  if (typeof content === 'string') return htmlToText(content);
  return arrayOf(content)
    .map(recordOf)
    .filter(({ type }) => type === undefined || TEXT_PARTS.has(textOf(type) ?? ''))
    .map(({ text }) => (typeof text === 'string' ? text : ''))
    .join('')
    .trim();
}

function imageOf(part: unknown): Media[] {
  const { type, origin_src, big_cdn_src, cdn_src, src } = recordOf(part);
  const url = textOf(type) === '3' && [origin_src, big_cdn_src, cdn_src, src].map(textOf).find(isWebAddress);
  return url ? [{ type: 'image', url }] : [];
}

function isWebAddress(address: string | undefined): boolean {
  return /^https?:\/\//.test(address ?? '');
}

function authorOf(item: Data, people: ReadonlyMap<string, Data>): Author | undefined {
  const named = numericIdOf(item.author_id) ?? numericIdOf(item.user_id);
  const listed = named ? people.get(named) : undefined;
  const person = PEOPLE.map((key) => item[key]).find(isRecord) ?? listed ?? item;
  const name = NAMES.map((key) => textOf(person[key])).find(Boolean);
  const id = (person === item ? undefined : idIn(person, ['id', 'user_id', 'uid'])) ?? named;
  const portrait = textOf(person.portrait)?.replace(/\?.*$/, '');
  if (!name && !id) return undefined;
  return {
    ...(name && { name }),
    ...(id && { id }),
    ...(portrait && { url: `${ORIGIN}/home/main?id=${encodeURIComponent(portrait)}` }),
  };
}

function countsOf(item: Data): Partial<Record<CountName, number>> {
  const places = [item, recordOf(item.agree)];
  const counts: Partial<Record<CountName, number>> = {};
  for (const [name, keys] of Object.entries(COUNTS)) {
    const values = keys.flatMap((key) => places.map((place) => parseCount(place[key])));
    const count = values.find((value) => value !== undefined);
    if (count !== undefined) counts[name as CountName] = count;
  }
  return counts;
}

function idIn(item: Data, keys: readonly string[]): string | undefined {
  return keys.map((key) => numericIdOf(item[key])).find(Boolean);
}
