import type { Candidates } from '../candidates';
import type { PostShape } from '../define-site';
import { commentUrl, PERSON_LINK, THREAD_LINK, threadUrl } from './addresses';
import { newFloor, threadAround } from './ids';

/**
 * The layout of 2026, rendered by Vue (facts: sites.md section 2.10, each selector from one or two sources). Numeric
 * user ids are known to the components only; addresses name people by portrait.
 */
const OUTSIDE_REPLIES = ':not(.pb-lzl-item *)';

const person = (within: string): { authorName: Candidates; authorUrl: Candidates } => ({
  authorName: [{ css: `.head-name${within}` }, { css: `.name-info-link${within}` }],
  authorUrl: [
    {
      css: `a.head-name${within}, .head-name a${within}, a.name-info-link${within}`,
      attr: 'href',
      match: PERSON_LINK,
    },
  ],
});

const THREAD_SHAPE: PostShape = {
  kind: 'thread',
  surfaces: ['detail'],
  root: '.image-text:has(.pb-title-wrap, .pb-content-wrap), .pc-pb-box:has(.pb-title-wrap, .pb-content-wrap):not(:has(.image-text))',
  not: '.pb-comment-item *',
  id: [],
  idInAddress: THREAD_LINK,
  component: true,
  url: (id) => threadUrl(id),
  title: [{ css: '.pb-title' }, { css: '.pb-title-wrap' }, { css: '.pc-pb-title .pb-title', page: true }],
  text: [{ css: '.pb-content-wrap:not(.pb-comment-item *)' }],
  ...person(':not(.pb-comment-item *)'),
  publishedAt: [
    { css: '.post-num:not(.pb-comment-item *)' },
    { css: '.head-line .desc-info:not(.pb-comment-item *)' },
  ],
  media: {
    image: [
      { css: '.pb-content-wrap img:not(.pb-comment-item *)', attr: 'data-src' },
      { css: '.pb-content-wrap img:not(.pb-comment-item *)', attr: 'src' },
    ],
  },
  labelSentencesOutside: '.pb-title-wrap, .pb-content-wrap, .head-line, .pb-comment-item, .pc-pb-reply-list',
  required: ['author'],
};

const FLOOR_SHAPE: PostShape = {
  kind: 'comment',
  surfaces: ['detail'],
  root: '.pb-comment-item',
  id: newFloor,
  component: true,
  url: (id, root, page) => commentUrl(id, threadAround(root, page)),
  text: [
    { css: `.comment-content .pb-rich-text${OUTSIDE_REPLIES}` },
    { css: `.comment-content .pb-content-item${OUTSIDE_REPLIES}` },
  ],
  ...person(OUTSIDE_REPLIES),
  publishedAt: [{ css: `.comment-desc-left${OUTSIDE_REPLIES}` }],
  counts: { like: [{ css: `.zan-container .action-number${OUTSIDE_REPLIES}` }] },
  required: ['author'],
};

const REPLY_SHAPE: PostShape = {
  ...FLOOR_SHAPE,
  root: '.pb-lzl-item',
  id: [{ attr: 'data-id', match: /^[1-9]\d*$/ }],
  text: [{ css: '.comment-content .pb-rich-text' }, { css: '.comment-content .pb-content-item' }],
  ...person(''),
  publishedAt: [{ css: '.comment-desc-left' }],
  counts: { like: [{ css: '.zan-container .action-number' }] },
};

const CARD_SHAPE: PostShape = {
  kind: 'thread',
  surfaces: ['feed', 'search', 'profile', 'detail'],
  root: '.threadcardclass, .index-feed-cards:has(.title-wrap)',
  not: '[data-key^="ad__"], [data-key^="ad__"] *',
  id: [{ css: 'a[href*="/p/"]', attr: 'href', match: THREAD_LINK }],
  component: true,
  url: (id) => threadUrl(id),
  title: [{ css: '.title-wrap' }],
  text: [{ css: '.abstract-wrap' }],
  authorName: [
    { css: '.forum-attention.user' },
    { css: '.attention-wrap' },
    { css: '.head-name' },
    { css: '.user-forum-info', match: /^(?:\S+\s?吧\s+)?(\S.*?)\s*发布于/ },
  ],
  authorUrl: [{ css: 'a[href*="/home/main"]', attr: 'href', match: PERSON_LINK }],
  publishedAt: [{ css: '.top-title, .user-forum-info', match: /发布于\s*(.+)$/ }],
  counts: { comment: [{ css: '.comment-link-zone .action-number' }] },
  labelSentencesOutside: '.title-content-wrap, .title-wrap, .abstract-wrap, .user-forum-info, .top-title',
  required: ['author'],
};

export const newShapes: readonly PostShape[] = [THREAD_SHAPE, FLOOR_SHAPE, REPLY_SHAPE, CARD_SHAPE];
