import { isoFromEpoch } from '../time';

export const SITE = 'x';
export const ORIGIN = 'https://x.com';

/** Links to a post in the site's spellings; the first group is the author's handle, the second the id. */
const POST_LINK = /\/(\w{1,20})\/status(?:es)?\/(\d{1,20})(?!\d)/;
/** 2010-11-04 01:42:54.657 UTC, from which ids count milliseconds; ids before that day are plain numbers. */
const EPOCH_MS = 1_288_834_974_657n;
const FIRST_TIMED_ID = 30_000_000_000n;

export function linkedPost(link: string): { handle: string; id: string } | undefined {
  const [, handle, id] = POST_LINK.exec(link) ?? [];
  return handle && id ? { handle, id } : undefined;
}

/** Without a handle it is the site's own short form, which leads to the same post. */
export function postUrl(id: string, handle = 'i'): string {
  return `${ORIGIN}/${handle}/status/${id}`;
}

/** An id's high bits are its time of creation, to the millisecond. */
export function createdAt(id: string): string | undefined {
  if (!/^\d{1,20}$/.test(id) || BigInt(id) < FIRST_TIMED_ID) return undefined;
  return isoFromEpoch(Number((BigInt(id) >> 22n) + EPOCH_MS));
}
