import { defineSite } from '../define-site';
import { mobileShapes } from './mobile';
import { isRemoved } from './removed';
import { searchShapes } from './search';
import { readState } from './state';
import { SITE, surfaceOf } from './surfaces';
import { wapShapes } from './wap';
import { webShapes } from './web';

/** Weibo: weibo.com, its search, the touch site and the WAP site (facts: sites.md section 2.5). */
export const site = defineSite({
  id: SITE,
  name: { zh_CN: '微博', en: 'Weibo' },
  matches: [
    'https://weibo.com/*',
    'https://www.weibo.com/*',
    'https://s.weibo.com/*',
    'https://m.weibo.cn/*',
    'https://weibo.cn/*',
  ],
  surfaceOf,
  shapes: [...webShapes, ...searchShapes, ...mobileShapes, ...wapShapes],
  removed: isRemoved,
  readState,
});
