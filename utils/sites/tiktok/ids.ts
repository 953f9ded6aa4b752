import { isoFromEpoch } from '../time';

export const SITE = 'tiktok';
export const ORIGIN = 'https://www.tiktok.com';

const ID = /^\d{15,20}$/;
/** Links to a video or a series of pictures; the first group is the id. */
export const ITEM_LINK = /\/(?:video|photo)\/(\d{15,20})(?!\d)/;
export const HANDLE = /\/@([\w.-]{1,60})/;
export const LIVE_ADDRESS = /^\/@([\w.-]{1,60})\/live(?![\w-])/;

export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

export function itemIdOf(url: URL): string | undefined {
  return ITEM_LINK.exec(url.pathname)?.[1];
}

export function profileUrl(handle: string): string {
  return `${ORIGIN}/@${handle}`;
}

/** The site finds an item by its id alone; the handle in the path may be left out, and pictures open here too. */
export function itemUrl(id: string, handle = ''): string {
  return `${ORIGIN}/@${handle}/video/${id}`;
}

/** Comments have no address of their own. */
export function commentUrl(id: string, itemId: string | undefined, handle?: string): string {
  return `${itemId ? itemUrl(itemId, handle) : `${ORIGIN}/`}#comment-${id}`;
}

/** The upper 32 bits of an id are its time of creation in seconds. */
export function createdAt(id: string): string | undefined {
  return isId(id) ? isoFromEpoch(Number(BigInt(id) >> 32n)) : undefined;
}
