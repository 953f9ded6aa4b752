import type { Author, CountName, Media } from '../../model/post';
import { parseCount } from '../counts';
import type { PostState, StatePost } from '../define-site';
import { isoFromEpoch } from '../time';
import { arrayOf, isRecord, numericIdOf, recordOf, textOf } from '../unknown';
import { declaredLabels } from './declared';
import { codeOfPk, isCode, ORIGIN, POST_LINK } from './media-code';
import { readMedia } from './read-media';

type Fields = Record<string, unknown>;

/** A post by its code or a comment by its number. */
export interface DataPost extends StatePost {
  /** The post that a comment belongs to. */
  code?: string;
}

/**
 * Parts of a post that have the shape of another post or of a comment: its caption, the pictures of a carousel, and
 * posts of other people that the site suggests.
 */
export const INNER_PARTS: ReadonlySet<string> = new Set([
  'caption',
  'carousel_media',
  'edge_sidecar_to_children',
  'edge_media_to_caption',
  'edge_web_media_to_related_media',
]);

/** Keys of which a post has at least one; profiles, places and sounds have none. */
const MARKS = [
  'taken_at',
  'taken_at_timestamp',
  'image_versions2',
  'display_url',
  'edge_media_to_caption',
  'media_type',
];
const COUNTS: readonly (readonly [CountName, readonly string[]])[] = [
  ['like', ['like_count', 'likes', 'edge_media_preview_like', 'edge_liked_by']],
  [
    'comment',
    ['comment_count', 'edge_media_to_parent_comment', 'edge_media_to_comment', 'edge_media_preview_comment'],
  ],
  ['share', ['reshare_count']],
  ['view', ['play_count', 'ig_play_count', 'view_count', 'video_view_count']],
];
const COMMENT_COUNTS: readonly (readonly [CountName, readonly string[]])[] = [
  ['like', ['comment_like_count', 'edge_liked_by']],
  ['comment', ['child_comment_count', 'edge_threaded_comments']],
];

export function readItem(item: Fields, outer: DataPost | undefined): DataPost | undefined {
  return readPost(item) ?? readComment(item, outer);
}

/** A media object of the site's API (`code`, `caption`) or of its older GraphQL (`shortcode`, `edge_media_…`). */
function readPost(item: Fields): DataPost | undefined {
  const isPost = MARKS.some((key) => key in item) && item.product_type !== 'story';
  const author = readAuthor(item);
  const code = isPost && (isRecord(item.user) || isRecord(item.owner) || author) && codeIn(item);
  if (!code) return undefined;
  const text = textOf(recordOf(item.caption).text) ?? textOf(item.caption) ?? firstCaption(item);
  const labels = declaredLabels(item);
  const media: Media[] = readMedia(item);
  const publishedAt = timeOf(item.taken_at) ?? timeOf(item.taken_at_timestamp) ?? timeOf(item.timestamp);
  const fields: PostState = {
    ...(text && { text }),
    ...(author && { author }),
    hashtags: hashtagsIn(text ?? ''),
    ...(publishedAt && { publishedAt }),
    counts: readCounts(item, COUNTS),
    ...(media.length > 0 && { media }),
    ...(labels && { labels }),
  };
  return { kind: 'note', id: code, fields };
}

function readComment(item: Fields, outer: DataPost | undefined): DataPost | undefined {
  const id = numericIdOf(item.pk) ?? numericIdOf(item.id);
  const publishedAt = timeOf(item.created_at) ?? timeOf(item.created_at_utc);
  const author = readAuthor(item);
  if (!id || typeof item.text !== 'string' || !publishedAt || !author) return undefined;
  const mediaId = numericIdOf(item.media_id);
  const code = (mediaId && codeOfPk(mediaId)) ?? (outer?.kind === 'note' ? outer.id : outer?.code);
  return {
    kind: 'comment',
    id,
    ...(code && { code }),
    fields: { text: item.text.trim(), author, publishedAt, counts: readCounts(item, COMMENT_COUNTS) },
  };
}

/** The code itself, a link that holds it, or the number that it spells (`pk`, or `{pk}_{pk of the author}` as `id`). */
function codeIn(item: Fields): string | undefined {
  const written = [item.code, item.shortcode].find(isCode);
  const linked = POST_LINK.exec(textOf(item.permalink) ?? textOf(item.link) ?? '')?.[1];
  const pk = numericIdOf(item.pk) ?? /^(\d+)_\d+$/.exec(textOf(item.id) ?? '')?.[1];
  return written ?? linked ?? (pk && codeOfPk(pk));
}

function readAuthor(item: Fields): Author | undefined {
  const person = [item.user, item.owner].find(isRecord) ?? item;
  const name = textOf(person.username);
  return name ? { name, id: name, url: `${ORIGIN}/${encodeURIComponent(name)}/` } : undefined;
}

function firstCaption(item: Fields): string | undefined {
  const [edge] = arrayOf(recordOf(item.edge_media_to_caption).edges);
  return textOf(recordOf(recordOf(edge).node).text);
}

/** Seconds since 1970, or the ISO form of the Graph API. */
function timeOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(value)) return isoFromEpoch(value);
  const ms = Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

/** Data have no list of hashtags; they stand in the caption. */
function hashtagsIn(text: string): string[] {
  const tags = [...text.matchAll(/(?<![\p{L}\p{N}_&])#([\p{L}\p{M}\p{N}_]{1,100})/gu)].map(([, tag]) => tag);
  return [...new Set(tags.filter((tag) => tag !== undefined))];
}

function readCounts(item: Fields, names: readonly (readonly [CountName, readonly string[]])[]) {
  const counts: Partial<Record<CountName, number>> = {};
  for (const [name, keys] of names) {
    const count = keys
      .map((key) => parseCount(isRecord(item[key]) ? item[key].count : item[key]))
      .find((value) => value !== undefined);
    if (count !== undefined) counts[name] = count;
  }
  return counts;
}
