import { readableText } from '../readable-text';
import { SLIDE } from './slides';

const NOTICE = /(视频|动态|内容|作品|直播)(已|被|已被)?(作者)?(删除|下架|失效|不存在|无法查看|不可见|结束)/;
const MAX_NOTICE = 400;

/** No element is known for these pages: one without any slide or video that says so in few words is taken for one. */
export function isRemoved(document: Document, url: URL): boolean {
  if (!/\/pages\/(feed|live|sph)|^\/sph\//.test(url.pathname)) return false;
  if (!document.body || document.querySelector(`${SLIDE}, video`)) return false;
  const text = readableText(document.body);
  return text.length <= MAX_NOTICE && NOTICE.test(text);
}
