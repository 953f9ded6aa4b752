import type { PostState } from '../define-site';
import { countsIn, firstId, firstText } from '../first-field';
import { isoFromEpoch } from '../time';
import { isRecord, textOf } from '../unknown';
import { firstRecord, readAuthor } from './fields';
import type { DouyinPost } from './read-data';

type Data = Record<string, unknown>;

/** A room by the number that its address has; a broadcast's own number changes every time and names no page. */
export function readRoom(item: Data): DouyinPost | undefined {
  const room = firstRecord(item, ['room', 'roomInfo', 'room_info']) ?? item;
  const owner = firstRecord(room, ['owner', 'anchor']) ?? firstRecord(item, ['anchor', 'owner']);
  const id = [item, room, owner].map((holder) => holder && webIdOf(holder)).find(Boolean);
  const fields = owner && roomFields(room, owner);
  return id && fields ? { kind: 'live', id, fields } : undefined;
}

/** The room that an answer's address asks for (`web_rid`): the first one of the list it gives. */
export function readEnteredRoom(item: Data, webId: string): DouyinPost | undefined {
  const owner = firstRecord(item, ['owner']);
  const fields = owner && 'status' in item && !webIdOf(item) ? roomFields(item, owner) : undefined;
  return fields && { kind: 'live', id: webId, fields };
}

function webIdOf(item: Data): string | undefined {
  return firstText(item, ['web_rid', 'webRid'])?.match(/^[\w-]{3,40}$/)?.[0];
}

function roomFields(room: Data, owner: Data): PostState | undefined {
  const title = textOf(room.title);
  const author = readAuthor(owner);
  if (!title && !('status' in room)) return undefined;
  const publishedAt = isoFromEpoch(room.create_time ?? room.createTime);
  return {
    ...(title && { title }),
    ...(author && { author }),
    ...(publishedAt && { publishedAt }),
    counts: countsIn({ like: ['like_count', 'likeCount'] }, room),
  };
}

/**
 * A message of a room's stream (`WebcastChatMessage`, `WebcastGiftMessage`, …). What someone wrote, or else the words
 * with which the room shows the event; messages of nobody (notices, numbers) are not lines of chat.
 */
export function readMessage(item: Data): DouyinPost | undefined {
  const { common } = item;
  const user = firstRecord(item, ['user']);
  if (!isRecord(common) || !user) return undefined;
  const id = firstId(common, ['msgId', 'msg_id']);
  const text = firstText(item, ['content', 'defaultContent', 'default_content']) ?? textOf(common.describe);
  if (!id || !text || (common.isShowMsg ?? common.is_show_msg) === false) return undefined;
  const roomId = firstId(common, ['roomId', 'room_id']);
  const author = readAuthor(user);
  const publishedAt = isoFromEpoch(common.createTime ?? common.create_time);
  return {
    kind: 'danmaku',
    id,
    ...(roomId && { roomId }),
    fields: { text, ...(author && { author }), ...(publishedAt && { publishedAt }) },
  };
}
