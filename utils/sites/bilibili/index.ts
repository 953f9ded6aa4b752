import { defineSite } from '../define-site';
import { surfaceOf } from './addresses';
import { comments } from './comments';
import { dynamics } from './dynamics';
import { liveShapes } from './live';
import { isRemoved } from './removed';
import { readState } from './state';
import { videoCards } from './video-cards';
import { videoPage } from './video-page';

/** Bilibili on the web: the main site, its mobile pages, searches, dynamics, people's pages and live rooms. */
export const site = defineSite({
  id: 'bilibili',
  name: { zh_CN: '哔哩哔哩', en: 'Bilibili' },
  matches: [
    'https://www.bilibili.com/*',
    'https://m.bilibili.com/*',
    'https://search.bilibili.com/*',
    'https://t.bilibili.com/*',
    'https://space.bilibili.com/*',
    'https://live.bilibili.com/*',
  ],
  surfaceOf,
  shapes: [...videoPage, ...videoCards, ...dynamics, ...comments, ...liveShapes],
  removed: (document) => isRemoved(document),
  readState,
});
