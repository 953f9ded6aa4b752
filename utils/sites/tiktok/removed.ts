import { readableText } from '../readable-text';
import { itemIdOf } from './ids';
import { DESCRIPTION, SLIDE_ROOT } from './selectors';
import { isMissing, readState } from './state';

const SAYS_SO =
  /video (is )?currently unavailable|couldn't find this (video|page)|video has been removed|视频(目前|当前)?(不可用|已被?(删除|移除))/i;

/** A removed item keeps its address; its page has no item of that id, and its state or its words say so. */
export function isRemoved(document: Document, url: URL): boolean {
  const id = itemIdOf(url);
  if (!id || readState(document).has(id)) return false;
  if (document.querySelector(`${DESCRIPTION}, [id^="xgwrapper-"][id$="-${id}"]`)) return false;
  if (isMissing(document)) return true;
  return !document.querySelector(SLIDE_ROOT) && SAYS_SO.test(readableText(document.body).slice(0, 4_000));
}
