import { defineSite } from '../define-site';
import { videoIdOf } from './ids';
import { isRemoved } from './removed';
import { shapes } from './shapes';
import { readState } from './state';

/** YouTube on the web, with Shorts (facts: sites.md section 2.14). */
export const site = defineSite({
  id: 'youtube',
  name: { zh_CN: 'YouTube', en: 'YouTube' },
  matches: ['https://www.youtube.com/*', 'https://m.youtube.com/*'],
  optIn: true,
  surfaceOf: (url) => {
    const { pathname } = url;
    if (videoIdOf(url)) return 'detail';
    if (/^\/(results|hashtag\/[^/]+)\/?/.test(pathname)) return 'search';
    if (/^\/(@[^/]+|(channel|c|user)\/[^/]+)(\/|$)/.test(pathname)) return 'profile';
    return /^\/($|feed\/|playlist$|shorts\/?$|gaming\/?$)/.test(pathname) ? 'feed' : undefined;
  },
  shapes,
  removed: isRemoved,
  readState,
});
