import type { Post, Surface } from '../../model/post';
import { postOfAnswer } from '../answer-post';
import { roomUrl, SITE } from './addresses';
import { readRooms } from './read-data';

/** Reads answers that list rooms or describe one; the site's data know no label of a room. */
export function readAnswer(endpoint: URL, body: unknown): Post[] | undefined {
  if (!/(^|\.)(douyu|douyucdn)\.(com|cn)$/.test(endpoint.hostname)) return undefined;
  const surface = surfaceOf(endpoint.pathname);
  return readRooms(body)
    .filter(({ fields }) => fields.author)
    .map((room) => postOfAnswer(SITE, room, { url: roomUrl(room.id), surface }));
}

function surfaceOf(path: string): Surface {
  if (/search/i.test(path)) return 'search';
  return /betard|\/room\/\d|roominfo/i.test(path) ? 'live' : 'feed';
}
