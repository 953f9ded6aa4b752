import type { PostShape } from '../define-site';
import { articleUrl, DYNAMIC_LINK, DYNAMIC_PATH, dynamicUrl } from './addresses';
import { ADVERTS } from './video-cards';
import { argueIn, authorOf } from './video-page';

/** Dynamics in lists and on their own pages, and articles (facts: sites.md section 2.3). */

/** What a passed-on dynamic holds of the first one has its own author, text and notices. */
const OWN = ':not(.reference *)';

export const dynamics: readonly PostShape[] = [
  {
    kind: 'pin',
    surfaces: ['feed', 'profile', 'detail', 'search'],
    root: '.bili-dyn-item',
    not: `.reference *, ${ADVERTS}`,
    component: true,
    id: [
      { attr: 'data-did', match: /^\d{6,20}$/ },
      { css: `[dyn-id]${OWN}`, attr: 'dyn-id', match: /^\d{6,20}$/ },
      { css: `a[href*="/opus/"]${OWN}, .bili-dyn-time a${OWN}`, attr: 'href', match: DYNAMIC_LINK },
    ],
    idInAddress: /^\/(?:h5\/dynamic\/detail\/|opus\/|dynamic\/)?(\d{15,20})(?!\d)/,
    url: dynamicUrl,
    title: [{ css: `.dyn-card-opus__title${OWN}` }],
    text: [
      { css: '.bili-dyn-content__forw__desc' },
      { css: `.bili-dyn-content .bili-rich-text__content${OWN}` },
      { css: `.dyn-card-opus__summary${OWN}` },
    ],
    ...authorOf('.bili-dyn-title__text', `a[href*="space.bilibili.com"]${OWN}`),
    publishedAt: [{ css: '.bili-dyn-time' }],
    hashtags: [
      { css: `.bili-rich-text-topic${OWN}` },
      { css: `.bili-dyn-content__orig__topic${OWN}, .bili-dyn-topic__title${OWN}` },
    ],
    counts: {
      like: [{ css: '.bili-dyn-action.like' }],
      comment: [{ css: '.bili-dyn-action.comment' }],
      share: [{ css: '.bili-dyn-action.forward' }],
    },
    labels: argueIn(`.bili-dyn-content__dispute${OWN}`),
    required: ['author'],
  },
  {
    kind: 'pin',
    surfaces: ['detail'],
    root: '.bili-opus-view, .opus-detail',
    not: ':is(.bili-opus-view, .opus-detail) *',
    id: [],
    idInAddress: DYNAMIC_PATH,
    url: dynamicUrl,
    title: [{ css: '.opus-module-title__text' }, { css: '.opus-module-title' }],
    text: [{ css: '.opus-module-content' }, { css: '.bili-rich-text__content' }],
    ...authorOf('.opus-module-author__name', '.opus-module-author a[href*="space.bilibili.com"]'),
    publishedAt: [{ css: '.opus-module-author__pub__text', match: /^(?!\s*编辑于).+/ }],
    hashtags: [{ css: '.opus-module-content .topic, .opus-module-topic__text' }],
    labels: argueIn('.opus-module-dispute, .bili-dyn-content__dispute'),
    required: ['author', 'text'],
  },
  {
    // Articles before they became dynamics.
    kind: 'article',
    surfaces: ['detail'],
    root: '.article-container, .article-detail',
    not: ':is(.article-container, .article-detail) *',
    id: [],
    idInAddress: /^\/read\/(?:mobile\/)?(cv\d+)/,
    url: articleUrl,
    title: [{ css: 'h1.title' }, { css: 'h1' }],
    text: [{ css: '#read-article-holder, .article-content' }, { css: '.article-holder' }],
    ...authorOf('.up-name', 'a.up-name, a[href*="space.bilibili.com"]'),
    publishedAt: [{ css: '.publish-text, .create-time' }],
    hashtags: [{ css: '.tag-container .tag-content, .tag-item' }],
    required: ['title', 'author'],
  },
];
