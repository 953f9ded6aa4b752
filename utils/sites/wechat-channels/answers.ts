import type { Post, Surface } from '../../model/post';
import { postOfAnswer } from '../answer-post';
import { collectPosts } from '../collect';
import { recordOf, textOf } from '../unknown';
import { commentUrl, feedUrl, idInUrl, isObjectId, SITE } from './ids';
import { type DataPost, readItem } from './read-data';

/** Articles are another site. */
const HOSTS = /^(?!mp\.)(.+\.)?weixin\.qq\.com$/;
const ASKED = ['objectId', 'object_id', 'objectid', 'oid', 'id'];

/** Words of paths and of the app's commands; the first row that fits names the surface. */
const SURFACES: readonly (readonly [RegExp, Surface])[] = [
  [/search/i, 'search'],
  [/detail|feed_?profile|comment|pages\/feed/i, 'detail'],
  [/user|contact|profile|home_?page|post_?list/i, 'profile'],
  [/live/i, 'live'],
];

/** Reads answers of Channels: search, one object, a person's objects, comments. */
export function readAnswer(endpoint: URL, body: unknown): Post[] | undefined {
  if (!HOSTS.test(endpoint.hostname)) return undefined;
  const surface = SURFACES.find(([word]) => word.test(endpoint.pathname))?.[1] ?? 'feed';
  const asked = askedIn(endpoint, body);
  return collectPosts(body, readItem).map((found) =>
    postOfAnswer(SITE, found, {
      url: urlOf(found, asked),
      surface: found.kind === 'comment' ? 'comments' : found.kind === 'live' ? 'live' : surface,
    }),
  );
}

function urlOf({ kind, id, nonce, objectId }: DataPost, asked: string | undefined): string {
  if (kind === 'comment') return commentUrl(id, objectId ?? asked);
  return feedUrl(id, nonce, kind === 'live' ? 'live' : 'feed');
}

/** Comments do not name their object; the request does, and relays repeat the request. */
function askedIn(endpoint: URL, body: unknown): string | undefined {
  const params = recordOf(recordOf(body).params);
  const named = ASKED.flatMap((key) => [endpoint.searchParams.get(key) ?? undefined, textOf(params[key])]);
  return named.find(isObjectId) ?? idInUrl(endpoint);
}
