import type { PostShape } from '../define-site';
import { isActive } from './active';
import { count, PROFILE, profile, SLIDE_ID } from './fields';
import { createdAt, HANDLE, ITEM_LINK, itemUrl } from './ids';
import { CARD_ROOT, DESCRIPTION, SHELL_ROOT, SLIDE_ROOT } from './selectors';
import { talkShapes } from './talk-shapes';

/** Before the item's own address; the site writes `{description} created by {name} with {sound}`. */
const CAPTION_IN_ALT = /^(.+?)\s+created by .+ with .+$/s;
/** Mentions in the description lead to people too. */
const AUTHOR_LINK =
  'a[data-e2e="video-author-avatar"], a[href*="/@"]:not([data-e2e], [data-e2e="video-desc"] *, [href*="/video/"], [href*="/photo/"])';

const CARD_AUTHOR = 'a[href*="/@"]';

/** Labels of AI are known by their words alone; what people and the site's own summary write is left out. */
const WRITTEN =
  '[data-e2e="video-desc"], [data-e2e^="v2t-"], [data-e2e="browse-video-desc"], [data-e2e^="comment-"], a[href^="/@"]';

/** One kind for videos and series of pictures: only some links tell them apart. */
const item = { kind: 'video', timeInId: createdAt, required: ['author'] } as const;

/** TikTok names its parts with `data-e2e` (facts: sites.md section 2.13). */
export const shapes: readonly PostShape[] = [
  {
    ...item,
    surfaces: ['feed', 'detail'],
    root: SLIDE_ROOT,
    id: SLIDE_ID,
    component: true,
    url: (id, root, page) => (isActive(id, root, page) ? itemUrl(id, handleIn(root)) : undefined),
    text: [{ css: '[data-e2e="video-desc"]' }],
    authorName: [
      { css: '[data-e2e="video-author-nickname"]' },
      { css: `${AUTHOR_LINK} p` },
      { css: '[data-e2e="video-author-uniqueid"]' },
      { css: '[data-e2e="video-author-avatar"] img', attr: 'alt' },
    ],
    ...profile(AUTHOR_LINK),
    hashtags: [{ css: '[data-e2e="video-desc"] a[href*="/tag/"]' }],
    counts: {
      like: count('like'),
      comment: count('comment'),
      collect: [...count('favorite'), ...count('undefined')],
      share: count('share'),
    },
    // Translated; its place says what it is.
    labels: [{ element: '[data-e2e="sponsored-tag"]', by: 'author', kind: 'ad' }],
    labelSentencesOutside: WRITTEN,
  },
  {
    ...item,
    surfaces: ['detail'],
    root: DESCRIPTION,
    id: [],
    idInAddress: ITEM_LINK,
    url: (id, _root, page) => itemUrl(id, HANDLE.exec(page.pathname)?.[1]),
    text: [{}],
    authorName: [
      { css: '[data-e2e="browser-nickname"] > span:first-child', page: true },
      { css: '[data-e2e="browse-username"]', page: true },
    ],
    authorId: [
      {
        css: 'a[data-e2e="browse-user-avatar"], [data-e2e="browse-user-avatar"] a',
        page: true,
        attr: 'href',
        match: HANDLE,
      },
      { css: '[data-e2e="browse-username"]', page: true, match: /^[\w.-]+$/ },
    ],
    authorUrl: [
      {
        css: 'a[data-e2e="browse-user-avatar"], [data-e2e="browse-user-avatar"] a',
        page: true,
        attr: 'href',
        match: PROFILE,
      },
    ],
    hashtags: [{ css: 'a[href*="/tag/"]' }],
    counts: {
      like: [...count('browse-like', true), ...count('like', true)],
      comment: [...count('browse-comment', true), ...count('comment', true)],
      share: count('share', true),
    },
  },
  {
    // Everything comes from the inline state.
    ...item,
    surfaces: ['detail'],
    root: SHELL_ROOT,
    id: [],
    idInAddress: ITEM_LINK,
    url: (id, _root, page) => itemUrl(id, HANDLE.exec(page.pathname)?.[1]),
  },
  {
    ...item,
    surfaces: ['feed', 'search', 'profile', 'detail'],
    root: CARD_ROOT,
    id: [{ css: 'a[href]', attr: 'href', match: ITEM_LINK }],
    component: true,
    url: (id, root) => itemUrl(id, handleIn(root, CARD_AUTHOR)),
    text: [
      { css: '[data-e2e$="-card-video-caption"]' },
      { css: '[data-e2e="user-post-item-desc"]' },
      { css: '[data-e2e$="-card-desc"] h1, [data-e2e$="-card-desc"] h2' },
      { css: 'img[alt]', attr: 'alt', match: CAPTION_IN_ALT },
    ],
    authorName: [
      { css: '[data-e2e$="-card-user-unique-id"]' },
      { css: CARD_AUTHOR, attr: 'href', match: HANDLE },
    ],
    ...profile(CARD_AUTHOR),
    authorUrl: [{ css: CARD_AUTHOR, attr: 'href', match: /^[^?#]*\/@[\w.-]+/ }],
    hashtags: [
      {
        css: '[data-e2e$="-card-desc"] a[href*="/tag/"], [data-e2e$="-card-video-caption"] a[href*="/tag/"]',
      },
    ],
    counts: { view: [{ css: '[data-e2e="video-views"]' }] },
  },
  ...talkShapes,
];

function handleIn(root: Element, link = AUTHOR_LINK): string | undefined {
  return HANDLE.exec(root.querySelector(link)?.getAttribute('href') ?? '')?.[1];
}
