import { isoFromEpoch } from '../time';

export const SITE = 'xiaohongshu';
export const ORIGIN = 'https://www.xiaohongshu.com';

const ID = /^[0-9a-f]{24}$/;
/**
 * Links to a note in any of the site's spellings; the first group is the id. `/user/profile/{uid}` alone is a person,
 * `/user/profile/{uid}/{id}` a note.
 */
export const NOTE_LINK =
  /\/(?:explore|discovery\/item|search_result|user\/profile\/[0-9a-zA-Z]+)\/([0-9a-f]{24})(?![0-9a-zA-Z])/;

/** Ids of notes, comments and people are 24 hexadecimal digits. */
export function isId(value: string | undefined): value is string {
  return value !== undefined && ID.test(value);
}

export function noteIdOf(url: URL): string | undefined {
  return NOTE_LINK.exec(url.pathname)?.[1];
}

/** Every note has one permalink, without the session tokens that its links carry. */
export function noteUrl(id: string): string {
  return `${ORIGIN}/explore/${id}`;
}

/** Comments have no address of their own; the fragment is the id of the comment's element. */
export function commentUrl(id: string, noteId: string | undefined): string {
  return `${noteId ? noteUrl(noteId) : `${ORIGIN}/explore`}#comment-${id}`;
}

/** The first 8 digits of an id are its time of creation in seconds. */
export function createdAt(id: string): string | undefined {
  return isId(id) ? isoFromEpoch(Number.parseInt(id.slice(0, 8), 16)) : undefined;
}
