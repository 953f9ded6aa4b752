import { collectPosts } from '../collect';
import type { StatePost } from '../define-site';
import { firstId, firstText } from '../first-field';
import { type RoomKeys, roomFields } from '../live-rooms';
import { isRecord } from '../unknown';

type Data = Record<string, unknown>;

/** A room as the site's data hold it, with the name that may stand in its address instead of the number. */
export interface Room extends StatePost {
  kind: 'live';
  name?: string;
}

const IDS = ['profileRoom', 'lProfileRoom', 'room_id'];
const NAMES = ['privateHost', 'sPrivateHost', 'host'];
const KEYS: RoomKeys = {
  titles: ['introduction', 'sIntroduction', 'game_introduction', 'roomName', 'sRoomName', 'game_roomName'],
  hosts: ['nick', 'sNick', 'game_nick'],
  hostIds: ['lp', 'uid', 'lUid'],
  starts: ['startTime', 'iStartTime', 'lStartTime'],
  viewers: ['totalCount', 'lTotalCount', 'game_total_count', 'userCount', 'lUserCount'],
};

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
  const id = firstId(item, IDS);
  if (!id || ![...KEYS.titles, ...KEYS.hosts].some((key) => key in item)) return undefined;
  const name = firstText(item, NAMES);
  return { kind: 'live', id, fields: roomFields(item, KEYS), ...(name && { name }) };
}

function merge(known: Room | undefined, room: Room): Room {
  return known ? { ...room, ...known, fields: { ...room.fields, ...known.fields } } : room;
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
