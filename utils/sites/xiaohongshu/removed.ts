import { readableText } from '../readable-text';

/** Unverified: removed notes are known to lead to /404; these containers are named by readers of the site only. */
const NOTICE = '.access-wrapper, .error-wrapper, .not-found-wrapper, .blocked-wrapper';
/** A note, or in a layout that is not known the people who wrote it and about it; the side bar names the reader. */
const SHOWN =
  '#noteContainer, .note-container, .note-item, video, a[href*="/user/profile/"]:not(.side-bar *, header *)';
const MAX_NOTICE = 600;

/** A page that shows a note is not one of a removed note, whatever else it holds. */
export function isRemoved(document: Document): boolean {
  if (document.querySelector(SHOWN) || !document.querySelector(NOTICE)) return false;
  return readableText(document.body).length <= MAX_NOTICE;
}
