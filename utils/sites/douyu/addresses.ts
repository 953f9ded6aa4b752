import type { Surface } from '../../model/post';

export const SITE = 'douyu';
export const ORIGIN = 'https://www.douyu.com';

/** A room's number in a page's path and query: `/{number}`, or `/topic/{name}?rid={number}`. */
export const ROOM_PATH = /^\/(?:topic\/[\w-]+\/?\?(?:[^#]*&)?rid=)?([1-9]\d*)\/?(?=[?#&]|$)/;
/** The same in a link, with or without the host. */
export const ROOM_LINK =
  /^(?:(?:https?:)?\/\/(?:www\.)?douyu\.com)?\/(?:topic\/[\w-]+\/?\?(?:[^#]*&)?rid=)?([1-9]\d*)\/?(?=[?#&]|$)/;

export function surfaceOf({ pathname }: URL): Surface | undefined {
  if (/^\/([1-9]\d*|topic\/[\w-]+)\/?$/.test(pathname)) return 'live';
  if (/^\/search(\/.*)?$/.test(pathname)) return 'search';
  return /^\/((directory(\/.*)?)|(g_[\w-]+))?\/?$/.test(pathname) ? 'feed' : undefined;
}

export function roomUrl(id: string): string {
  return `${ORIGIN}/${id}`;
}
