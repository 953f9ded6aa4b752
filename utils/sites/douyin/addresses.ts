import type { Surface } from '../../model/post';

export const SITE = 'douyin';
export const ORIGIN = 'https://www.douyin.com';

const WORK_ID = /^\d{15,22}$/;
/** Links to a work in any of the site's spellings; the first group is the id. */
export const WORK_LINK = /\/(?:share\/)?(?:video|note|slides)\/(\d{15,22})(?!\d)/;
/** The layer over any page names its work in the query. */
export const MODAL_ID = /[?&]modal_id=(\d{15,22})(?!\d)/;
/** Links to a live room; the first group is the room's number on the web (`web_rid`). */
export const LIVE_LINK = /live\.douyin\.com\/([\w-]+)|\/live\/([\w-]+)/;
/** Links to a person; the first group is the `sec_uid`. */
export const USER_ID = /\/user\/([\w.-]{6,})/;

/** Path of a live room: alone on its own host, behind a tab's name on the main one. */
const LIVE_PATH = /^\/(?:\w+\/live\/)?(?!category|search\b|webcast\b|fansclub\b)([\w-]{3,})\/?$/;
const LIST_PAGES: readonly (readonly [Surface, RegExp])[] = [
  ['detail', /^\/(?:video|note)\/\d{15,22}\/?$/],
  ['live', /^\/\w+\/live\/[\w-]+\/?$/],
  ['search', /^\/(?:\w+\/)?search\//],
  ['profile', /^\/user\/[\w.-]+\/?$/],
  ['feed', /^\/(?:(?:jingxuan|discover|recommend|follow|friend|channel|hot)(?:\/.*)?)?$/],
];

/** `undefined` for addresses that hold no posts. */
export function surfaceOf(url: URL): Surface | undefined {
  if (url.hostname === 'live.douyin.com') return liveIdOf(url) ? 'live' : undefined;
  if (url.hostname === 'www.iesdouyin.com') return workIdInAddress(url) ? 'detail' : undefined;
  if (MODAL_ID.test(url.search)) return 'detail';
  return LIST_PAGES.find(([, path]) => path.test(url.pathname))?.[0];
}

export function isWorkId(value: string | undefined | null): value is string {
  return typeof value === 'string' && WORK_ID.test(value);
}

/** The layer lies over the page, so its id counts first. */
export function workIdInAddress(url: URL): string | undefined {
  return MODAL_ID.exec(url.search)?.[1] ?? WORK_LINK.exec(url.pathname)?.[1];
}

export function liveIdOf(url: URL): string | undefined {
  return LIVE_PATH.exec(url.pathname)?.[1];
}

/** Videos and picture posts share ids and one kind, but not one address; each leads to the other. */
export function workUrl(id: string, pictures = false): string {
  return `${ORIGIN}/${pictures ? 'note' : 'video'}/${id}`;
}

/** Comments have no address of their own; the fragment is the comment's id. */
export function commentUrl(id: string, workId: string | undefined): string {
  return `${workId ? workUrl(workId) : `${ORIGIN}/`}#comment-${id}`;
}

export function liveUrl(id: string): string {
  return `https://live.douyin.com/${id}`;
}

export function userUrl(secUid: string): string {
  return `${ORIGIN}/user/${secUid}`;
}
