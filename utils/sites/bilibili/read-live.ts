import type { Author } from '../../model/post';
import { textId } from '../text-id';
import { isoFromEpoch, parseShownTime } from '../time';
import { arrayOf, isRecord, numericIdOf, recordOf, textOf } from '../unknown';
import { liveUrl, topicUrl } from './addresses';
import { type DataPost, firstText, type Item, plainText, readAuthor, readCounts, readImages } from './fields';

/** A live room: `room_info` beside `anchor_info`, or one record in lists, searches and on the home page. */
export function readRoom(item: Item): DataPost | undefined {
  const nested = isRecord(item.room_info) && textOf(item.room_info.title) ? item.room_info : undefined;
  const room = nested ?? item;
  const id =
    numericIdOf(room.room_id) ??
    numericIdOf(room.roomid) ??
    (room.goto === 'live' ? numericIdOf(room.id) : undefined);
  const title = plainText(room.title, /<em\b/.test(textOf(room.title) ?? ''));
  const host = recordOf(item.anchor_info ?? room.owner);
  const author = readAuthor({ ...room, mid: room.uid, name: room.uname, ...host });
  if (!id || !title || !author) return undefined;
  const own = numericIdOf(room.uid);
  const publishedAt = startOf(room);
  const watched = recordOf(item.watched_show ?? room.watched_show);
  return {
    kind: 'live',
    id,
    url: liveUrl(id),
    fields: {
      title,
      author: author.id || !own ? author : { ...author, ...readAuthor({ mid: own }) },
      ...(publishedAt && { publishedAt }),
      counts: readCounts({ view: [watched.num, room.online] }),
      ...readImages(room.cover ?? room.user_cover),
    },
  };
}

/** A line of the chat as the room's history and the list of paid messages hold it. */
export function readChatLine(item: Item, outer: DataPost | undefined): DataPost | undefined {
  if (textOf(item.cmd)?.startsWith('DANMU_MSG')) return readMessage(item, outer);
  const isLine =
    isRecord(item.check_info) || 'timeline' in item || (isRecord(item.user_info) && 'price' in item);
  const text = firstText(item.text, item.message);
  const user = recordOf(item.user_info ?? item.user);
  const author = readAuthor({ ...item, ...user, mid: item.uid ?? user.uid });
  if (!isLine || !text || !author) return undefined;
  const { ts } = recordOf(item.check_info);
  const time = isoFromEpoch(ts) ?? isoFromEpoch(item.ts ?? item.start_time) ?? clock(item.timeline);
  return chatLine(text, author, time, item.roomid, outer);
}

/** A line as it comes over the room's socket: a list whose places have had one meaning for years. */
function readMessage({ info, roomid, room_id }: Item, outer: DataPost | undefined): DataPost | undefined {
  const parts = arrayOf(info);
  const [uid, name] = arrayOf(parts[2]);
  const text = textOf(parts[1]);
  const author = readAuthor({ mid: uid, name });
  const { ts } = recordOf(parts[9]);
  const time = isoFromEpoch(ts) ?? isoFromEpoch(arrayOf(parts[0])[4]);
  return text && author ? chatLine(text, author, time, roomid ?? room_id, outer) : undefined;
}

function chatLine(
  text: string,
  author: Author,
  time: string | undefined,
  room: unknown,
  outer: DataPost | undefined,
): DataPost {
  const id = chatLineId(time, author.id ?? author.name, text);
  const url = outer?.kind === 'live' ? outer.url : liveUrl(numericIdOf(room) ?? '');
  return { kind: 'danmaku', id, url, fields: { text, author, ...(time && { publishedAt: time }) } };
}

/** Chat lines have no id that both page and data show; the time stands first, for `timeInId`. */
export function chatLineId(iso: string | undefined, author = '', text = ''): string {
  const seconds = iso === undefined ? 0 : Math.floor(Date.parse(iso) / 1_000);
  return `${seconds}-${textId(author, text)}`;
}

export function timeOfChatLine(id: string): string | undefined {
  return isoFromEpoch(/^\d+/.exec(id)?.[0]);
}

/** An entry of the list of much searched words. */
export function readTopic(item: Item): DataPost | undefined {
  const word = textOf(item.keyword);
  const title = textOf(item.show_name);
  if (!word || !title) return undefined;
  return { kind: 'topic', id: word, url: topicUrl(word), fields: { title } };
}

/** Seconds, or Beijing time as text; a room that is not on air names a time of zeros. */
function startOf({ live_start_time, live_time }: Item): string | undefined {
  return isoFromEpoch(live_start_time) ?? isoFromEpoch(live_time) ?? clock(live_time);
}

function clock(shown: unknown): string | undefined {
  const text = textOf(shown) ?? '';
  return /^[12]\d{3}-/.test(text) ? parseShownTime(text, new Date(0))?.iso : undefined;
}
