import type { PostShape } from '../define-site';
import { cardShapes } from './card-shapes';
import { AGO, CHANNEL, CHANNEL_PATH, channel, VIEWS } from './fields';
import { COMMENT_LINK, commentUrl, isVideoId, VIDEO_ADDRESS, videoIdOf, videoUrl } from './ids';
import { videoLabels } from './label-places';
import { ACTIVE_SHORT, COMMENT_ROOT, NOT_SHOWN, SHELL_ROOT, WATCH_ROOT } from './selectors';

/**
 * The video of the page. Its author has no id in the page but a handle, which can be changed: the id is left to the
 * data.
 */
const video: Omit<PostShape, 'root' | 'id' | 'surfaces'> = {
  kind: 'video',
  idInAddress: VIDEO_ADDRESS,
  url: (id) => videoUrl(id),
  required: ['title', 'author'],
};

const SERVED_AUTHOR = '#watch7-content [itemprop="author"]';

/** After a navigation the address is ahead of a page that was served for another video. */
function isServedFor(id: string, document: Document): boolean {
  const served = document
    .querySelector('#watch7-content > meta[itemprop="identifier"]')
    ?.getAttribute('content');
  return !served || served === id;
}

/** YouTube names its parts with custom elements and ids (facts: sites.md section 2.14). */
export const shapes: readonly PostShape[] = [
  {
    ...video,
    surfaces: ['detail'],
    root: WATCH_ROOT,
    labels: videoLabels,
    component: true,
    id: (root) =>
      [root, root.closest('[video-id]')].map((each) => each?.getAttribute('video-id')).find(isVideoId),
    title: [{ css: '#title h1' }, { css: 'h1' }, { css: '.slim-video-information-title' }, { css: 'h2' }],
    text: [
      { css: '#description ytd-text-inline-expander #expanded' },
      { css: '#description ytd-text-inline-expander yt-attributed-string' },
      { css: '#description-inline-expander' },
      { css: 'ytd-video-secondary-info-renderer #description' },
      { css: '#description ytd-text-inline-expander' },
    ],
    authorName: [
      { css: '#owner ytd-channel-name a' },
      { css: 'ytd-video-owner-renderer ytd-channel-name a' },
      { css: 'ytm-slim-owner-renderer .slim-owner-channel-name' },
    ],
    authorId: [{ css: '#owner a[href], ytd-video-owner-renderer a[href]', attr: 'href', match: CHANNEL }],
    authorUrl: [
      {
        css: '#owner ytd-channel-name a, ytd-video-owner-renderer ytd-channel-name a, ytm-slim-owner-renderer a',
        attr: 'href',
        match: CHANNEL_PATH,
      },
    ],
    verification: [
      { css: '#owner ytd-channel-name ytd-badge-supported-renderer [aria-label]', attr: 'aria-label' },
    ],
    publishedAt: [
      { css: 'ytd-watch-info-text #tooltip', match: AGO },
      { css: '#info-strings' },
      { css: 'ytd-watch-info-text #info', match: AGO },
      { css: '#date' },
    ],
    hashtags: [{ css: '#description a[href^="/hashtag/"], #super-title a[href^="/hashtag/"]' }],
    counts: {
      view: [
        { css: 'ytd-watch-info-text #tooltip', match: VIEWS },
        { css: 'ytd-video-view-count-renderer .view-count', match: VIEWS },
        { css: 'ytd-watch-info-text #info', match: VIEWS },
      ],
    },
  },
  {
    ...video,
    surfaces: ['detail', 'feed'],
    root: ACTIVE_SHORT,
    labels: videoLabels,
    component: true,
    id: [],
    title: [
      { css: 'yt-shorts-video-title-view-model h1, yt-shorts-video-title-view-model h2' },
      { css: 'yt-shorts-video-title-view-model' },
      { css: 'h2.title' },
      { css: 'ytd-reel-player-header-renderer #video-title' },
    ],
    authorName: [
      {
        css: 'yt-reel-channel-bar-view-model a[href^="/@"], yt-reel-channel-bar-view-model a[href^="/channel/"]',
      },
      { css: '#channel-name a' },
      { css: 'ytd-channel-name a' },
    ],
    authorId: [{ css: 'yt-reel-channel-bar-view-model a, ytd-channel-name a', attr: 'href', match: CHANNEL }],
    authorUrl: [
      { css: 'yt-reel-channel-bar-view-model a, ytd-channel-name a', attr: 'href', match: CHANNEL_PATH },
    ],
    hashtags: [{ css: 'yt-shorts-video-title-view-model a[href^="/hashtag/"]' }],
  },
  {
    // Before its scripts have run, the page holds its data and a short form of them as microdata.
    ...video,
    surfaces: ['detail'],
    root: SHELL_ROOT,
    id: [],
    url: (id, root) => (isServedFor(id, root.ownerDocument) ? videoUrl(id) : undefined),
    title: [{ page: true, css: '#watch7-content > meta[itemprop="name"]', attr: 'content' }],
    authorName: [{ page: true, css: `${SERVED_AUTHOR} link[itemprop="name"]`, attr: 'content' }],
    publishedAt: [{ page: true, css: '#watch7-content > meta[itemprop="datePublished"]', attr: 'content' }],
  },
  {
    kind: 'comment',
    surfaces: ['detail'],
    root: COMMENT_ROOT,
    not: NOT_SHOWN,
    id: [
      {
        css: '#published-time-text a[href*="lc="], .published-time-text a[href*="lc="]',
        attr: 'href',
        match: COMMENT_LINK,
      },
    ],
    url: (id, _root, page) => commentUrl(id, videoIdOf(page)),
    text: [{ css: '#content-text' }],
    authorName: [{ css: '#author-text' }, { css: '#author-comment-badge #name' }],
    ...channel('a#author-text, #author-thumbnail a, #author-comment-badge a#name'),
    publishedAt: [{ css: '#published-time-text' }, { css: '.published-time-text' }],
    counts: { like: [{ css: '#vote-count-middle' }] },
    required: ['author'],
  },
  ...cardShapes,
];
