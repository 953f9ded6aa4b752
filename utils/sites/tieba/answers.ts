import type { Post, Surface } from '../../model/post';
import { postOfAnswer } from '../answer-post';
import { commentUrl, SITE, threadIn, threadUrl } from './addresses';
import { readPosts } from './read-data';

/** Reads answers of the site's own endpoints: lists of threads, one thread, the replies under floors, searches. */
export function readAnswer(endpoint: URL, body: unknown): Post[] | undefined {
  if (!/(^|\.)(tieba|tiebac)\.baidu\.com$/.test(endpoint.hostname)) return undefined;
  const surface = surfaceOf(endpoint.pathname);
  return readPosts(body, threadIn(endpoint)).map((post) =>
    post.kind === 'thread'
      ? postOfAnswer(SITE, post, { url: threadUrl(post.id), surface })
      : postOfAnswer(SITE, post, { url: commentUrl(post.id, post.tid), surface: 'comments' }),
  );
}

function surfaceOf(path: string): Surface {
  if (/search/.test(path)) return 'search';
  if (/\/(home|user|u)\//.test(path)) return 'profile';
  return /\/(pb|p)\//.test(path) ? 'detail' : 'feed';
}
