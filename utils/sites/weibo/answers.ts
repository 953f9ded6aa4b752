import type { Post, Surface } from '../../model/post';
import { postOfAnswer } from '../answer-post';
import { collectPosts } from '../collect';
import { midOf } from './mid';
import { itemReader, readLongText, type WeiboPost } from './read-data';
import { SITE } from './surfaces';

/** Endpoints of weibo.com, m.weibo.cn and the app by path and `containerid`; the first that fits. */
const SURFACES: readonly (readonly [RegExp, Surface])[] = [
  [/buildcomments|\/comments?\/|hotflow/i, 'comments'],
  [/hot_?band|hotsearch|mineband|searchband|statuses\/(entertainment|news|social)/i, 'hot'],
  [/statuses\/(show|longtext|extend|repost)|\/detail\//i, 'detail'],
  [/mymblog|profile|\/user|containerid=(107603|100505|230413)/i, 'profile'],
  [/search|containerid=(100103|231522)/i, 'search'],
];
const LONG_TEXT = /statuses\/(longtext|extend)/i;

/** Reads answers of the site's own API: timelines, one status, its long text, searches, comments and the hot list. */
export function readAnswer(endpoint: URL, body: unknown): Post[] | undefined {
  if (!/(^|\.)weibo\.(com|cn)$/.test(endpoint.hostname)) return undefined;
  const path = `${endpoint.pathname}?containerid=${endpoint.searchParams.get('containerid') ?? ''}`;
  const surface = SURFACES.find(([pattern]) => pattern.test(path))?.[1] ?? 'feed';
  const asked = askedPost(endpoint);
  const read = itemReader(asked);
  const isLongText = LONG_TEXT.test(endpoint.pathname);
  const found = collectPosts<WeiboPost>(
    body,
    (item, outer) =>
      read(item, outer) ?? (isLongText && asked && !outer ? readLongText(item, asked) : undefined),
  );
  return found.map((post) =>
    postOfAnswer(SITE, post, { url: post.url, surface: post.kind === 'comment' ? 'comments' : surface }),
  );
}

/** The post that a request names. Requests for replies (`fetch_level=1`) name the comment that is replied to. */
function askedPost({ searchParams }: URL): string | undefined {
  if (searchParams.get('fetch_level') === '1') return undefined;
  return midOf(searchParams.get('id') ?? searchParams.get('mid') ?? undefined);
}
