import { readableText } from '../readable-text';
import { ROOM_LINK } from './ids';

/** What a page shows in place of a work that was taken away; a whole page of that has few words. */
const NOTICE =
  /(作品|视频|内容|直播)(已|被|已被)?(删除|下架|失效|不存在|不见了)|(作品|视频|内容)(飞走|走丢)了/;
const MAX_NOTICE = 400;
const PLAYING =
  'video, .short-video-info-container, .swiper-slide-active, .kwai-player-container-video, .work-info';

/**
 * A room without a broadcast holds `.no-live-detail` (facts: sites.md section 2.2). For removed works no element is
 * known: a page of theirs that has neither player nor caption and says so in few words is taken for one.
 */
export function isRemoved(document: Document, url: URL): boolean {
  if (ROOM_LINK.test(url.pathname)) {
    return document.querySelector('.no-live-detail') !== null && !document.querySelector('.live-room video');
  }
  if (!/\/(short-video|long-video|video|photo)\//.test(url.pathname)) return false;
  if (!document.body || document.querySelector(PLAYING)) return false;
  const text = readableText(document.body);
  return text.length <= MAX_NOTICE && NOTICE.test(text);
}
