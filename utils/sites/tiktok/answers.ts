import type { Post, Surface } from '../../model/post';
import { postOfAnswer } from '../answer-post';
import { commentUrl, isId, itemUrl, ORIGIN, SITE } from './ids';
import { type DataPost, readData } from './read-data';

const HOSTS = /(^|\.)(tiktok\.com|tiktokv\.(com|us|eu)|tiktokw\.us|byteoversea\.com)$/;

/**
 * Reads answers of the site's own API (`item_list`, `item/detail`, `search`, `comment/list`, `webcast`) and of its
 * apps, also as a list of collected objects.
 */
export function readAnswer(endpoint: URL, body: unknown): Post[] | undefined {
  if (!HOSTS.test(endpoint.hostname)) return undefined;
  const asked = ['aweme_id', 'item_id', 'itemId'].map((name) => endpoint.searchParams.get(name)).find(isId);
  const surface = surfaceOf(endpoint.pathname);
  return readData(body).map((post) => {
    if (post.kind === 'comment') {
      return postOfAnswer(SITE, post, {
        url: commentUrl(post.id, post.itemId ?? asked),
        surface: 'comments',
      });
    }
    const isLive = post.kind === 'live';
    return postOfAnswer(SITE, post, { url: urlOf(post), surface: isLive ? 'live' : surface });
  });
}

function urlOf({ kind, id, handle }: DataPost): string {
  return kind === 'live' ? `${ORIGIN}/@${id}/live` : itemUrl(id, handle);
}

function surfaceOf(path: string): Surface {
  if (/search/.test(path)) return 'search';
  if (/\/(post|favorite|collect|user|creator|repost|playlist|mix)\/|\/@[^/]+\/?$/.test(path))
    return 'profile';
  return /detail|\/(video|photo)\//.test(path) ? 'detail' : 'feed';
}
