import { readableText } from '../readable-text';

const CONTENT =
  '.article-content, .article-box, .galleryBox, .weitoutiao-html, .wtt-content, .ttp-video-extras-title, .videoTitle, article, [class*="feed-card-"]';
const NOTICE =
  '.error-content, .error-tips, [class*="error-page"], [class*="not-found"], [class*="notFound"]';
const SAYS_SO =
  /(内容|文章|视频|页面|作品)(已|已经)?(不存在|被?(作者|发布者)?(自行)?删除|下架|被屏蔽|找不到)|找不到(你想要的|该)?(页面|内容)/;

/**
 * A removed post gives an error page at the post's own address. Articles quote such words too, so any content counts
 * as the stronger sign.
 */
export function isRemoved(document: Document): boolean {
  if (document.querySelector(CONTENT)) return false;
  if (/^404/.test(document.title.trim())) return true;
  const notice = readableText(document.querySelector(NOTICE)) || readableText(document.body).slice(0, 300);
  return SAYS_SO.test(notice);
}
