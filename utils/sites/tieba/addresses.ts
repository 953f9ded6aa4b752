import type { Surface } from '../../model/post';

export const SITE = 'tieba';
export const ORIGIN = 'https://tieba.baidu.com';

/** Address or link of a thread; the first group is its id (tid). */
export const THREAD_LINK = /\/p\/(\d+)(?!\w)/;
/** A person's page without what follows the id: links carry the place they stand in and a version of the portrait. */
export const PERSON_LINK = /^[^?#]*\/home\/main\/?\?(?:id|un)=[^&?#]+/;

export function surfaceOf({ pathname }: URL): Surface | undefined {
  if (/^\/p\/\d+\/?$/.test(pathname)) return 'detail';
  if (/^\/p\/(comment|totalComment)\/?$/.test(pathname)) return 'comments';
  if (/^\/f\/search\/\w+\/?$/.test(pathname)) return 'search';
  if (/^\/home(\/main)?\/?$/.test(pathname)) return 'profile';
  if (/^\/hottopic\/browse\/topicList\/?$/i.test(pathname)) return 'hot';
  return /^\/((index\.html)?|f(\/good)?\/?|hottopic\/browse\/hottopic\/?)$/.test(pathname)
    ? 'feed'
    : undefined;
}

/** The thread that an address names: `/p/{tid}`, or the `tid` of the parts that a page loads later. */
export function threadIn({ pathname, searchParams }: URL): string | undefined {
  const id = THREAD_LINK.exec(pathname)?.[1] ?? searchParams.get('tid') ?? searchParams.get('kz');
  return id && /^\d+$/.test(id) ? id : undefined;
}

export function threadUrl(tid: string): string {
  return `${ORIGIN}/p/${tid}`;
}

/** Floors and the replies under them have one form of address: the thread's, with the id of the post. */
export function commentUrl(pid: string, tid: string | undefined): string {
  return tid ? `${threadUrl(tid)}?pid=${pid}&cid=0#${pid}` : `${ORIGIN}/p/#${pid}`;
}
