import type { Author, Media } from '../../model/post';
import { parseCount } from '../counts';
import type { LabelFields, PostState, StatePost } from '../define-site';
import { isoFromEpoch } from '../time';
import { isRecord, recordOf, textOf } from '../unknown';
import { isAiFlair } from './flair';
import { isGone } from './gone';
import { COMMENT_ID, ORIGIN, POST_ID } from './thing-id';

type Fields = Record<string, unknown>;

export interface DataPost extends StatePost {
  permalink?: string;
  /** The post that a comment belongs to. */
  postId?: string;
}

/** A `data` object of a listing: `t3` with a title, `t1` with a body. Adverts and what was deleted are no posts. */
export function readThing(item: Fields): DataPost | undefined {
  return readPost(item) ?? readComment(item);
}

function readPost(item: Fields): DataPost | undefined {
  const id = idOf(item, 't3', POST_ID);
  const title = textOf(item.title);
  const body = unescaped(textOf(item.selftext));
  if (!id || !title || typeof item.author !== 'string' || item.promoted === true) return undefined;
  if (isGone(body) || isGone(title) || textOf(item.removed_by_category)) return undefined;
  const labels = flairLabels(item);
  const media = readMedia(item);
  return {
    kind: 'thread',
    id,
    ...linkOf(item),
    fields: {
      title: unescaped(title) ?? title,
      ...(body && { text: body }),
      ...common(item),
      counts: { ...count('like', item.score ?? item.ups), ...count('comment', item.num_comments) },
      ...(media.length > 0 && { media }),
      ...(labels && { labels }),
    },
  };
}

function readComment(item: Fields): DataPost | undefined {
  const id = idOf(item, 't1', COMMENT_ID);
  const text = unescaped(textOf(item.body));
  if (!id || !text || typeof item.author !== 'string' || isGone(text)) return undefined;
  const postId = textOf(item.link_id);
  return {
    kind: 'comment',
    id,
    ...linkOf(item),
    ...(postId && POST_ID.test(postId) && { postId }),
    fields: { text, ...common(item), counts: count('like', item.score ?? item.ups) },
  };
}

/** Old archives leave the full name out. */
function idOf(item: Fields, prefix: string, form: RegExp): string | undefined {
  const id = textOf(item.id);
  const isBare = id !== undefined && textOf(item.subreddit) !== undefined && !id.includes('_');
  return [textOf(item.name), id, isBare ? `${prefix}_${id}` : undefined].find(
    (name) => name !== undefined && form.test(name),
  );
}

function linkOf(item: Fields): { permalink?: string } {
  const permalink = textOf(item.permalink);
  return permalink ? { permalink } : {};
}

function common(item: Fields): Pick<PostState, 'author' | 'publishedAt'> {
  const author = authorOf(textOf(item.author));
  const publishedAt = isoFromEpoch(item.created_utc);
  return { ...(author && { author }), ...(publishedAt && { publishedAt }) };
}

/** Names cannot be changed; they are the ids that every page shows. */
function authorOf(name: string | undefined): Author | undefined {
  if (!name || isGone(name)) return undefined;
  return { name, id: name, url: `${ORIGIN}/user/${encodeURIComponent(name)}/` };
}

function count(name: 'like' | 'comment', value: unknown): NonNullable<PostState['counts']> {
  const number = parseCount(value);
  return number === undefined ? {} : { [name]: number };
}

/** A flair can say that AI was used; no flair, and any other one, says nothing about it. */
function flairLabels(item: Fields): LabelFields | undefined {
  const flair = unescaped(textOf(item.link_flair_text));
  if (!flair || !isAiFlair(flair)) return undefined;
  return { field: 'link_flair_text', items: [{ kind: 'ai', text: flair, by: 'author', from: 'state' }] };
}

function readMedia(item: Fields): Media[] {
  const video = [item.media, item.secure_media].map(
    (media) => recordOf(recordOf(media).reddit_video).fallback_url,
  );
  const address = video.map(textOf).find(Boolean);
  if (address) return [{ type: 'video', url: address }];
  const gallery = Object.values(recordOf(item.media_metadata)).flatMap((file) => {
    const url = isRecord(file) ? unescaped(textOf(recordOf(file.s).u)) : undefined;
    return url ? [url] : [];
  });
  const link = textOf(item.url_overridden_by_dest) ?? textOf(item.url);
  const images = link && /^https:\/\/i\.redd\.it\//.test(link) ? [link] : gallery;
  return images.map((url) => ({ type: 'image', url }));
}

/** Without `raw_json` the site writes these three as entities. */
function unescaped(text: string | undefined): string | undefined {
  return text?.replace(/&(lt|gt|amp);/g, (_, name: string) => ({ lt: '<', gt: '>' })[name] ?? '&');
}
