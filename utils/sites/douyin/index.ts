import { defineSite } from '../define-site';
import { surfaceOf } from './addresses';
import { cardShapes } from './card-shapes';
import { liveShapes } from './live-shapes';
import { isRemoved } from './removed';
import { readState } from './state';
import { talkShapes } from './talk-shapes';
import { workShapes } from './work-shapes';

/** Douyin on the web: test attributes and readable names, no hashed classes (facts: sites.md section 2.1). */
export const site = defineSite({
  id: 'douyin',
  name: { zh_CN: '抖音', en: 'Douyin' },
  matches: ['https://www.douyin.com/*', 'https://live.douyin.com/*', 'https://www.iesdouyin.com/share/*'],
  surfaceOf,
  removed: isRemoved,
  readState: (document) => readState(document),
  shapes: [...workShapes, ...cardShapes, ...talkShapes, ...liveShapes],
});
