import type { Author, Media } from '../../model/post';
import { collectPosts } from '../collect';
import { parseCount } from '../counts';
import type { StatePost } from '../define-site';
import { type CountFields, countsIn } from '../first-field';
import { isoFromEpoch } from '../time';
import { arrayOf, isRecord, numericIdOf, recordOf, textOf } from '../unknown';
import { createdAt, isId, profileUrl } from './ids';
import { labelsOfItem } from './item-labels';

/** A post of the data, with what its permalink needs. */
export interface DataPost extends StatePost {
  handle?: string;
  /** The item that a comment stands under. */
  itemId?: string;
}

const COUNTS: CountFields = {
  like: ['diggCount', 'digg_count'],
  comment: ['commentCount', 'comment_count'],
  collect: ['collectCount', 'collect_count'],
  share: ['shareCount', 'share_count'],
  view: ['playCount', 'play_count'],
};
const COMMENT_COUNTS: CountFields = {
  like: ['digg_count', 'diggCount'],
  comment: ['reply_comment_total', 'replyCommentTotal', 'reply_total'],
};

/**
 * Finds items, comments and live rooms by their shape: item objects of the site (`itemStruct`, `item_list`,
 * `ItemModule`) and those of the app (snake_case).
 */
export function readData(data: unknown): DataPost[] {
  return collectPosts<DataPost>(
    data,
    (item, outer) => readComment(item, outer) ?? readItem(item) ?? readLive(item),
  );
}

export function readItem(item: Record<string, unknown>): DataPost | undefined {
  const id = numericIdOf(item.id ?? item.aweme_id ?? item.item_id);
  const author = readAuthor(item);
  const isItem =
    ['desc', 'createTime', 'create_time'].some((key) => key in item) &&
    ['video', 'imagePost', 'image_post_info', 'stats', 'statistics'].some((key) => isRecord(item[key]));
  if (!isId(id) || !isItem || !author) return undefined;
  const text =
    textOf(item.desc) ??
    arrayOf(item.contents)
      .map((part) => textOf(recordOf(part).desc))
      .find(Boolean);
  const title = textOf(recordOf(item.imagePost).title) ?? textOf(recordOf(item.image_post_info).title);
  const publishedAt = isoFromEpoch(item.createTime ?? item.create_time) ?? createdAt(id);
  const labels = labelsOfItem(item);
  return {
    kind: 'video',
    id,
    ...(author.id && { handle: author.id }),
    fields: {
      ...(title && { title }),
      ...(text && { text }),
      author,
      hashtags: readHashtags(item),
      ...(publishedAt && { publishedAt }),
      counts: {
        ...countsIn(COUNTS, recordOf(item.stats ?? item.statistics)),
        ...countsIn(COUNTS, recordOf(item.statsV2)),
      },
      media: readMedia(item),
      ...(labels && { labels }),
    },
  };
}

/** Handles stand in the page and in the data; the numeric id and `secUid` only in the data. */
function readAuthor(item: Record<string, unknown>): Author | undefined {
  // In `ItemModule` the author is a handle, and the name stands beside it.
  const author = isRecord(item.author) ? item.author : { uniqueId: item.author, nickname: item.nickname };
  return authorOf(author);
}

function authorOf(user: Record<string, unknown>): Author | undefined {
  const id = textOf(user.uniqueId) ?? textOf(user.unique_id) ?? textOf(user.display_id);
  const name = textOf(user.nickname) ?? id;
  if (!name) return undefined;
  return { name, ...(id && { id, url: profileUrl(id) }) };
}

function readComment(item: Record<string, unknown>, outer: DataPost | undefined): DataPost | undefined {
  const id = numericIdOf(item.cid);
  const author = isRecord(item.user) ? authorOf(item.user) : undefined;
  if (!isId(id) || !author || !('text' in item || 'digg_count' in item)) return undefined;
  const text = textOf(item.text);
  const publishedAt = isoFromEpoch(item.create_time ?? item.createTime) ?? createdAt(id);
  const itemId =
    numericIdOf(item.aweme_id) ?? outer?.itemId ?? (outer?.kind === 'video' ? outer.id : undefined);
  return {
    kind: 'comment',
    id,
    ...(itemId && { itemId }),
    fields: {
      ...(text && { text }),
      author,
      ...(publishedAt && { publishedAt }),
      counts: countsIn(COMMENT_COUNTS, item),
    },
  };
}

/** A room goes by its host's handle, which is what its address holds. */
function readLive(item: Record<string, unknown>): DataPost | undefined {
  const room = isRecord(item.liveRoom) ? item.liveRoom : item;
  const host = [item.owner, item.user].find(isRecord);
  const author = host && authorOf(host);
  const title = textOf(room.title);
  const isRoom =
    isRecord(item.liveRoom) || (isRecord(item.owner) && ('stream_url' in item || 'user_count' in item));
  if (!author?.id || !isRoom) return undefined;
  const publishedAt = isoFromEpoch(room.startTime ?? room.create_time);
  const view = parseCount(recordOf(room.liveRoomStats).userCount ?? room.user_count);
  return {
    kind: 'live',
    id: author.id,
    handle: author.id,
    fields: {
      ...(title && { title }),
      author,
      ...(publishedAt && { publishedAt }),
      counts: view === undefined ? {} : { view },
    },
  };
}

function readHashtags(item: Record<string, unknown>): string[] {
  const parts = [item, ...arrayOf(item.contents).map(recordOf)];
  const extras = parts
    .flatMap((part) => [...arrayOf(part.textExtra), ...arrayOf(part.text_extra)])
    .map(recordOf);
  const names = [
    ...extras.map((extra) => textOf(extra.hashtagName) ?? textOf(extra.hashtag_name)),
    ...arrayOf(item.challenges).map((challenge) => textOf(recordOf(challenge).title)),
  ];
  // A challenge may be spelled otherwise than the tag that the author wrote.
  const distinct = new Map<string, string>();
  for (const name of names)
    if (name && !distinct.has(name.toLowerCase())) distinct.set(name.toLowerCase(), name);
  return [...distinct.values()];
}

function readMedia(item: Record<string, unknown>): Media[] {
  const { cover, playAddr } = recordOf(item.video);
  const pictures = arrayOf(recordOf(item.imagePost).images).map((image) =>
    textOf(arrayOf(recordOf(recordOf(image).imageURL).urlList)[0]),
  );
  const images = [textOf(cover), ...pictures].map((url) => ({ type: 'image' as const, url: url ?? '' }));
  const video = { type: 'video' as const, url: textOf(playAddr) ?? '' };
  return [...images, video].filter(({ url }) => url.startsWith('https://'));
}
