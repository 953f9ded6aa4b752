import type { Surface } from '../../model/post';

export const SITE = 'huya';
export const ORIGIN = 'https://www.huya.com';

/** First parts of paths that are not the name of a room. */
const NO_ROOM =
  'l|g|m|e|t|search|video|v|u|u_\\w*|index|home|about|download|app|apk|client|help|pay|shop|match|matches|myfollow|subscribe|history|login|udb_web|cache|404|error|robots|favicon';

/** A room's address in a page's path: its number, or the name it has instead; the first group is either. */
export const ROOM_PATH = new RegExp(`^\\/(?!(?:${NO_ROOM})(?![\\w-]))([\\w-]{2,40})\\/?(?:[?#]|$)`, 'i');
/** The same in a link, with or without the host. */
export const ROOM_LINK = new RegExp(
  `^(?:(?:https?:)?\\/\\/(?:www\\.)?huya\\.com)?${ROOM_PATH.source.slice(1)}`,
  'i',
);

export function surfaceOf({ pathname }: URL): Surface | undefined {
  if (/^\/(l|g(\/[\w-]+)?)?\/?$/.test(pathname)) return 'feed';
  if (/^\/search\/?$/.test(pathname)) return 'search';
  return ROOM_PATH.test(pathname) ? 'live' : undefined;
}

export function roomUrl(id: string): string {
  return `${ORIGIN}/${id}`;
}
