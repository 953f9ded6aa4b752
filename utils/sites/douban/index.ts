import { defineSite } from '../define-site';
import { surfaceOf } from './addresses';
import { comments } from './comments';
import { lists } from './lists';
import { posts } from './posts';
import { isRemoved } from './removed';

/** Douban: server-rendered pages with readable class names (facts: sites.md section 2.11). */
export const site = defineSite({
  id: 'douban',
  name: { zh_CN: '豆瓣', en: 'Douban' },
  matches: ['https://*.douban.com/*'],
  surfaceOf,
  removed: isRemoved,
  shapes: [...posts, ...lists, ...comments],
});
