import type { Candidates } from '../candidates';
import type { PostShape } from '../define-site';
import { feedUrl, idInUrl, idOfShort, isObjectId } from './ids';
import { isInView, NESTED_SLIDE, SLIDE, slidesOf } from './slides';

/** Author and counts stand in the slide, or once beside all slides; never those of another slide. */
const besideSlides = (css: string): Candidates => [
  { css },
  { css: `${css}:not(.slides-item *, [id^="flow-feed-"] *)`, page: true },
];
/** Buttons under the video in the order of 2026-08: like, forward, favourite, comment. */
const button = (place: number): Candidates => [{ css: `.op-item:nth-of-type(${place}) .op-text` }];

const AUTHOR: Candidates = [
  ...besideSlides('.avatar-nickname .nickname'),
  ...besideSlides('.account-info .nickname'),
];
const LINKED = /[?&]oid=([\w-]{11})(?![\w-])/;

/** The object in view, in every list of slides and on its own page. Found selectors: sites.md section 2.8. */
export const slide: PostShape = {
  kind: 'video',
  surfaces: ['feed', 'detail', 'profile', 'search'],
  root: SLIDE,
  not: NESTED_SLIDE,
  id: (root) => {
    const own = [root, root.querySelector('[id^="flow-feed-"]')]
      .map((element) => /^flow-feed-(.+)$/.exec(element?.id ?? '')?.[1])
      .find(Boolean);
    return isObjectId(own) ? own : idOfShort(own);
  },
  // Of several slides the address names the first alone.
  idInAddress: (page, root) => (slidesOf(root.ownerDocument).length === 1 ? idInUrl(page) : undefined),
  component: true,
  url: (id, root, page) => {
    if (!isInView(root)) return undefined;
    const nonce = idInUrl(page) === id ? (page.searchParams.get('nid') ?? undefined) : undefined;
    return feedUrl(id, nonce);
  },
  text: [{ css: '.content .ctn' }, { css: '.collapsed-text .ctn' }, { css: '.compute-node' }],
  authorName: AUTHOR,
  counts: { like: button(1), share: button(2), collect: button(3), comment: button(4) },
  media: {
    video: [{ css: '.feed-video video[src^="http"], video[src^="http"]', attr: 'src' }],
    image: [{ css: 'video[poster^="http"]', attr: 'poster' }],
  },
  // Whether viewers are shown declarations is not known; their words would stand outside of these.
  labelSentencesOutside:
    '.content .ctn, .collapsed-text, .compute-node, .nickname, .account-info, .avatar-nickname, [class*="comment"]',
  required: ['author'],
};

/** Anything that leads to an object's page: cards of a person's page and of searches have no known class. */
export const card: PostShape = {
  kind: 'video',
  surfaces: ['profile', 'search', 'feed'],
  root: 'a[href*="/web/pages/feed?"][href*="oid="]',
  not: ':is(.slides-item, [id^="flow-feed-"]) a',
  id: (root) => idOfShort(LINKED.exec(root.getAttribute('href') ?? '')?.[1]),
  url: (id, root) => feedUrl(id, /[?&]nid=([\w-]{11})(?![\w-])/.exec(root.getAttribute('href') ?? '')?.[1]),
  text: [{ css: '.ctn' }, {}],
  authorName: [{ css: '.nickname' }],
};

export const room: PostShape = {
  kind: 'live',
  surfaces: ['live'],
  root: 'body',
  id: [],
  idInAddress: idInUrl,
  url: (id, _root, page) => feedUrl(id, page.searchParams.get('nid') ?? undefined, 'live'),
  authorName: AUTHOR,
  required: ['author'],
};
