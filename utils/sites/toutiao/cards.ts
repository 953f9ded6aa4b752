import type { Surface } from '../../model/post';
import type { PostShape } from '../define-site';
import { LINKS, ORIGIN, postUrl } from './addresses';
import { linkOf, SHOWN_TIME } from './fields';

/** Related posts under an article are cards as well. */
const LISTS: readonly Surface[] = ['feed', 'search', 'profile', 'detail'];
/** Adverts link elsewhere, or carry one of these marks (facts: sites.md section 2.9). */
const ADVERT =
  ':has([data-tag="ad"], [ad_name], .icon_ad, [class*="feed-card-ad"], [class*="-ad-label"]), [class*="feed-card-ad"], [ad_name]';
const CARD =
  '.feed-card-wrapper, .feed-wtt-wrapper, [class*="profile-"][class*="-card-wrapper"], .result-content';
const TO_NOTE = ':has(a[href*="/w/"], a[href*="%2Fw%2F"])';
const TO_VIDEO = ':has(a[href*="/video/"], a[href*="%2Fvideo%2F"])';
const PERSON =
  '.feed-card-footer-cmp-author a, .feed-card-wtt-header a[href*="/c/user/"], .feed-card-wtt-user-info a, a[href*="/c/user/"]';

const card = (kind: keyof typeof LINKS, not: string): PostShape => ({
  kind,
  surfaces: LISTS,
  root: CARD,
  not,
  id: [
    { css: 'a.title[href]', attr: 'href', match: LINKS[kind] },
    { css: 'a[href]', attr: 'href', match: LINKS[kind] },
  ],
  url: (id, _root, page) => postUrl(kind, id, page),
  authorName: [
    { css: '.feed-card-footer-cmp-author a' },
    { css: '.feed-card-footer-cmp-author' },
    { css: '.feed-card-wtt-user-info a', attr: 'title' },
    { css: '.feed-card-wtt-header .name' },
    { css: '.feed-card-wtt-header a[href*="/c/user/"]' },
    { css: '.user-info .name' },
    { css: '.cs-source-content > span:first-child' },
    { page: true, css: '.profile-info-wrapper .detail .name' },
  ],
  ...linkOf(PERSON),
  verification: [{ css: '.user-auth-desc', attr: 'title' }, { css: '.user-auth-desc' }],
  publishedAt: [
    { css: '.feed-card-footer-time-cmp' },
    { css: '.feed-card-wtt-header .time' },
    { css: '.profile-feed-card-tools-text', match: SHOWN_TIME },
    { css: '.cs-source-content', match: SHOWN_TIME },
    { css: '.time' },
  ],
  counts: {
    like: [{ css: '.feed-card-footer-like-cmp' }],
    comment: [
      { css: '.feed-card-footer-comment-cmp a', attr: 'aria-label' },
      { css: '.feed-card-footer-comment-cmp' },
    ],
    view: [{ css: '.profile-feed-card-tools-text', match: /[\d.,]+[万亿]?(?=次?(?:阅读|播放|观看))/ }],
  },
  media: { image: [{ css: '.feed-card-cover img[src^="http"]', attr: 'src' }] },
});

const TITLE: PostShape['title'] = [{ css: 'a.title' }, { css: '.title' }, { css: '.cs-title' }];

/** Cards of feeds, searches and profiles, and entries of the hot list beside them. */
export const cards: readonly PostShape[] = [
  {
    ...card('note', ADVERT),
    text: [{ css: '.abstract-text' }, { css: '.content a' }, { css: '.content' }],
    required: ['text'],
  },
  { ...card('video', `${ADVERT}, ${TO_NOTE}`), title: TITLE, required: ['title'] },
  {
    ...card('article', `${ADVERT}, ${TO_NOTE}, ${TO_VIDEO}`),
    title: TITLE,
    text: [{ css: '.feed-card-article-l .abstract' }, { css: '.cs-text' }],
    required: ['title'],
  },
  {
    kind: 'topic',
    surfaces: ['feed'],
    root: '.ttp-hot-board li',
    id: [{ css: 'a[href]', attr: 'href', match: /\/trending\/(\d{9,20})/ }],
    url: (id) => `${ORIGIN}/trending/${id}/`,
    title: [{ css: '.news-title', attr: 'title' }, { css: '.news-title' }],
    required: ['title'],
  },
  {
    kind: 'video',
    surfaces: LISTS,
    root: '.HorizontalFeedCard',
    not: '.J_ad, .J_ad *, .banner-section *',
    id: [
      { css: 'a[href]', attr: 'href', match: /^(?:https:\/\/www\.ixigua\.com)?\/(\d{9,20})(?![0-9A-Za-z])/ },
    ],
    url: (id, _root, page) => postUrl('video', id, page),
    title: [{ css: '.HorizontalFeedCard__title' }],
    authorName: [{ css: '[class*="userName"]' }],
    authorId: [{ css: 'a[href*="/home/"]', attr: 'href', match: /\/home\/(\d+)/ }],
    required: ['title'],
  },
];

/** Feeds of 2019; what a card is stands in the names of its click events. */
const oldCard = (kind: 'article' | 'video'): PostShape => ({
  kind,
  surfaces: LISTS,
  root: 'li:has(> [ga_event$="_item_click"])',
  not: `${ADVERT}, :has(> [ga_event^="ad_"]), ${kind === 'video' ? ':not(:has(> [ga_event^="video"]))' : ':has(> [ga_event^="video"])'}`,
  id: [{ css: '.title-box a, a.link', attr: 'href', match: LINKS.article }],
  url: (id) => postUrl(kind, id),
  title: [{ css: '.title-box a' }, { css: 'a.link' }],
  text: [{ css: '.abstract' }],
  authorName: [
    { css: '.footer-bar .source[href*="/c/user/"]', match: /^(.+?)\s*[⋅·]?$/ },
    { css: '.footer-bar .source:not([href*="comment"])', match: /^(.+?)\s*[⋅·]?$/ },
  ],
  ...linkOf('.footer-bar a[href*="/c/user/"]'),
  publishedAt: [{ css: '.footer-bar-left span.footer-bar-action' }],
  counts: { comment: [{ css: '.footer-bar a[href*="comment"]' }] },
  required: ['title', 'author'],
});

export const oldCards: readonly PostShape[] = [oldCard('article'), oldCard('video')];
