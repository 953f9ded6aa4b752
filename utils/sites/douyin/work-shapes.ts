import type { Candidates } from '../candidates';
import type { PostShape } from '../define-site';
import { MODAL_ID, USER_ID, WORK_LINK, workUrl } from './addresses';
import { LABEL_PLACES } from './declared';
import { ACTIVE_SLIDE, DETAIL, LAYER, showsPictures, workIdOf } from './work-element';

const HASHTAG = /^\s*[#＃]\s*(\S.*)$/;
const HANDLE = /^@?\s*(.+)$/s;
/** A page of its own, also behind a layer; over any other page the work is that of the layer. */
const DETAIL_ID = /^(?:\/(?:video|note)\/|(?!\/(?:video|note)\/).*[?&]modal_id=)(\d{15,22})(?!\d)/;

const DISPLAYED: Pick<PostShape, 'counts' | 'labels' | 'component' | 'required'> = {
  counts: {
    like: [{ css: '[data-e2e="video-player-digg"]' }],
    comment: [{ css: '[data-e2e="feed-comment-icon"]' }],
    collect: [{ css: '[data-e2e="video-player-collect"]' }],
    share: [{ css: '[data-e2e="video-player-share"]' }],
  },
  labels: LABEL_PLACES,
  component: true,
  required: ['author'],
};

const personIn = (place: string): { authorId: Candidates; authorUrl: Candidates } => {
  // A description links to the people it mentions.
  const css = `${place} a[href*="/user/"]:not([data-e2e="video-desc"] *)`;
  return {
    authorId: [
      { css, attr: 'href', match: USER_ID },
      { css: `${place}[href*="/user/"]`, attr: 'href', match: USER_ID },
    ],
    authorUrl: [
      { css, attr: 'href', match: /^[^?#]+/ },
      { css: `${place}[href*="/user/"]`, attr: 'href', match: /^[^?#]+/ },
    ],
  };
};

const url: PostShape['url'] = (id, root, page) => workUrl(id, showsPictures(root, id, page));

/** Panels beside a player show comments and works of others. */
const NOT_BESIDE = ':not(#videoSideCard *, #videoSideBar *, #relatedVideoCard *)';

/** A slide of a feed or layer. Others are piled up beside the active one or loaded in advance. */
const SLIDE: Omit<PostShape, 'root'> = {
  kind: 'video',
  surfaces: ['feed', 'detail', 'search', 'profile'],
  not: `:has(:is([data-e2e="ad-tag"], [data-e2e="feed-live"])${NOT_BESIDE})`,
  id: workIdOf,
  url,
  text: [{ css: '[data-e2e="video-desc"]' }],
  authorName: [
    { css: '[data-e2e="feed-video-nickname"]', match: HANDLE },
    { css: '.account-name-text', match: HANDLE },
    { css: '.account-name', match: HANDLE },
  ],
  authorId: [
    ...personIn('[data-e2e="video-avatar"]').authorId,
    ...personIn('[data-e2e="video-info"]').authorId,
  ],
  authorUrl: [
    ...personIn('[data-e2e="video-avatar"]').authorUrl,
    ...personIn('[data-e2e="video-info"]').authorUrl,
  ],
  publishedAt: [{ css: '.video-create-time .time' }, { css: '.video-create-time' }],
  hashtags: [{ css: '[data-e2e="video-desc"] a', match: HASHTAG }],
  ...DISPLAYED,
};

/** The page of one work, and the layer where it shows no slide. */
const PAGE: Omit<PostShape, 'root'> = {
  kind: 'video',
  surfaces: ['detail'],
  id: workIdOf,
  url,
  text: [
    { css: '[data-e2e="detail-video-info"] h1' },
    { css: '[data-e2e="video-desc"]' },
    { css: '[data-e2e="detail-desc"]' },
    { css: 'h1' },
    { css: '.video-playing-item h3' },
  ],
  // An avatar is a link without words; badges stand beside the name and are no part of it.
  authorName: [
    { css: '[data-e2e="user-info"] [data-click-from="title"]' },
    { css: '[data-e2e="user-info"] a[href*="/user/"] span' },
    { css: '[data-e2e="user-info"] a[href*="/user/"]' },
    { css: '[data-e2e="feed-video-nickname"]', match: HANDLE },
    { css: '.account-name', match: HANDLE },
  ],
  ...personIn('[data-e2e="user-info"]'),
  verification: [{ css: '[data-e2e="user-info"] [data-e2e="badge-role-name"]' }],
  publishedAt: [{ css: '[data-e2e="detail-video-publish-time"]' }, { css: '.video-create-time' }],
  hashtags: [
    { css: '[data-e2e="detail-video-info"] h1 a', match: HASHTAG },
    { css: '[data-e2e="video-desc"] a', match: HASHTAG },
    { css: 'h1 a, .video-playing-item h3 a', match: HASHTAG },
  ],
  ...DISPLAYED,
};

/**
 * Works at full size. The address names the work of the layer or of the page, so its id is taken for these two roots
 * only: what lies behind a layer keeps its own.
 */
export const workShapes: readonly PostShape[] = [
  { ...PAGE, root: DETAIL, idInAddress: DETAIL_ID },
  { ...SLIDE, root: `${LAYER} ${ACTIVE_SLIDE}`, idInAddress: MODAL_ID },
  {
    ...PAGE,
    root: `${LAYER}:not(:has(${ACTIVE_SLIDE}, [data-e2e-vid]))`,
    idInAddress: MODAL_ID,
  },
  { ...SLIDE, root: ACTIVE_SLIDE },
  {
    // Share pages for phones: nothing of their elements is known, all is read from their inline state.
    kind: 'video',
    surfaces: ['detail'],
    root: 'body',
    id: [],
    idInAddress: /^\/share\/(?:video|note|slides)\/(\d{15,22})/,
    url: (id, _root, page) =>
      WORK_LINK.test(page.pathname) && page.hostname === 'www.iesdouyin.com'
        ? workUrl(id, page.pathname.includes('/share/note/'))
        : undefined,
    required: ['author'],
  },
];
