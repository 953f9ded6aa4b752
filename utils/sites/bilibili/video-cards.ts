import type { Candidate, Candidates } from '../candidates';
import type { PostShape } from '../define-site';
import { videoUrl } from './addresses';
import { bvidOf, isBvid, videoIdOfLink } from './video-id';
import { authorOf } from './video-page';

/** Videos in lists: home page, searches, popular and ranking pages, people's pages, beside a video, in dynamics. */

/** Adverts, and rows for games and events; cards that are still loading hold no link and so no id. */
export const ADVERTS =
  ':has(.bili-video-card__info--ad, .bili-video-card__info--ad-img, a[href*="cm.bilibili.com"]), [href*="cm.bilibili.com"], :is(.ad-report, .video-card-ad-small, #slide_ad, .adcard, .bili-dyn-ads, .video-page-game-card-small, .video-page-operator-card-small), :is(.ad-report, .video-card-ad-small, #slide_ad, .adcard, .bili-dyn-ads) *';

const LISTS = [
  '.bili-video-card',
  '.small-item[data-aid]',
  '.video-page-card-small',
  '.video-page-card',
  '.recommend-video-card',
  '.rank-item',
  '.video-card',
  '.floor-card-inner',
  '.bili-cover-card',
  // Searches and lists of 2018 to 2021, and the mobile page.
  '.video-item.matrix, .video-item.list',
  '.spread-module',
  '.video-card-common',
  '.v-card',
];
/** A cover card inside of a video card is the same video. */
const INNER =
  '.bili-video-card .bili-cover-card, .upload-video-card .bili-video-card, .upload-video-card .bili-cover-card';

/** The id in the root's own link or attribute, or in the first link below that leads to a video. */
export function videoIdOf(root: Element): string | undefined {
  const own = root.getAttribute('data-aid');
  const known = isBvid(own) ? own : bvidOf(own);
  if (known) return known;
  for (const link of [root, ...root.querySelectorAll('a[href]')]) {
    const id = videoIdOfLink(link.getAttribute('href') ?? '');
    if (id) return id;
  }
  return undefined;
}

const TITLE: Candidates = [
  { css: '.bili-video-card__info--tit' },
  { css: '.bili-video-card__title' },
  { css: '.video-name' },
  { css: '.info > a.title, .info .title, p.title' },
  { css: 'a.title, .title, .t' },
  { css: '.v-card__title' },
  { css: '[class$="__title"]' },
  ...attributes('h3[title], a[title], img[alt]'),
  { attr: 'title' },
];

const CARD = {
  kind: 'video',
  id: videoIdOf,
  url: videoUrl,
  title: TITLE,
  ...authorOf(
    '.bili-video-card__info--author, .bili-video-card__author, .up-name__text, .upname .name, .up-name, .count.up a, .upname, .tag-item.up, .so-icon a[href*="space.bilibili.com"], .detail a[href*="space.bilibili.com"]',
    'a[href*="space.bilibili.com"]',
  ),
  publishedAt: [
    { css: '.bili-video-card__info--date' },
    {
      css: '.bili-video-card__subtitle, .so-icon.time, .time',
      match: /\d{1,4}-\d.*|\d+\s*(?:分钟|小时|天)前|[今昨前]天.*|刚刚/,
    },
  ],
  counts: {
    view: [
      { css: '.bili-video-card__stats--item:first-child .bili-video-card__stats--text' },
      { css: '.bili-video-card__stats--text' },
      { css: '.bili-cover-card__stat:first-child' },
      { css: '.video-stat .play-text, .play-text' },
      { css: '.so-icon.watch-num, .play' },
      { css: '.count:not(.up), .playinfo, .play-info', match: /([\d.,]+\s*[万亿]?)\s*播放/ },
      // Two numbers stand here, at times without anything between them.
      { css: '.playinfo', match: /^([\d.,]+[万亿]?)\s/ },
      { css: '.detail-state .data-box' },
    ],
    like: [{ css: '.video-stat .like-text, .like-text' }],
  },
} satisfies Partial<PostShape>;

export const videoCards: readonly PostShape[] = [
  {
    // A person's own videos are shown without the person's name; lists of favourites are other people's.
    ...CARD,
    surfaces: ['profile'],
    root: '.upload-video-card, #submit-video .small-item[data-aid]',
    authorName: [{ css: '.upinfo .nickname, .upinfo-detail .nickname, #h-name', page: true }],
    authorId: [],
    authorUrl: [],
    required: ['title'],
  },
  {
    ...CARD,
    surfaces: ['feed', 'hot', 'search', 'profile', 'detail'],
    root: LISTS.join(', '),
    not: `${INNER}, ${ADVERTS}`,
    required: ['title'],
  },
  {
    // The author is that of the dynamic, or of another person's when it is passed on.
    kind: 'video',
    surfaces: ['feed', 'profile', 'detail'],
    root: '.bili-dyn-card-video, .bili-dyn-card-pgc',
    not: ADVERTS,
    id: videoIdOf,
    url: videoUrl,
    title: [{ css: '.bili-dyn-card-video__title, .bili-dyn-card-pgc__title' }],
    text: [{ css: '.bili-dyn-card-video__desc' }],
    counts: { view: [{ css: '.bili-dyn-card-video__stat__item' }] },
    required: ['title'],
  },
];

function attributes(css: string): Candidate[] {
  return [
    { css, attr: 'title' },
    { css, attr: 'alt' },
  ];
}
