import type { Author } from '../../model/post';
import { collectPosts } from '../collect';
import { parseCount } from '../counts';
import type { PostState, StatePost } from '../define-site';
import { isoFromEpoch } from '../time';
import { isRecord, numericIdOf, textOf } from '../unknown';

type Data = Record<string, unknown>;

/** A room as the site's data hold it, with the name that may stand in its address instead of the number. */
export interface Room extends StatePost {
  kind: 'live';
  name?: string;
}

const IDS = ['profileRoom', 'lProfileRoom', 'room_id'];
const TITLES = [
  'introduction',
  'sIntroduction',
  'game_introduction',
  'roomName',
  'sRoomName',
  'game_roomName',
];
const HOSTS = ['nick', 'sNick', 'game_nick'];
const HOST_IDS = ['lp', 'uid', 'lUid'];
const NAMES = ['privateHost', 'sPrivateHost', 'host'];
const VIEWERS = ['totalCount', 'lTotalCount', 'game_total_count', 'userCount', 'lUserCount'];
const STARTS = ['startTime', 'iStartTime', 'lStartTime'];

/**
 * Finds rooms by their shape in inline state (`TT_ROOM_DATA`, `TT_PROFILE_INFO`), in the player's configuration and in
 * answers (`tLiveInfo`, lists, search hits). A room and its host stand in separate objects with the same room number;
 * they are put together. A room that is off the air is a room all the same.
 */
export function readRooms(data: unknown): Room[] {
  const rooms = new Map<string, Room>();
  collectPosts(data, (item) => {
    const room = readRoom(item);
    if (room) rooms.set(room.id, merge(rooms.get(room.id), room));
    return undefined;
  });
  return [...rooms.values()];
}

function readRoom(item: Data): Room | undefined {
  const id = IDS.map((key) => numericIdOf(item[key])).find(Boolean);
  if (!id || ![...TITLES, ...HOSTS].some((key) => key in item)) return undefined;
  const title = first(item, TITLES);
  const author = readHost(item);
  const publishedAt = STARTS.map((key) => isoFromEpoch(item[key])).find(Boolean);
  const view = VIEWERS.map((key) => parseCount(item[key])).find((count) => count !== undefined);
  const name = first(item, NAMES);
  const fields: PostState = {
    ...(title && { title }),
    ...(author && { author }),
    ...(publishedAt && { publishedAt }),
    ...(view !== undefined && { counts: { view } }),
  };
  return { kind: 'live', id, fields, ...(name && { name }) };
}

function readHost(item: Data): Author | undefined {
  const name = first(item, HOSTS);
  const id = HOST_IDS.map((key) => numericIdOf(item[key])).find(Boolean);
  return name ? { name, ...(id && { id }) } : undefined;
}

function merge(known: Room | undefined, room: Room): Room {
  return known ? { ...room, ...known, fields: { ...room.fields, ...known.fields } } : room;
}

function first(item: Data, keys: readonly string[]): string | undefined {
  return keys.map((key) => textOf(item[key])).find(Boolean);
}

/** The room of an address among those that the page's data hold. */
export function roomAt(rooms: readonly Room[], address: string): Room | undefined {
  const wanted = address.toLowerCase();
  return rooms.find(({ id, name }) => id === address || name?.toLowerCase() === wanted);
}

/** The player's configuration holds much else; only its streams name the room. */
export function streamsOf(config: unknown): unknown {
  return isRecord(config) ? config.stream : undefined;
}
