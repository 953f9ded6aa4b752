export const SITE = 'kuaishou';
export const ORIGIN = 'https://www.kuaishou.com';
export const LIVE_ORIGIN = 'https://live.kuaishou.com';

/** Works and people have an id of this form in every address; the app's data also hold a numeric one. */
const OPEN_ID = /^3x[0-9a-z]{5,30}$/;
/** Links to a work in any of the site's spellings; the first group is the id. */
export const WORK_LINK =
  /\/(?:short-video|long-video|video|photo|u\/[0-9A-Za-z_-]+)\/(3x[0-9a-z]{5,30})(?![0-9A-Za-z])/;
/** Addresses of covers and videos name their work as `clientCacheKey={id}.jpg` or `{id}_b.mp4`. */
export const WORK_IN_MEDIA = /[?&]clientCacheKey=(3x[0-9a-z]{5,30})(?![0-9A-Za-z])/;
export const PROFILE_LINK = /\/profile\/([0-9A-Za-z_-]{3,40})/;
/** A room has the id of its host: `/u/{id}`. */
export const ROOM_LINK = /^\/(?:u|fw\/live)\/([0-9A-Za-z_-]{3,40})\/?(?=$|\?)/;

export function isOpenId(value: string | undefined): value is string {
  return value !== undefined && OPEN_ID.test(value);
}

export function workIdOf(url: URL): string | undefined {
  return WORK_LINK.exec(url.pathname)?.[1];
}

export function workUrl(id: string): string {
  return `${ORIGIN}/short-video/${id}`;
}

export function roomUrl(id: string): string {
  return `${LIVE_ORIGIN}/u/${id}`;
}

/** Numeric ids of people have no page on the web. */
export function personUrl(id: string): string | undefined {
  return isOpenId(id) ? `${ORIGIN}/profile/${id}` : undefined;
}

/** Comments have no address of their own. */
export function commentUrl(id: string, workId: string | undefined): string {
  return `${workId ? workUrl(workId) : ORIGIN}#comment-${id}`;
}

export function topicUrl(name: string): string {
  return `${ORIGIN}/search/video?searchKey=${encodeURIComponent(name)}`;
}
