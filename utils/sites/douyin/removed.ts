import { readableText } from '../readable-text';
import { surfaceOf } from './addresses';
import { ACTIVE_SLIDE, LAYER } from './work-element';

/** Lines that stand in place of a work that is gone, hidden or only its author's. */
const GONE =
  /^(抱歉，)?(你要观看的(视频|图文)不存在|作品不见了|(该|此)?(作品|视频|图文)(不存在|已(被)?(删除|失效|隐藏)|不可见))[。，,!！]?/m;
/** A work, or in a layout that is not known at least its video and the people who speak about it. */
const SHOWN = `${ACTIVE_SLIDE}, ${LAYER}, [data-e2e="detail-video-info"], [data-e2e="video-desc"], video, a[href*="/user/"]`;

/** Error pages keep the address; the words count only where no work is shown. */
export function isRemoved(document: Document, url: URL): boolean {
  if (surfaceOf(url) !== 'detail' || document.querySelector(SHOWN)) return false;
  return GONE.test(readableText(document.body));
}
