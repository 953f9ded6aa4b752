import type { Post, Surface } from '../../model/post';
import { postOfAnswer } from '../answer-post';
import { SITE } from './addresses';
import type { DataPost } from './fields';
import { postsOf } from './read-data';

const HOSTS = /(^|\.)(bilibili\.com|biliapi\.(com|net)|bilibili\.tv)$/;
const SURFACES: readonly (readonly [Surface, RegExp])[] = [
  ['profile', /space|arc\/list|fav\/|series|seasons_archives/],
  ['search', /search/],
  ['hot', /popular|ranking|trending|hotword|\/rank(\/|$)/],
  ['detail', /\/view|detail|archive\/related|pgc\/|opus\//],
  ['feed', /feed|rcmd|dynamic|region|newlist|history|toview|second\/getList|webMain/i],
];

/** Reads answers of the site's API, of its page, its app and of the older hosts, wherever posts stand in them. */
export function readAnswer(endpoint: URL, body: unknown): Post[] | undefined {
  if (!HOSTS.test(endpoint.hostname)) return undefined;
  return postsOf(body).map((found) =>
    postOfAnswer(SITE, found, { url: found.url, surface: surfaceOf(found, endpoint) }),
  );
}

function surfaceOf({ kind }: DataPost, { hostname, pathname }: URL): Surface {
  if (kind === 'comment') return 'comments';
  if (kind === 'danmaku') return 'live';
  if (kind === 'topic') return 'hot';
  const named = SURFACES.find(([, path]) => path.test(`${pathname} ${hostname}`))?.[0];
  return named ?? (kind === 'live' ? 'live' : 'detail');
}
