import { defineSite } from '../define-site';
import { itemIdOf, LIVE_ADDRESS } from './ids';
import { isRemoved } from './removed';
import { shapes } from './shapes';
import { readState } from './state';

/** TikTok on the web (facts: sites.md section 2.13). */
export const site = defineSite({
  id: 'tiktok',
  name: { zh_CN: 'TikTok', en: 'TikTok' },
  matches: ['https://www.tiktok.com/*'],
  optIn: true,
  surfaceOf: (url) => {
    const { pathname } = url;
    if (itemIdOf(url)) return 'detail';
    if (LIVE_ADDRESS.test(pathname)) return 'live';
    if (/^\/(search|tag)(\/|$)/.test(pathname)) return 'search';
    if (/^\/@[\w.-]+\/?$/.test(pathname)) return 'profile';
    return /^\/($|foryou|following|friends|explore|music\/|discover\/)/.test(pathname) ? 'feed' : undefined;
  },
  shapes,
  removed: isRemoved,
  readState,
});
