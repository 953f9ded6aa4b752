import { defineSite } from '../define-site';
import { surfaceOf } from './addresses';
import { newShapes } from './new-pages';
import { oldListShapes } from './old-lists';
import { oldThreadShapes } from './old-threads';
import { pendingLists } from './pending-lists';
import { isRemoved } from './removed';

/**
 * Baidu Tieba. Two layouts are in use at the same addresses. No label is known in either (facts: sites.md section
 * 2.10), so that without a disclosing hashtag or a label sentence the label reading is `unknown`.
 */
export const site = defineSite({
  id: 'tieba',
  name: { zh_CN: '百度贴吧', en: 'Baidu Tieba' },
  matches: ['https://tieba.baidu.com/*'],
  surfaceOf,
  shapes: [...oldThreadShapes, ...oldListShapes, ...newShapes],
  trees: pendingLists,
  removed: isRemoved,
});
