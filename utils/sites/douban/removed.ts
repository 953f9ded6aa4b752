import { readableText } from '../readable-text';

const CONTENT =
  '.comment-item, .reply-item, .review-content, .review-item, .note-container, .topic-doc, .topic-content, .topic-richtext, .status-item, .new-status, .olt, .channel-item, [property="v:itemreviewed"]';
const SAYS_SO =
  /(页面|条目|日记|评论|讨论|帖子|话题|小组|广播|内容|用户)(已经?)?(不存在|被.{0,6}(删除|屏蔽|锁定|封禁)|已?删除|已?注销)|你?(想要的东西|要找的(页面|东西|内容)|想访问的(页面|条目))(不在这儿|不存在)|没有(访问)?权限|已被(作者|管理员|组长|系统)?.{0,4}删除|检测到有异常请求/;

/** A removed post keeps its address and leaves a page that says so; posts quote such words, so any content is stronger. */
export function isRemoved(document: Document): boolean {
  if (document.querySelector(CONTENT)) return false;
  if (/^(页面不存在|条目不存在|404)/.test(document.title.trim())) return true;
  const main = document.querySelector('#content, #wrapper, #page, main') ?? document.body;
  return SAYS_SO.test(readableText(main).slice(0, 500));
}
