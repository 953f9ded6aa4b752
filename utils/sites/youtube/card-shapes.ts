import type { PostShape } from '../define-site';
import { AGO, channel, VIEWS } from './fields';
import { LISTED_VIDEO_LINK, VIDEO_LINK, videoUrl } from './ids';
import { CARD_ROOT, LISTED_ROOT, NOT_A_CARD, NOT_SHOWN } from './selectors';

/** Videos in feeds, searches, channels, playlists and beside a video. They carry no label (facts: section 2.14). */
export const cardShapes: readonly PostShape[] = [
  {
    kind: 'video',
    surfaces: ['feed', 'search', 'profile', 'detail'],
    root: CARD_ROOT,
    not: NOT_A_CARD,
    id: [{ css: 'a[href]', attr: 'href', match: VIDEO_LINK }],
    url: (id) => videoUrl(id),
    title: [
      { css: '#video-title' },
      { css: '.ytLockupMetadataViewModelTitle, .yt-lockup-metadata-view-model__title' },
      { css: '.shortsLockupViewModelHostOutsideMetadataTitle, .shortsLockupViewModelHostMetadataTitle' },
      { css: '.media-item-headline' },
      { css: 'h3' },
    ],
    text: [{ css: '.metadata-snippet-text' }, { css: '#description-text' }],
    authorName: [
      { css: 'ytd-channel-name #text a' },
      { css: 'ytd-channel-name #text' },
      {
        css: 'yt-content-metadata-view-model a[href^="/@"], yt-content-metadata-view-model a[href^="/channel/"]',
      },
      {
        // The first row names the channel where it stands alone; a row of two is that of views and time.
        css: '[class*="ontentMetadataViewModelMetadataRow"]:first-child:not(:has([class*="elimiter"])), .yt-content-metadata-view-model__metadata-row:first-child:not(:has([class*="delimiter"]))',
      },
    ],
    ...channel('a[href^="/@"], a[href^="/channel/"]'),
    publishedAt: [
      { css: '#metadata-line', match: AGO },
      { css: 'yt-content-metadata-view-model', match: AGO },
    ],
    counts: {
      view: [
        { css: '#metadata-line', match: VIEWS },
        { css: 'yt-content-metadata-view-model', match: VIEWS },
        { css: '[class*="OutsideMetadataSubhead"]', match: VIEWS },
      ],
    },
    media: { image: [{ css: 'img[src*="ytimg.com/"]', attr: 'src' }] },
    required: ['title'],
  },
  {
    kind: 'video',
    surfaces: ['feed', 'profile', 'detail'],
    root: LISTED_ROOT,
    not: NOT_SHOWN,
    id: [{ css: 'a[href]', attr: 'href', match: LISTED_VIDEO_LINK }],
    url: (id) => videoUrl(id),
    title: [{ css: '#video-title' }],
    authorName: [{ css: 'ytd-channel-name #text a' }, { css: 'ytd-channel-name #text' }, { css: '#byline' }],
    ...channel('a[href^="/@"], a[href^="/channel/"]'),
    publishedAt: [{ css: '#video-info', match: AGO }],
    counts: { view: [{ css: '#video-info', match: VIEWS }] },
    required: ['title'],
  },
];
