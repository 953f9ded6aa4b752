import type { Post, Surface } from '../../model/post';
import { postOfAnswer } from '../answer-post';
import { isRecord, numericIdOf } from '../unknown';
import { commentUrl, POST_PATH, SITE, urlOf } from './addresses';
import { postsOfData } from './read-data';

/** Hosts of the web and of the apps; Douyin and other apps of the company have hosts of their own below snssdk.com. */
const HOSTS =
  /(^|\.)(toutiao|toutiaoapi|ixigua)\.com$|^(?!aweme|webcast|live|hotsoon|iesdouyin)[\w-]+\.snssdk\.com$/;

/** Reads answers of the site's own API: feeds, searches, profiles, comments, one article, the hot list. */
export function readAnswer(endpoint: URL, body: unknown): Post[] | undefined {
  if (!HOSTS.test(endpoint.hostname)) return undefined;
  const asked = askedId(endpoint);
  const surface = surfaceOf(endpoint);
  return postsOfData(asked ? withId(body, asked) : body).map((found) => {
    const { kind, id } = found;
    return kind === 'comment'
      ? postOfAnswer(SITE, found, { url: commentUrl(id, asked), surface: 'comments' })
      : postOfAnswer(SITE, found, { url: urlOf(kind, id), surface: kind === 'topic' ? 'hot' : surface });
  });
}

function askedId({ pathname, searchParams }: URL): string | undefined {
  return (
    numericIdOf(searchParams.get('group_id')) ??
    numericIdOf(searchParams.get('item_id')) ??
    POST_PATH.exec(pathname)?.[1]
  );
}

/** `/i{id}/info/` answers with the article's fields, but not with its id. */
function withId(body: unknown, id: string): unknown {
  if (!isRecord(body)) return body;
  const isBare = typeof body.title === 'string' && typeof body.content === 'string';
  if (isBare && !('group_id' in body)) return { ...body, group_id: id };
  return isRecord(body.data) ? { ...body, data: withId(body.data, id) } : body;
}

function surfaceOf({ pathname, searchParams }: URL): Surface {
  if (/search/.test(pathname)) return 'search';
  if (/hot-?(event|board)/.test(pathname)) return 'hot';
  if (/profile|\/user/.test(pathname) || /^profile/.test(searchParams.get('category') ?? ''))
    return 'profile';
  return /feed|stream|list/.test(pathname) ? 'feed' : 'detail';
}
