import type { Candidates } from '../candidates';
import type { PostShape } from '../define-site';
import { textId } from '../text-id';
import {
  commentUrl,
  PROFILE_LINK,
  ROOM_LINK,
  roomUrl,
  WORK_IN_MEDIA,
  WORK_LINK,
  workIdOf,
  workUrl,
} from './ids';

/** Slides before and after the active one are loaded ahead, with all their elements. */
const OTHER_SLIDES = '.swiper-slide:not(.swiper-slide-active) *, .swiper-slide .swiper-slide';

/** The player's own cover and video; covers of further works stand in cards. */
const PLAYER_ID: Candidates = [
  { css: 'video[src*="clientCacheKey="]', attr: 'src', match: WORK_IN_MEDIA },
  {
    css: 'video[poster*="clientCacheKey="], [poster*="clientCacheKey="]',
    attr: 'poster',
    match: WORK_IN_MEDIA,
  },
];

/** Links to people carry where they were clicked behind the `?`. */
const linkOf = (css: string): { authorId: Candidates; authorUrl: Candidates } => ({
  authorId: [{ css, attr: 'href', match: PROFILE_LINK }],
  authorUrl: [{ css, attr: 'href', match: /^[^?#]*\/profile\/[0-9A-Za-z_-]+/ }],
});

const COMMENTER = '.comment-item-author a[href*="/profile/"], a.comment-item-author[href*="/profile/"]';

const within = (...inner: string[]): Candidates => inner.map((css) => ({ css }));

/** A panel beside the player is read only when it belongs to no slide: then it is the active work's. */
const besideSlides = (css: string): Candidates => [
  { css },
  { css: `.short-video-info-container ${css}:not(.swiper-slide *, .video-card *)`, page: true },
];

const WORK = {
  kind: 'video',
  url: workUrl,
  text: [
    ...besideSlides('.video-info-title'),
    ...besideSlides('.short-video-info-container-detail > p'),
    ...besideSlides('.short-video-info-container-detail'),
    { css: '.work-info .desc' },
  ],
  authorName: [...besideSlides('.profile-user-name-title'), ...within('.work-info .author .txt')],
  ...linkOf(
    ':is(.short-video-info-container, .profile-user-name) a[href*="/profile/"]:not(.comment-container *, .video-card *), a.profile-user-name[href*="/profile/"]',
  ),
  publishedAt: besideSlides('.photo-time'),
  hashtags: [{ css: '.video-info-title a[href*="searchKey="], .video-info-title a[href*="/tag/"]' }],
  counts: {
    like: within('.like-item .item-count', '.like-item .item-text', '.photo-btns .like-btn'),
    comment: within('.interactive-item.comment-item .item-count', '.photo-btns .commentPanel'),
    collect: within('.collect-item .item-count', '.photo-btns .favorite'),
    share: within('.interactive-item.share-item .item-count'),
  },
  media: {
    video: [{ css: 'video[src^="http"]', attr: 'src' }],
    image: [{ css: '[poster^="http"]', attr: 'poster' }],
  },
  required: ['text', 'author'],
} as const satisfies Partial<PostShape>;

/** The work that plays: a slide of the feed, or the page of one work. Found selectors: sites.md section 2.2. */
export const playing: PostShape = {
  ...WORK,
  surfaces: ['feed', 'detail', 'search', 'profile'],
  root: '.swiper-slide-active, .short-video-detail, .reco-player-container, .short-video-info-container, .kwai-player-container-video',
  not: `${OTHER_SLIDES}, :is(.swiper-slide-active, .short-video-detail, .reco-player-container) :is(.short-video-info-container, .reco-player-container, .kwai-player-container-video), :is(.short-video-detail, .reco-player-container):has(.swiper-slide-active), .swiper-slide-active:not(:has(video, .kwai-player-container-video, .video-info-title, .profile-user-name-title))`,
  id: PLAYER_ID,
  idInAddress: WORK_LINK,
  component: true,
  // 作者声明：… is known from the app; its element on the web is not.
  labelSentencesOutside:
    '.video-info-title, .short-video-info-container-detail > p, .profile-user-name, .profile-user-name-title, .work-info .desc, .work-info .author, .comment-container, .comment-item, .video-card',
};

/**
 * Mobile pages: no element of theirs is known but those of picture works; the rest comes from their state. A label
 * sentence somewhere on such a page could belong to anything.
 */
export const mobile: PostShape = {
  ...WORK,
  surfaces: ['detail'],
  root: 'body:not(:has(.short-video-info-container, .short-video-detail, .swiper-slide-active))',
  id: [],
  idInAddress: /\/fw\/(?:photo|long-video)\/(3x[0-9a-z]{5,30})(?![0-9A-Za-z])/,
  required: ['author'],
};

export const card: PostShape = {
  kind: 'video',
  surfaces: ['feed', 'search', 'profile', 'detail'],
  root: '.video-card',
  not: `${OTHER_SLIDES}, .video-card .video-card`,
  id: [
    { css: 'a[href]', attr: 'href', match: WORK_LINK },
    { css: '[src*="clientCacheKey="]', attr: 'src', match: WORK_IN_MEDIA },
    { css: '[data-src*="clientCacheKey="]', attr: 'data-src', match: WORK_IN_MEDIA },
    { css: '[poster*="clientCacheKey="]', attr: 'poster', match: WORK_IN_MEDIA },
    { css: '[style*="clientCacheKey="]', attr: 'style', match: WORK_IN_MEDIA },
  ],
  component: true,
  url: workUrl,
  text: within('.video-info-title'),
  authorName: within('.profile-user-name-title'),
  ...linkOf('a[href*="/profile/"]'),
  publishedAt: within('.photo-time'),
  counts: {
    like: within('.video-info-content:has(.like-icon) .info-text'),
    view: within('.video-info-content:has(.play-icon) .info-text'),
  },
  media: { image: [{ css: 'img[src*="clientCacheKey="]', attr: 'src' }] },
  required: ['text'],
};

/** Comments hold no id in the page; what was written by whom under which work tells them apart. */
export const comment: PostShape = {
  kind: 'comment',
  surfaces: ['feed', 'detail', 'search', 'profile'],
  root: '.comment-item.comment-list-item, .comment-container .comment-item:has(.comment-item-content)',
  not: OTHER_SLIDES,
  id: [],
  derivedId: (root, page) => {
    const text = root.querySelector('.comment-item-content')?.textContent?.trim();
    const author = authorOf(root);
    return text && author ? textId(workIdOf(page) ?? '', author, text) : undefined;
  },
  url: (id, _root, page) => commentUrl(id, workIdOf(page)),
  text: within('.comment-item-content'),
  authorName: within('.author-name'),
  ...linkOf(COMMENTER),
  publishedAt: within('.comment-item-time'),
  required: ['author'],
};

export const room: PostShape = {
  kind: 'live',
  surfaces: ['live'],
  root: '.live-room',
  not: OTHER_SLIDES,
  id: [],
  idInAddress: ROOM_LINK,
  url: roomUrl,
  // Title and host come from the page's state; their elements are not known. What people write is left out by name.
  labelSentencesOutside: '.history, .chat-info, [class*="title"], [class*="name"], [class*="desc"]',
};

/** Lines of a room's chat; gifts and likes stand in the same list and are no posts. */
export const chat: PostShape = {
  kind: 'danmaku',
  surfaces: ['live'],
  root: '.history .chat-info:has(.comment)',
  not: `.chat-info:has(.gift-comment, .like), ${OTHER_SLIDES}`,
  id: [],
  derivedId: (root, page) => {
    const [author, text] = ['.username', '.comment'].map((css) =>
      root.querySelector(css)?.textContent?.trim(),
    );
    const host = ROOM_LINK.exec(page.pathname)?.[1];
    return author && text ? textId(host ?? '', author, text) : undefined;
  },
  url: (id, _root, page) => {
    const host = ROOM_LINK.exec(page.pathname)?.[1];
    return host && `${roomUrl(host)}#chat-${id}`;
  },
  text: within('.comment'),
  authorName: [{ css: '.username', match: /^(.*?)[:：\s]*$/ }],
  required: ['text'],
};

function authorOf(root: Element): string | undefined {
  const link = root.querySelector(COMMENTER)?.getAttribute('href');
  return PROFILE_LINK.exec(link ?? '')?.[1] ?? root.querySelector('.author-name')?.textContent?.trim();
}
