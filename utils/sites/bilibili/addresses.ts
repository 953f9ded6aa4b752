import type { Surface } from '../../model/post';
import { textOf } from '../unknown';
import { bvidOf, videoIdOfAddress } from './video-id';

export const SITE = 'bilibili';
const WWW = 'https://www.bilibili.com';

const WWW_SURFACES: readonly (readonly [Surface, RegExp])[] = [
  ['detail', /^\/(video\/|bangumi\/play\/|opus\/\d|dynamic\/\d|read\/(mobile\/)?(cv)?\d)/i],
  ['hot', /^\/(v\/popular|v\/rank|ranking)(\/|$)/],
  ['search', /^\/search(\/|$)/],
  ['profile', /^\/space\/\d/],
  [
    'feed',
    /^\/($|index\.html|v\/|c\/|anime|guochuang|movie|tv|documentary|variety|watchlater|history|list\/|account\/)/,
  ],
];

/** `undefined` for pages that hold no posts (help, account, shop). */
export function surfaceOf(url: URL): Surface | undefined {
  const { hostname, pathname } = url;
  switch (hostname) {
    case 'search.bilibili.com':
      return 'search';
    case 'space.bilibili.com':
      return /^\/\d+/.test(pathname) ? 'profile' : undefined;
    case 't.bilibili.com':
      return /^\/(h5\/dynamic\/detail\/)?\d+/.test(pathname) ? 'detail' : 'feed';
    case 'live.bilibili.com':
      return roomOfAddress(url) ? 'live' : 'feed';
    default:
      if (videoIdOfAddress(url)) return 'detail';
      return WWW_SURFACES.find(([, path]) => path.test(pathname))?.[0];
  }
}

export function roomOfAddress({ hostname, pathname }: URL): string | undefined {
  if (hostname !== 'live.bilibili.com') return undefined;
  return ROOM_PATH.exec(pathname)?.[1];
}
export const ROOM_PATH = /^\/(?:blanc\/|h5\/)?([1-9]\d*)/;
/** A dynamic has one number on every host. */
export const DYNAMIC_PATH = /^\/(?:(?:opus|dynamic|h5\/dynamic\/detail)\/)?(\d{6,20})(?!\d)/;
export const DYNAMIC_LINK = /(?:\/opus\/|\/dynamic\/|\/\/t\.bilibili\.com\/)(\d{6,20})(?!\d)/;

export const videoUrl = (id: string) => `${WWW}/${/^BV/.test(id) ? 'video' : 'bangumi/play'}/${id}`;
export const dynamicUrl = (id: string) => `https://t.bilibili.com/${id}`;
export const articleUrl = (id: string) => `${WWW}/read/${id}`;
export const liveUrl = (room: string) => `https://live.bilibili.com/${room}`;
export const spaceUrl = (mid: string) => `https://space.bilibili.com/${mid}`;
export const topicUrl = (word: string) =>
  `https://search.bilibili.com/all?keyword=${encodeURIComponent(word)}`;

/** Comments and danmaku have no page of their own: the address of what they stand under. */
export const commentUrl = (parent: string, id: string) => `${parent.replace(/#.*$/, '')}#reply${id}`;

/** What comments of a type stand under, by the number that their data name (`type` and `oid`). */
export function parentUrl(type: unknown, oid: string | undefined): string {
  const bvid = textOf(type) === '1' ? bvidOf(oid) : undefined;
  if (bvid) return videoUrl(bvid);
  if (!oid) return WWW;
  switch (textOf(type)) {
    case '12':
      return articleUrl(`cv${oid}`);
    case '17':
      return dynamicUrl(oid);
    case '11':
      return `https://h.bilibili.com/${oid}`;
    default:
      return WWW;
  }
}

/** The canonical address of the post that a page shows, without the tokens of its own address. */
export function pageUrl(page: URL): string {
  const video = videoIdOfAddress(page);
  return video ? videoUrl(video) : `${page.origin}${page.pathname}`;
}
