import { collectPosts } from '../collect';
import type { StatePost } from '../define-site';
import { firstId, firstText } from '../first-field';
import { htmlToText } from '../html-text';
import { type RoomKeys, roomFields } from '../live-rooms';

type Data = Record<string, unknown>;

/** A room as the site's data hold it, with the second number that may stand in its address. */
export interface Room extends StatePost {
  kind: 'live';
  alias?: string;
}

const IDS = ['room_id', 'roomId', 'rid'];
const ALIASES = ['vipId', 'vip_id', 'vipid'];
const NOTICES = ['show_details', 'showDetails'];
const KEYS: RoomKeys = {
  titles: ['room_name', 'roomName', 'rn'],
  hosts: ['owner_name', 'ownerName', 'nickname', 'nickName', 'nn'],
  hostIds: ['owner_uid', 'ownerUid', 'owner_id', 'uid'],
  starts: ['show_time', 'showTime'],
  viewers: ['online', 'ol', 'hot', 'hn'],
};

/**
 * Finds rooms by their shape: `$ROOM` of a room page, directories (`rid`, `rn`, `nn`), search hits (`roomName`,
 * `nickName`) and one room's data (`room_name`, `owner_name`). A room off the air is a room all the same.
 */
export function readRooms(data: unknown): Room[] {
  return collectPosts(data, readRoom);
}

function readRoom(item: Data): Room | undefined {
  const id = firstId(item, IDS);
  const fields = id === undefined ? {} : roomFields(item, KEYS);
  if (!id || !fields.title) return undefined;
  const text = htmlToText(firstText(item, NOTICES) ?? '');
  const alias = firstId(item, ALIASES);
  return { kind: 'live', id, fields: { ...fields, ...(text && { text }) }, ...(alias && { alias }) };
}
