import type { Post, Surface } from '../../model/post';
import { postOfAnswer } from '../answer-post';
import { answerUrl, SITE } from './addresses';
import { postsOfData } from './read-data';

/** Reads answers of the mobile site's API (`m.douban.com/rexxar/api/v2/…`) and the app's (`frodo.douban.com`). */
export function readAnswer(endpoint: URL, body: unknown): Post[] | undefined {
  if (!/(^|\.)douban\.com$/.test(endpoint.hostname)) return undefined;
  const surface = surfaceOf(endpoint.pathname);
  return postsOfData(body).map((found) =>
    postOfAnswer(SITE, found, {
      url: answerUrl(found.kind, found.id, endpoint, found.link),
      surface: found.kind === 'comment' ? 'comments' : surface,
    }),
  );
}

function surfaceOf(path: string): Surface {
  if (/search/.test(path)) return 'search';
  if (/\/user\/|timeline\/user|user_timeline/.test(path)) return 'profile';
  return /timeline|feed|recommend|topics$|reviews$|notes$/.test(path) ? 'feed' : 'detail';
}
