import type { Post, Surface } from '../../model/post';
import { postOfAnswer } from '../answer-post';
import { collectPosts } from '../collect';
import { numericIdOf } from '../unknown';
import { commentUrl, liveUrl, ORIGIN, SITE, workUrl } from './addresses';
import { type DouyinPost, NOT_ENTERED, readItem } from './read-data';
import { readEnteredRoom } from './read-live';

/** The site, its share pages and the app; the app's older host is shared with other products. */
const HOSTS = /(^|\.)(ies)?douyin\.com$|(^|\.)amemv\.com$|^(aweme|webcast)[\w-]*\.snssdk\.com$/;

/** Reads answers of the site's own API: feeds, one work, searches, a person's works, comments and live rooms. */
export function readAnswer(endpoint: URL, body: unknown): Post[] | undefined {
  if (!HOSTS.test(endpoint.hostname)) return undefined;
  const entered = endpoint.searchParams.get('web_rid') ?? undefined;
  const asked = ['aweme_id', 'item_id']
    .map((name) => numericIdOf(endpoint.searchParams.get(name)))
    .find(Boolean);
  let isRoomFound = false;
  const found = collectPosts<DouyinPost>(
    body,
    (item, outer) => {
      const post = readItem(item, outer);
      if (post || !entered || isRoomFound) return post;
      const room = readEnteredRoom(item, entered);
      isRoomFound = room !== undefined;
      return room;
    },
    NOT_ENTERED,
  );
  return found.map((post) =>
    postOfAnswer(SITE, post, {
      url: urlOf(post, asked, entered),
      surface: surfaceOf(post, endpoint.pathname),
    }),
  );
}

function urlOf(post: DouyinPost, asked: string | undefined, entered: string | undefined): string {
  const { kind, id } = post;
  if (kind === 'comment') return commentUrl(id, post.workId ?? asked);
  if (kind === 'live') return liveUrl(id);
  if (kind === 'topic') return `${ORIGIN}/hot/${id}`;
  // A stream's messages name the broadcast alone; this is the address that shares it.
  if (kind === 'danmaku')
    return entered
      ? liveUrl(entered)
      : `https://webcast.amemv.com/douyin/webcast/reflow/${post.roomId ?? ''}`;
  return workUrl(id, post.pictures);
}

function surfaceOf({ kind }: DouyinPost, path: string): Surface {
  if (kind === 'comment') return 'comments';
  if (kind === 'live' || kind === 'danmaku') return 'live';
  if (kind === 'topic') return 'hot';
  if (/search/.test(path)) return 'search';
  if (/\/aweme\/(post|favorite)|\/user\//.test(path)) return 'profile';
  return /detail|iteminfo|\/share\//.test(path) ? 'detail' : 'feed';
}
