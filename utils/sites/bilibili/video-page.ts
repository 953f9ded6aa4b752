import type { Candidates } from '../candidates';
import type { LabelPlace, PostShape } from '../define-site';
import { videoUrl } from './addresses';
import { isDeclared, isNotice } from './argue';
import { videoIdOfAddress } from './video-id';

/** The post of a video's or series' page, in the layouts of 2018 to 2026 (facts: sites.md section 2.3). */

export const MID = /space\.bilibili\.com\/(\d+)/;
const SPACE = /^[^?#]*space\.bilibili\.com\/\d+/;

/** Who made the label is told by its words alone. */
export const argueIn = (element: string): readonly LabelPlace[] => [
  { element, only: isDeclared, by: 'author' },
  { element, only: isNotice, by: 'platform' },
];

/** Author's name, and id and address in the same link; `page` for authors that stand beside the post's root. */
export function authorOf(names: string, links: string, page?: true) {
  const where = page && { page };
  return {
    authorName: [{ css: names, ...where }],
    authorId: [{ css: links, attr: 'href', match: MID, ...where }],
    authorUrl: [{ css: links, attr: 'href', match: SPACE, ...where }],
  } satisfies Record<string, Candidates>;
}

/** The part of a video's page that holds its title. */
const TOP = ':is(#viewbox_report, .video-info-container, .video-info-m, .m-video-info)';

const onPage = (...selectors: string[]): Candidates => selectors.map((css) => ({ css, page: true }));

const VIDEO = {
  kind: 'video',
  surfaces: ['detail'],
  id: [],
  // Inside of a page the address moves on first, and then the elements.
  idInAddress: videoIdOfAddress,
  url: videoUrl,
} satisfies Partial<PostShape>;

export const videoPage: readonly PostShape[] = [
  {
    ...VIDEO,
    root: `${TOP}:has(h1):not(.media-wrapper, .media-wrapper *)`,
    not: `${TOP} *`,
    title: [{ css: 'h1 .tit' }, { css: 'h1.video-title' }, { css: 'h1' }],
    text: onPage(
      '#v_desc .basic-desc-info .desc-info-text',
      '#v_desc .basic-desc-info',
      '#v_desc .desc-info',
      '#v_desc .info',
      '.video-desc-container .basic-desc-info',
      '.m-video-info .desc',
    ),
    ...authorOf(
      '.up-info-container .up-name, .up-info--name, .up-info .username, .up-info .user .name, #v_upinfo .name a, .upinfo .usname .name, .membersinfo-normal .staff-name, .members-info .staff-name, .m-video-info .author',
      '.up-info-container a.up-name, .up-info--name a, .up-info a.username, #v_upinfo a[href*="space.bilibili.com"], .up-info .user a.name, .upinfo .usname a, .membersinfo-normal a[href*="space.bilibili.com"], .members-info a[href*="space.bilibili.com"], .up-info-container a[href*="space.bilibili.com"]',
      true,
    ),
    publishedAt: [
      { css: '.pubdate-ip-text, .pubdate-text, .pubdate-ip, .pubdate' },
      { css: 'time' },
      { css: '.video-data, .tminfo, .video-info-meta', match: /\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?/ },
    ],
    // Names of music and the button beside the tags are no tags.
    hashtags: onPage(
      '.video-tag-container .tag-link:not(.bgm-link)',
      '.video-tag-container .tag:not(.bgm-tag)',
      '#v_tag .tag-area > .tag > a',
      '#v_tag .tag a.tag-link',
      '#v_tag .tag-list .tag',
    ),
    counts: {
      view: [{ css: '.view-text' }, { css: '.view' }],
      like: onPage('.video-like-info', '#arc_toolbar_report .like'),
      collect: onPage('.video-fav-info', '#arc_toolbar_report .collect'),
      share: onPage('.video-share-info', '#arc_toolbar_report .share'),
    },
    labels: argueIn('.video-argue, .argue'),
    required: ['title', 'author'],
  },
  {
    // Series have no author but the licence's holder; the episode's title stands over the player in older layouts.
    ...VIDEO,
    root: '.media-wrapper:has(> h1), #media_module, .media-info:has(.media-title), [class*="mediainfo_mediaInfo"]',
    title: [
      { css: ':scope > h1' },
      { css: '.media-title' },
      { css: '[class*="mediainfo_mediaTitle"]' },
      { css: 'h1' },
    ],
    text: onPage('#media_module .media-desc', '.media-info .media-desc', '[class*="mediainfo_media_desc"]'),
    labels: argueIn('.video-argue, .argue'),
    required: ['title'],
  },
  {
    // Layouts that are not known still have a player; what it plays is then read from the page's state.
    ...VIDEO,
    root: `body:not(:has(${TOP} h1, #media_module, [class*="mediainfo_mediaInfo"])) :is(#bofqi, #bilibili-player)`,
    not: '#bofqi *',
    required: ['title'],
  },
];
