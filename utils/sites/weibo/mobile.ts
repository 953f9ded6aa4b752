import { type Candidates, firstValue } from '../candidates';
import type { PostShape } from '../define-site';
import { readableText } from '../readable-text';
import { labelPlaces } from './labels';
import { midOf, postUrl } from './mid';
import { OWN } from './selectors';
import { readState } from './state';

const SURFACES = ['feed', 'detail', 'profile', 'search'] as const;
const PROFILE = /\/(?:profile|u)\/(\d{5,})/;

/** A shortened text ends in a link to its post; nothing else of a card holds the id. */
function midOfOpener(root: Element, own: string): string | undefined {
  const links = [...root.querySelectorAll(`.weibo-text a[href*="/status/"]${own}`)];
  const opener = links.find((link) => readableText(link) === '全文');
  return midOf(/\/status\/([0-9a-zA-Z]+)/.exec(opener?.getAttribute('href') ?? '')?.[1]);
}

/** An address by mblogid is only followed on the page's first load: the inline status tells whether it is that. */
function midOfLoadedPage(root: Element, page: URL): string | undefined {
  const mid = midOf(/^\/(?:status|\d+)\/([0-9a-zA-Z]+)/.exec(page.pathname)?.[1]);
  return mid && readState(root.ownerDocument).has(mid) ? mid : undefined;
}

const counted = (icon: string, own: string): Candidates => [
  { css: `.m-diy-btn:has(.m-font-${icon}, .m-icon-${icon}) h4${own}` },
];

/** m.weibo.cn (facts: sites.md section 2.5). Cards hold no id; their component or the page's address does. */
export const mobileShapes: readonly PostShape[] = [
  {
    kind: 'note',
    surfaces: SURFACES,
    root: '.main > .card:has(.weibo-og), .card9:has(.weibo-og):not(.card9 .card9)',
    id: (root) => midOfOpener(root, OWN),
    idInAddress: (page, root) =>
      midOfLoadedPage(root, page) ?? /^\/(?:detail|status|\d+)\/(\d{12,19})/.exec(page.pathname)?.[1],
    component: true,
    url: (id, root) =>
      postUrl(id, firstValue(root, [{ css: 'header a[href]', attr: 'href', match: PROFILE }])),
    text: [{ css: `.weibo-og .weibo-text${OWN}` }],
    authorName: [{ css: 'header h3' }],
    authorId: [{ css: 'header a[href]', attr: 'href', match: PROFILE }],
    authorUrl: [{ css: 'header a[href]', attr: 'href', match: /^[^?#]*\/(?:profile|u)\/\d+/ }],
    publishedAt: [{ css: 'header .time' }],
    hashtags: [{ css: `.weibo-og .weibo-text a${OWN}`, match: /^#.+#$/ }],
    counts: {
      share: counted('forward', OWN),
      comment: counted('comment', OWN),
      like: counted('like', OWN),
    },
    media: {
      image: [{ css: `.weibo-media img${OWN}`, attr: 'src' }],
      video: [{ css: `video[src]${OWN}`, attr: 'src' }],
    },
    labels: labelPlaces(OWN),
    labelSentencesOutside: '.weibo-text, .weibo-rp, header h3',
    required: ['author', 'publishedAt'],
  },
  {
    kind: 'note',
    surfaces: SURFACES,
    root: '.weibo-rp',
    id: (root) => midOfOpener(root, ''),
    component: true,
    url: (id, root) =>
      postUrl(id, firstValue(root, [{ css: '.weibo-text a[href]', attr: 'href', match: PROFILE }])),
    text: [{ css: '.weibo-text > span:nth-of-type(2)' }, { css: '.weibo-text' }],
    authorName: [{ css: '.weibo-text > span:first-of-type a', match: /^@?(.+?)[:：]?$/ }],
    authorId: [{ css: '.weibo-text > span:first-of-type a', attr: 'href', match: PROFILE }],
    hashtags: [{ css: '.weibo-text a', match: /^#.+#$/ }],
    required: ['author'],
  },
];
