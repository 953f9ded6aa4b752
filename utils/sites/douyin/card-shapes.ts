import type { Candidates } from '../candidates';
import type { PostShape } from '../define-site';
import { workUrl } from './addresses';
import { showsPictures, workIdOf } from './work-element';

const OWN_LIST = '[data-e2e="user-post-list"] li';
const url: PostShape['url'] = (id, root, page) => workUrl(id, showsPictures(root, id, page));

/** `@name · 2天前` under the cover: readable where the classes around it are not. */
const CREDIT_LINE = 'div:has(> span)';
const credit = (match: RegExp): Candidates => [{ css: CREDIT_LINE, match }];

/** Cards keep their own id also behind a layer, whose address names another work. */
const CARD: Omit<PostShape, 'root' | 'text'> = {
  kind: 'video',
  surfaces: ['feed', 'search', 'profile', 'detail'],
  not: ':has([data-e2e="ad-tag"])',
  id: workIdOf,
  url,
  component: true,
};

const PROFILE_CARD: PostShape = {
  ...CARD,
  root: OWN_LIST,
  text: [{ css: 'p' }, { css: 'img[alt]', attr: 'alt' }],
  counts: { like: [{ css: '.author-card-user-video-like' }] },
};

export const cardShapes: readonly PostShape[] = [
  {
    ...CARD,
    root: '#search-result-container [data-e2e="scroll-list"] > li, #search-content-area [data-e2e="scroll-list"] > li, [id^="waterfall_item_"]',
    text: [
      { css: '[data-e2e="video-desc"]' },
      { css: 'p' },
      { css: '.search-result-card > div:nth-child(2) div:not(:has(*))' },
      { css: 'a > div > div:nth-child(2) > div > div:nth-child(1)' },
      { css: 'img[alt]', attr: 'alt' },
    ],
    authorName: [
      { css: '[data-e2e="feed-video-nickname"]', match: /^@?\s*(.+)$/s },
      ...credit(/^@\s*([^·@]{1,40}?)\s*·/),
    ],
    publishedAt: [{ css: '.video-create-time' }, ...credit(/^@[^·@]{1,40}·\s*(.{1,20})$/)],
    required: ['author'],
  },
  {
    ...CARD,
    root: '.discover-video-card-item',
    text: [{ css: '[data-feed-ad-click-refer="title"]' }, { css: 'img[alt]', attr: 'alt' }],
    authorName: [
      { css: '[data-feed-ad-click-refer="name"]', match: /^@?\s*([^·]+)/ },
      ...credit(/^@\s*([^·@]{1,40}?)\s*·/),
    ],
    publishedAt: credit(/^@[^·@]{1,40}·\s*(.{1,20})$/),
    required: ['author'],
  },
  {
    // The list of an account's own works; the tabs of likes and collections name no author.
    ...PROFILE_CARD,
    surfaces: ['profile'],
    url: (id, root, page) =>
      /^(?:post)?$/.test(page.searchParams.get('showTab') ?? '') ? url(id, root, page) : undefined,
    authorName: [{ page: true, css: '[data-e2e="user-info"] h1' }],
    required: ['author'],
  },
  PROFILE_CARD,
];
