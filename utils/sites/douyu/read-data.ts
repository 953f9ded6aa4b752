import type { Author } from '../../model/post';
import { collectPosts } from '../collect';
import { parseCount } from '../counts';
import type { PostState, StatePost } from '../define-site';
import { htmlToText } from '../html-text';
import { isoFromEpoch } from '../time';
import { numericIdOf, textOf } from '../unknown';

type Data = Record<string, unknown>;

/** A room as the site's data hold it, with the second number that may stand in its address. */
export interface Room extends StatePost {
  kind: 'live';
  alias?: string;
}

const IDS = ['room_id', 'roomId', 'rid'];
const ALIASES = ['vipId', 'vip_id', 'vipid'];
const TITLES = ['room_name', 'roomName', 'rn'];
const NOTICES = ['show_details', 'showDetails'];
const HOSTS = ['owner_name', 'ownerName', 'nickname', 'nickName', 'nn'];
const HOST_IDS = ['owner_uid', 'ownerUid', 'owner_id', 'uid'];
const VIEWERS = ['online', 'ol', 'hot', 'hn'];
const STARTS = ['show_time', 'showTime'];

/**
 * Finds rooms by their shape: `$ROOM` of a room page, directories (`rid`, `rn`, `nn`), search hits (`roomName`,
 * `nickName`) and one room's data (`room_name`, `owner_name`). A room off the air is a room all the same.
 */
export function readRooms(data: unknown): Room[] {
  return collectPosts(data, readRoom);
}

function readRoom(item: Data): Room | undefined {
  const id = IDS.map((key) => numericIdOf(item[key])).find(Boolean);
  const title = first(item, TITLES);
  if (!id || !title) return undefined;
  const text = htmlToText(first(item, NOTICES) ?? '');
  const author = readHost(item);
  const publishedAt = STARTS.map((key) => isoFromEpoch(item[key])).find(Boolean);
  const view = VIEWERS.map((key) => parseCount(item[key])).find((count) => count !== undefined);
  const alias = ALIASES.map((key) => numericIdOf(item[key])).find(Boolean);
  const fields: PostState = {
    title,
    ...(text && { text }),
    ...(author && { author }),
    ...(publishedAt && { publishedAt }),
    ...(view !== undefined && { counts: { view } }),
  };
  return { kind: 'live', id, fields, ...(alias && { alias }) };
}

function readHost(item: Data): Author | undefined {
  const name = first(item, HOSTS);
  const id = HOST_IDS.map((key) => numericIdOf(item[key])).find(Boolean);
  return name ? { name, ...(id && { id }) } : undefined;
}

function first(item: Data, keys: readonly string[]): string | undefined {
  return keys.map((key) => textOf(item[key])).find(Boolean);
}
