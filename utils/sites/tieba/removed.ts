import { readableText } from '../readable-text';
import { threadIn } from './addresses';

const POSTS =
  '.l_post, .core_title_txt, .j_thread_list, .pb-title-wrap, .pb-content-wrap, .pb-comment-item, .threadcardclass';
const ERROR = '.page404, #errorText';
const NOTICE = /(该|此|访问的)?(贴|帖)子?(不存在|已被?删除|已被隐藏)/;

/** Removed threads keep their address and show an error page; the notice alone counts only where no post stands. */
export function isRemoved(document: Document, url: URL): boolean {
  if (document.querySelector(POSTS)) return false;
  if (document.querySelector(ERROR)) return true;
  return threadIn(url) !== undefined && NOTICE.test(readableText(document.body));
}
