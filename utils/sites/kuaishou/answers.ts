import type { Post, Surface } from '../../model/post';
import { postOfAnswer } from '../answer-post';
import { collectPosts } from '../collect';
import { isRecord } from '../unknown';
import { commentUrl, isOpenId, roomUrl, SITE, topicUrl, workUrl } from './ids';
import { type DataPost, readItem } from './read-data';

const HOSTS = /(^|\.)(kuaishou\.com|gifshow\.com|chenzhongtech\.com|ksapisrv\.com)$/;

/** Words of REST paths and GraphQL operations; the first row that fits names the surface. */
const SURFACES: readonly (readonly [RegExp, Surface])[] = [
  [/search/i, 'search'],
  [/profile|user/i, 'profile'],
  [/hotrank/i, 'hot'],
  [/videodetail|photo\/info|comment/i, 'detail'],
  [/live/i, 'live'],
];

/** Reads answers of the web's GraphQL and REST endpoints, of the live site and of the app. */
export function readAnswer(endpoint: URL, body: unknown): Post[] | undefined {
  if (!HOSTS.test(endpoint.hostname)) return undefined;
  const surface = surfaceOf(endpoint, body);
  const asked = ['photoId', 'photo_id']
    .map((name) => endpoint.searchParams.get(name) ?? undefined)
    .find(isOpenId);
  return collectPosts(body, readItem).map((found) =>
    postOfAnswer(SITE, found, { url: urlOf(found, asked), surface: surfaceOfKind(found, surface) }),
  );
}

/** All GraphQL operations have one address; their answers are named by the operation: `{data: {visionSearchPhoto}}`. */
function surfaceOf(endpoint: URL, body: unknown): Surface {
  const words = [endpoint.pathname];
  for (let part = body, depth = 0; isRecord(part) && depth < 4; part = part.data, depth++) {
    words.push(...Object.keys(part).filter((key) => /^vision/.test(key)));
  }
  const [list] = words.slice(1).filter((word) => word !== 'visionProfile');
  const named = list ?? words[1] ?? words[0] ?? '';
  return SURFACES.find(([word]) => word.test(named))?.[1] ?? 'feed';
}

function surfaceOfKind({ kind }: DataPost, surface: Surface): Surface {
  if (kind === 'comment') return 'comments';
  if (kind === 'topic') return 'hot';
  return kind === 'live' && surface !== 'search' ? 'live' : surface;
}

function urlOf({ kind, id, fields, workId }: DataPost, asked: string | undefined): string {
  if (kind === 'comment') return commentUrl(id, workId ?? asked);
  if (kind === 'topic') return topicUrl(fields.title ?? '');
  return kind === 'live' ? roomUrl(id) : workUrl(id);
}
