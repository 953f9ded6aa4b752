import { surfaceOf } from './surfaces';

const POSTS = 'article, .card-wrap[mid], .c[id^="M_"], .weibo-main';
const NOTICE =
  /^[^\p{L}]*(抱歉|非常抱歉|对不起)?[，,\s]*(该|此|这条|当前)?(条)?(微博|博文|内容|页面)(不存在|已被|已删除|被删除|暂时?无法|暂无法)|暂无查看权限|已被作者删除|^(抱歉|对不起)[，,].{0,20}(不存在|删除|查看)/u;
const MAX_NODES = 5_000;
const MAX_NOTICE = 60;

/** Errors keep the address and have no element of their own that is known; their words stand alone, without a post. */
export function isRemoved(document: Document, url: URL): boolean {
  if (surfaceOf(url) !== 'detail' || document.querySelector(POSTS)) return false;
  const texts = document.createTreeWalker(document.body ?? document, NodeFilter.SHOW_TEXT);
  for (let at = 0; at < MAX_NODES && texts.nextNode(); at++) {
    const node = texts.currentNode;
    const text = node.nodeValue?.trim() ?? '';
    const isNotice = text.length > 4 && text.length <= MAX_NOTICE && NOTICE.test(text);
    // Links are entries of the hot list beside it; scripts hold the words of every error.
    if (isNotice && !node.parentElement?.closest('a, script, style, template, [style*="display: none"]'))
      return true;
  }
  return false;
}
