import { defineSite } from '../define-site';
import { surfaceOf } from './addresses';
import { cards, oldCards } from './cards';
import { comments } from './comments';
import { details } from './details';
import { isRemoved } from './removed';
import { readState } from './state';

/** Toutiao with Xigua, layouts of 2019 and of 2024 on (facts: sites.md section 2.9). */
export const site = defineSite({
  id: 'toutiao',
  name: { zh_CN: '今日头条', en: 'Toutiao' },
  matches: [
    'https://www.toutiao.com/*',
    'https://m.toutiao.com/*',
    'https://so.toutiao.com/*',
    'https://www.ixigua.com/*',
    'https://m.ixigua.com/*',
  ],
  surfaceOf,
  removed: isRemoved,
  readState: (document) => readState(document),
  shapes: [...details, ...comments, ...cards, ...oldCards],
});
