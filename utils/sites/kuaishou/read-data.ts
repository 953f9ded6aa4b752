import type { Author } from '../../model/post';
import { parseCount } from '../counts';
import type { PostState, StatePost } from '../define-site';
import { countsIn, firstText } from '../first-field';
import { hashtagsIn } from '../hashtags';
import { textId } from '../text-id';
import { isoFromEpoch } from '../time';
import { isRecord, numericIdOf, recordOf, textOf } from '../unknown';
import { COMMENT_COUNTS, type Item, mediaIn, personIn, WORK_COUNTS, workIdIn } from './fields';
import { isOpenId, roomUrl } from './ids';
import { statementsIn } from './statements';

/** A work, comment, room or hot topic as the site's data hold it. */
export interface DataPost extends StatePost {
  /** The work that a comment stands under. */
  workId?: string;
}

/** Reads one object of an answer (GraphQL, REST or the app's), of inline state or behind a component. */
export function readItem(item: Item, outer?: DataPost): DataPost | undefined {
  return readComment(item, outer) ?? readRoom(item) ?? readFeed(item) ?? readWork(item) ?? readTopic(item);
}

/** Works on the web stand beside their author and statement: `{type, author, photo}`. */
function readFeed(item: Item): DataPost | undefined {
  if (!isRecord(item.photo)) return undefined;
  const author = [item.author, item.user].find(isRecord);
  return readWork(item.photo, item, author && personIn(author));
}

/** In the app's data the work's own record holds all. */
export function readWork(photo: Item, around: Item = photo, author?: Author): DataPost | undefined {
  const isWork =
    'caption' in photo ||
    ('timestamp' in photo &&
      ['coverUrl', 'coverUrls', 'cover_urls', 'mainMvUrls'].some((key) => key in photo));
  const id = isWork ? workIdIn(photo) : undefined;
  if (!id) return undefined;
  const text = firstText(photo, ['caption', 'originCaption', 'origin_caption']);
  const inner = [photo.author, photo.user].find(isRecord);
  const by = author ?? (inner ? personIn(inner) : personIn(photo, true));
  const labels = statementsIn(photo, around);
  return {
    kind: 'video',
    id,
    fields: {
      ...commonFields(text, by, photo.timestamp),
      hashtags: hashtagsIn(text ?? ''),
      counts: countsIn(WORK_COUNTS, photo),
      media: mediaIn(photo),
      ...(labels && { labels }),
    },
  };
}

function readComment(item: Item, outer: DataPost | undefined): DataPost | undefined {
  const id = [item.commentId, item.comment_id]
    .map((value) => numericIdOf(value) ?? (typeof value === 'string' ? textOf(value) : undefined))
    .find(Boolean);
  if (!id || !('content' in item)) return undefined;
  const inner = [item.author, item.user].find(isRecord);
  const workId =
    [item.photoId, item.photo_id].map(textOf).find(isOpenId) ??
    (outer?.kind === 'comment' ? outer.workId : outer?.kind === 'video' ? outer.id : undefined);
  return {
    kind: 'comment',
    id,
    ...(workId && { workId }),
    fields: {
      ...commonFields(textOf(item.content), inner ? personIn(inner) : personIn(item, true), item.timestamp),
      counts: countsIn(COMMENT_COUNTS, item),
    },
  };
}

/** Rooms have their host's id, as in their address; a stream's own id changes with every broadcast. */
function readRoom(item: Item): DataPost | undefined {
  const stream = recordOf(item.liveStream);
  const isRoom = 'playUrls' in stream || 'playUrls' in item || 'watchingCount' in item;
  const host = isRoom && isRecord(item.author) ? personIn(item.author) : undefined;
  if (!host?.id) return undefined;
  const title = textOf(item.caption) ?? textOf(stream.caption);
  const view = parseCount(item.watchingCount ?? recordOf(item.gameInfo).watchingCount);
  return {
    kind: 'live',
    id: host.id,
    fields: {
      ...(title && { title }),
      author: { ...host, url: roomUrl(host.id) },
      counts: { ...(view !== undefined && { view }) },
    },
  };
}

function readTopic(item: Item): DataPost | undefined {
  const title = 'hotValue' in item ? textOf(item.name) : undefined;
  if (!title) return undefined;
  const view = parseCount(item.hotValue);
  return {
    kind: 'topic',
    id: textId(title),
    fields: { title, counts: { ...(view !== undefined && { view }) } },
  };
}

function commonFields(text: string | undefined, author: Author | undefined, time: unknown): PostState {
  const publishedAt = isoFromEpoch(time);
  return { ...(text && { text }), ...(author && { author }), ...(publishedAt && { publishedAt }) };
}
