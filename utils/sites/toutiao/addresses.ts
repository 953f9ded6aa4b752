import type { PostKind, Surface } from '../../model/post';

export const SITE = 'toutiao';
export const ORIGIN = 'https://www.toutiao.com';

/**
 * Path of a post in any of the site's spellings, old ones included: `/article/{id}/`, `/w/{id}/`, `/video/{id}`,
 * `/group/{id}`, `/i{id}`, `/a{id}`, and `/{id}` on ixigua.com. The first group is the id.
 */
export const POST_PATH =
  /^\/(?:(?:article|video|w|group|item|thread|pseries)\/|[ai]|)(\d{9,20})(?![0-9A-Za-z])/;

/** Links to posts of one kind, direct or through the search's redirect, which encodes them once. */
export const LINKS = {
  article: /(?:\/|%2F)(?:(?:article|group|item)(?:\/|%2F)|[ai](?=\d))(\d{9,20})(?![0-9A-Za-z])/i,
  note: /(?:\/|%2F)(?:w|thread)(?:\/|%2F)(\d{9,20})(?![0-9A-Za-z])/i,
  video: /(?:(?:\/|%2F)video|ixigua\.com)(?:\/|%2F)(\d{9,20})(?![0-9A-Za-z])/i,
} as const;

/** The id of a person: a token in today's links, digits in those of 2019. */
export const PERSON_ID = /\/c\/user\/(?:token\/)?([\w=-]+)/;
/** Links to people carry a `source` behind the `?`. */
export const PERSON_LINK = /^[^?#]*\/c\/user\/(?:token\/)?[\w=-]+\/?/;

const SEGMENT = { article: 'article', note: 'w', video: 'video' } as const;

/** Every post has one permalink; Xigua's videos keep their own host, which is the address that readers know. */
export function postUrl(kind: keyof typeof SEGMENT, id: string, page?: URL): string {
  return kind === 'video' && page && isXigua(page)
    ? `https://www.ixigua.com/${id}`
    : `${ORIGIN}/${SEGMENT[kind]}/${id}/`;
}

export function urlOf(kind: PostKind, id: string): string {
  if (kind === 'topic') return `${ORIGIN}/trending/${id}/`;
  return postUrl(kind === 'note' || kind === 'video' ? kind : 'article', id);
}

/** Comments have no address of their own; `/group/{id}/` leads to a post of any kind. */
export function commentUrl(id: string, postId: string | undefined): string {
  return `${ORIGIN}/${postId ? `group/${postId}/` : ''}#comment-${id}`;
}

export function personUrl(id: string): string {
  return `${ORIGIN}/c/user/${/^\d+$/.test(id) ? '' : 'token/'}${id}/`;
}

export function postIdOf(url: URL): string | undefined {
  return POST_PATH.exec(url.pathname)?.[1];
}

export function isXigua(url: URL): boolean {
  return /(^|\.)ixigua\.com$/.test(url.hostname);
}

/** `/is/{code}` is a share link of the mobile site; only the page itself says which post it leads to. */
export function surfaceOf(url: URL): Surface | undefined {
  const path = url.pathname;
  if (url.hostname === 'so.toutiao.com') return path.startsWith('/search') ? 'search' : undefined;
  if (postIdOf(url) || /^\/is\/\w+/.test(path)) return 'detail';
  if (/^\/(c\/user|home)\/[\w=-]+/.test(path)) return 'profile';
  if (/^\/search(\/|$)/.test(path)) return 'search';
  return path === '/' || /^\/(ch|channel|trending)\/\w+/.test(path) ? 'feed' : undefined;
}
