import type { Surface } from '../../model/post';
import { defineSite } from '../define-site';
import { isRemoved } from './removed';
import { card, room, slide } from './shapes';

const SURFACES: readonly (readonly [RegExp, Surface])[] = [
  [/\/pages\/feed\/?$/, 'detail'],
  [/\/pages\/sph\/?$|^\/sph\/[\w-]+\/?$/, 'detail'],
  [/\/pages\/home\/?$/, 'feed'],
  [/\/pages\/profile\/?$/, 'profile'],
  [/\/pages\/live\/?$/, 'live'],
  [/\/pages\/search\w*\/?$/, 'search'],
];

/** WeChat Channels on the web. No page of it could be captured (facts: sites.md section 2.8). */
export const site = defineSite({
  id: 'wechat-channels',
  name: { zh_CN: '微信视频号', en: 'WeChat Channels' },
  matches: ['https://channels.weixin.qq.com/*', 'https://weixin.qq.com/sph/*'],
  surfaceOf: (url) => SURFACES.find(([path]) => path.test(url.pathname))?.[1],
  removed: isRemoved,
  shapes: [slide, card, room],
});
