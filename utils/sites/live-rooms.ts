import type { PostShape, PostState, StatePost } from './define-site';
import { countsIn, firstId, firstText } from './first-field';
import { isoFromEpoch } from './time';

/** What sites of live rooms alone (Huya, Douyu) have in common. */

type Data = Readonly<Record<string, unknown>>;
type FindRoom = (document: Document, page: URL) => string | undefined;

/** The names that a site's data have for a room's fields, by precedence. */
export interface RoomKeys {
  titles: readonly string[];
  hosts: readonly string[];
  hostIds: readonly string[];
  starts: readonly string[];
  viewers: readonly string[];
}

export function roomFields(item: Data, { titles, hosts, hostIds, starts, viewers }: RoomKeys): PostState {
  const title = firstText(item, titles);
  const name = firstText(item, hosts);
  const id = firstId(item, hostIds);
  const publishedAt = starts.map((key) => isoFromEpoch(item[key])).find(Boolean);
  const counts = countsIn({ view: viewers }, item);
  return {
    ...(title && { title }),
    ...(name && { author: { name, ...(id && { id }) } }),
    ...(publishedAt && { publishedAt }),
    ...(counts.view !== undefined && { counts }),
  };
}

/**
 * Rooms of the page's objects. Every line of chat asks for the room; scripts of the page only come, they do not
 * change.
 */
export function roomsOfPage<O, R extends StatePost>(
  objectsOf: (document: Document) => readonly O[],
  read: (objects: readonly O[]) => readonly R[],
): (document: Document) => readonly R[] {
  const known = new WeakMap<Document, { of: number; rooms: readonly R[] }>();
  return (document) => {
    const objects = objectsOf(document);
    const before = known.get(document);
    if (before?.of === objects.length) return before.rooms;
    const rooms = read(objects);
    known.set(document, { of: objects.length, rooms });
    return rooms;
  };
}

type Common = 'kind' | 'surfaces' | 'id' | 'url' | 'required';

export interface RoomPage {
  /** Selector of the room on its page. */
  root: string;
  room: Omit<PostShape, Common | 'root'>;
  /** A line of the room's chat. */
  chat: Omit<PostShape, Common>;
  url: (id: string) => string;
  /** The room that the page's address and data name. */
  roomOf: FindRoom;
  /** The same, only if the page's data name it. */
  roomInState: FindRoom;
}

/** The shapes of a room's own page: the room, and the lines of its chat. */
export function roomPageShapes({ root, room, chat, url, roomOf, roomInState }: RoomPage): PostShape[] {
  const common = { surfaces: ['live'], id: [], required: ['author'] } satisfies Partial<PostShape>;
  const own = { ...common, ...room, kind: 'live', url } satisfies Partial<PostShape>;
  return [
    { ...own, root, idInAddress: (page, at) => roomOf(at.ownerDocument, page) },
    // A page whose room is not where it is known to be still says in its data which room it is.
    {
      ...own,
      root: `body:not(:has(${root}))`,
      idInAddress: (page, at) => roomInState(at.ownerDocument, page),
    },
    {
      ...common,
      ...chat,
      kind: 'danmaku',
      url: (_id, at, page) => {
        const number = roomOf(at.ownerDocument, page);
        return number && url(number);
      },
    },
  ];
}
