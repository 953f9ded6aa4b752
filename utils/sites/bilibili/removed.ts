import { readableText } from '../readable-text';
import { isErrorState } from './state';

const CONTENT =
  '#viewbox_report h1, .video-info-container h1, .media-wrapper h1, #media_module, [class*="mediainfo_mediaInfo"], .bili-opus-view, .opus-detail, .bili-dyn-item, .bili-video-card a[href], .rank-item, .video-card, #head-info-vm';
const ERROR_PAGE =
  '.error-container, .error-panel, .error-body, .error-404, .error-wrap, .video-error, .not-found-panel';
const SAYS_SO =
  /啊叻？?视频不见了|视频不见了|(视频|稿件|动态|内容|文章|专栏|页面|直播间)(去哪了|不存在|(可能)?(已经?|被)+(失效|删除|下架|移除|UP主删除|设为隐私))|此页面找不到|你?访问的页面(不存在|找不到)|该(稿件|动态)(已|不)/;

/** A removed post leaves its address; a page that shows a post is none, whatever it says of others. */
export function isRemoved(document: Document): boolean {
  if (document.querySelector(CONTENT)) return false;
  if (document.querySelector(ERROR_PAGE) || isErrorState(document)) return true;
  return SAYS_SO.test(readableText(document.body).slice(0, 600));
}
