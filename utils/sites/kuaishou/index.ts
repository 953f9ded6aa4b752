import type { Surface } from '../../model/post';
import { defineSite } from '../define-site';
import { ROOM_LINK, workIdOf } from './ids';
import { isRemoved } from './removed';
import { card, chat, comment, mobile, playing, room } from './shapes';
import { readState } from './state';

const SURFACES: readonly (readonly [RegExp, Surface])[] = [
  [/^\/f\/[^/]+$/, 'detail'],
  [/^\/fw\/user\/[^/]+/, 'profile'],
  [/^\/profile\/[^/]+/, 'profile'],
  [/^\/search\/(video|author|live|all)\b|^\/search\/?$/, 'search'],
  [/^\/(brilliant|new-reco)?\/?$/, 'feed'],
];

/** Kuaishou on the web. Class names are readable; no page of it could be captured (facts: sites.md section 2.2). */
export const site = defineSite({
  id: 'kuaishou',
  name: { zh_CN: '快手', en: 'Kuaishou' },
  matches: [
    'https://www.kuaishou.com/*',
    'https://live.kuaishou.com/*',
    'https://m.gifshow.com/fw/*',
    'https://v.m.chenzhongtech.com/fw/*',
  ],
  surfaceOf: (url) => {
    if (ROOM_LINK.test(url.pathname)) return 'live';
    if (workIdOf(url)) return 'detail';
    const surface = SURFACES.find(([path]) => path.test(url.pathname))?.[1];
    // The live site's own front page and directory hold rooms only, in elements that are not known.
    return url.hostname.startsWith('live.') && surface !== 'profile' ? undefined : surface;
  },
  removed: isRemoved,
  readState: (document) => readState(document),
  shapes: [playing, mobile, comment, card, room, chat],
});
