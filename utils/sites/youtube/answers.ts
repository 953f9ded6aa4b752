import type { Post, Surface } from '../../model/post';
import { postOfAnswer } from '../answer-post';
import { commentUrl, SITE, videoUrl } from './ids';
import { readData } from './read-data';

const HOSTS = /(^|\.)(youtube\.com|youtube-nocookie\.com|youtubei\.googleapis\.com)$/;

/**
 * Reads answers of the site's own API (`next`, `player`, `browse`, `search`, `reel/…`) and of its apps. Only those of
 * a watch page can tell that nothing was disclosed; lists carry no such signal (facts: sites.md section 2.14).
 */
export function readAnswer(endpoint: URL, body: unknown): Post[] | undefined {
  if (!HOSTS.test(endpoint.hostname)) return undefined;
  const { posts, videoOf, ofChannel } = readData(body);
  const surface = ofChannel ? 'profile' : surfaceOf(endpoint.pathname);
  return posts.map((post) =>
    postOfAnswer(
      SITE,
      post,
      post.kind === 'comment'
        ? { url: commentUrl(post.id, videoOf(post.id)), surface: 'comments' }
        : { url: videoUrl(post.id), surface },
    ),
  );
}

function surfaceOf(path: string): Surface {
  if (/\/(search|results)/.test(path)) return 'search';
  if (/\/(@|channel\/|c\/|user\/)/.test(path)) return 'profile';
  return /\/browse|\/guide|\/feed\//.test(path) ? 'feed' : 'detail';
}
