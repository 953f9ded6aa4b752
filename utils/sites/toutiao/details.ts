import type { PostKind, Surface } from '../../model/post';
import type { Candidates } from '../candidates';
import type { PostShape } from '../define-site';
import { LINKS, PERSON_ID, PERSON_LINK, postIdOf, postUrl } from './addresses';
import { DECLARATIONS } from './declaration';
import { linkOf, SHOWN_TIME } from './fields';
import { groupIdOf } from './state';

const DETAIL: readonly Surface[] = ['detail'];

/** Pages of posts hold no element with the id; data and canonical link belong to the first load. */
const identity = (kind: 'article' | 'note' | 'video') => ({
  kind: kind as PostKind,
  surfaces: DETAIL,
  id: [],
  idInAddress: (page: URL, root: Element) => {
    const addressed = postIdOf(page);
    if (addressed) return groupIdOf(root.ownerDocument, addressed) ?? addressed;
    const link = root.ownerDocument.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
    return LINKS[kind].exec(link)?.[1];
  },
  url: (id: string, _root: Element, page: URL) => postUrl(kind, id, page),
});

const SIDE = '.detail-side-interaction';
const BAR = '.ttp-video-extras-bar';
const COUNTS: PostShape['counts'] = {
  like: [
    { page: true, css: `${SIDE} .detail-like`, attr: 'aria-label' },
    { page: true, css: `${SIDE} .detail-like` },
  ],
  comment: [
    { page: true, css: `${SIDE} .detail-interaction-comment`, attr: 'aria-label' },
    { page: true, css: '#comment-area > .title > span' },
    { page: true, css: '#comment > .c-header em' },
  ],
  collect: [
    { page: true, css: `${SIDE} .detail-interaction-collect`, attr: 'aria-label' },
    { page: true, css: `${SIDE} .detail-interaction-collect` },
  ],
};
const VERIFICATION: Candidates = [{ page: true, css: '.media-info .user-auth' }];
/** Mark, name and time stand side by side. */
const OLD_AUTHOR: Candidates = [
  { css: '.article-sub span:not(.original)', match: /^(?!原创$|\d{4}-\d)[^\n]+/ },
  { css: '.article-sub a' },
];
const PERSON = 'a[href*="/c/user/"]';

/** Pages of one post (facts: sites.md section 2.9); `.article-box` and `.galleryBox` are the layout of 2019. */
export const details: readonly PostShape[] = [
  {
    ...identity('article'),
    root: '.article-content:has(> h1, > .article-meta, > article), #root article.tt-article-content:not(.article-content *)',
    title: [{ css: 'h1' }, { page: true, css: '#root h1' }],
    text: [{ css: 'article' }, { css: '.tt-article-content' }],
    authorName: [
      { css: '.article-meta .name a' },
      { css: '.article-meta .name' },
      ...OLD_AUTHOR,
      { page: true, css: '.media-info .user-name' },
    ],
    ...linkOf(`.article-meta ${PERSON}`),
    verification: VERIFICATION,
    publishedAt: [
      { css: '.article-meta span', match: SHOWN_TIME },
      { css: '.article-meta, .article-sub', match: SHOWN_TIME },
    ],
    hashtags: [{ css: 'article a', match: /^#[^#]{1,60}#?$/ }],
    counts: COUNTS,
    media: {
      image: [{ css: 'article img[src^="http"]', attr: 'src' }],
      video: [{ css: 'article video[src^="http"]', attr: 'src' }],
    },
    labels: DECLARATIONS,
    required: ['title', 'text', 'author', 'publishedAt'],
  },
  {
    ...identity('article'),
    root: '.article-box',
    title: [{ css: '.article-title' }, { css: 'h1' }],
    text: [{ css: '.article-content' }],
    authorName: [...OLD_AUTHOR, { page: true, css: '.user-card .user-card-name, .user-card .name' }],
    authorId: [
      { css: `.article-sub ${PERSON}`, attr: 'href', match: PERSON_ID },
      { page: true, css: `.user-card ${PERSON}, .media-info ${PERSON}`, attr: 'href', match: PERSON_ID },
    ],
    authorUrl: [
      { css: `.article-sub ${PERSON}`, attr: 'href', match: PERSON_LINK },
      { page: true, css: `.user-card ${PERSON}, .media-info ${PERSON}`, attr: 'href', match: PERSON_LINK },
    ],
    publishedAt: [
      { css: '.article-sub span', match: SHOWN_TIME },
      { css: '.article-sub', match: SHOWN_TIME },
    ],
    counts: COUNTS,
    media: { image: [{ css: '.article-content img[src^="http"]', attr: 'src' }] },
    labels: DECLARATIONS,
    required: ['title', 'text', 'author', 'publishedAt'],
  },
  {
    // A slide show with a text for each picture; a mark 原创 stands inside the title.
    ...identity('article'),
    root: '.galleryBox',
    title: [
      { css: 'h2.title:has(> span)', match: /^(?:原创\s*)?([\s\S]+)/ },
      { css: 'h2.title:not(:has(> span))' },
    ],
    text: [{ css: '.abstract', match: /^(?:\d+\s*\/\s*\d+\s*)?([\s\S]+)/ }],
    authorName: [{ css: '.media-user span' }, { css: '.media-user' }],
    ...linkOf(`.pgc ${PERSON}`),
    publishedAt: [{ css: '.action-report .time' }, { css: '.time' }],
    counts: COUNTS,
    media: {
      image: [
        { css: '.image-item img', attr: 'data-src' },
        { css: '.image-item img', attr: 'src' },
      ],
    },
    required: ['title', 'author', 'publishedAt'],
  },
  {
    ...identity('note'),
    root: '.wtt-detail-container .main:has(.weitoutiao-html), .wtt-content:not(.wtt-detail-container *), .weitoutiao-content:not(.wtt-detail-container *, .wtt-content *)',
    text: [{ css: '.weitoutiao-html' }],
    authorName: [
      { css: '.author-info .desc a' },
      { css: '.author-info a.name' },
      { css: '.author-info .name' },
      { css: 'a.name:not(.ttp-comment-item *)' },
    ],
    ...linkOf(`.author-info ${PERSON}, ${PERSON}:not(.weitoutiao-html *, .ttp-comment-item *)`),
    publishedAt: [
      { css: '.wtt-meta', match: SHOWN_TIME },
      { css: '.author-info .desc', match: SHOWN_TIME },
      { css: '.author-info', match: SHOWN_TIME },
    ],
    hashtags: [{ css: '.weitoutiao-html a', match: /^#[^#]{1,60}#?$/ }],
    counts: COUNTS,
    media: {
      image: [
        { css: '.image-list img[src^="http"]', attr: 'src' },
        { css: '.weitoutiao-img', attr: 'src' },
      ],
    },
    labelSentencesOutside:
      '.weitoutiao-html, .author-info, .ttp-comment-block, .ttp-comment-wrapper, .comment-list, .detail-end-feed, .feed-card-wrapper',
    required: ['text', 'author'],
  },
  {
    ...identity('video'),
    root: '.left-content:has(.ttp-video-extras-title), .ttp-video-extras-bar:not(.left-content *)',
    title: [
      { css: '.ttp-video-extras-title h1', attr: 'title' },
      // A cut title stands whole in the attribute.
      { css: '.ttp-video-extras-title h1:not([title])' },
    ],
    text: [{ css: '.ttp-video-extras-abstract' }, { css: '.video-abstract' }],
    authorName: [
      { css: '.author-info > a' },
      { page: true, css: '.author-info .author-name, .author-info .name' },
      { page: true, css: '.author-info > a' },
    ],
    authorId: [{ page: true, css: `.author-info ${PERSON}`, attr: 'href', match: PERSON_ID }],
    authorUrl: [{ page: true, css: `.author-info ${PERSON}`, attr: 'href', match: PERSON_LINK }],
    publishedAt: [
      { css: '.meta-info', match: SHOWN_TIME },
      { css: '.publish-time', match: SHOWN_TIME },
    ],
    counts: {
      view: [{ css: `.views-count` }],
      like: [{ css: `${BAR} .video-action-button.like`, attr: 'aria-label' }, { css: `${BAR} .like span` }],
      comment: [
        { css: `${BAR} .video-action-button.comment`, attr: 'aria-label' },
        { css: `${BAR} .comment span` },
      ],
      collect: [
        { css: `${BAR} .video-action-button.favour`, attr: 'aria-label' },
        { css: `${BAR} .favour span` },
      ],
    },
    media: { video: [{ css: 'video[src^="http"]', attr: 'src' }] },
    labelSentencesOutside:
      '.ttp-video-extras-title, .author-info, .ttp-comment-block, .ttp-comment-wrapper, .comment-list, .feed-card-wrapper',
    required: ['title'],
  },
  {
    // Xigua's own pages, as its readers remember them: no capture exists, and the site is being folded into Toutiao.
    ...identity('video'),
    root: 'main:has(.videoTitle), .playerPage:has(.videoTitle)',
    title: [{ css: '.videoTitle h1' }, { css: '.videoTitle' }],
    authorName: [{ css: '.author__userName' }, { css: '[class*="author__"] [class*="name" i]' }],
    authorId: [{ css: '.author__userName, a[href*="/home/"]', attr: 'href', match: /\/home\/(\d+)/ }],
    publishedAt: [{ css: '.videoDesc__publishTime' }, { css: '[class*="publishTime"]' }],
    required: ['title'],
  },
];
