import { defineSite } from '../define-site';
import { surfaceOf } from './addresses';
import { isRemoved } from './removed';
import { shapes } from './shapes';
import { readState } from './state';

export const site = defineSite({
  id: 'zhihu',
  name: { zh_CN: '知乎', en: 'Zhihu' },
  matches: ['https://www.zhihu.com/*', 'https://zhuanlan.zhihu.com/*'],
  surfaceOf,
  shapes,
  removed: isRemoved,
  readState,
});
