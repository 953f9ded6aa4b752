import type { Candidates } from '../candidates';
import { defineSite, type LabelPlace } from '../define-site';
import { commentUrl, createdAt, POST_LINK, postUrl, SITE } from './media-code';
import { readState } from './state';
import { surfaceOf } from './surface';

const POST_ANCHOR = ['p', 'reel', 'tv'].map((part) => `a[href*="/${part}/"]:not([href*="/c/"])`);
const anchors = (suffix: string) => POST_ANCHOR.map((css) => css + suffix).join(', ');
/** A person's page; the site's own pages have the same form. */
const PERSON = /^\/(?!(?:explore|reels?|direct|accounts|stories|p|tv|about|legal)\/)([\w.]{1,30})\/?(?:\?|$)/;
const COMMENT_LINK = /\/c\/(\d{5,20})(?:[/?]|$)/;

/** The name that the site shows is the handle. */
const personIn = (css: string): Candidates => [{ css, attr: 'href', match: PERSON }];
const author = (...places: string[]) => ({
  authorName: places.flatMap(personIn),
  authorId: places.flatMap(personIn),
  authorUrl: places.map((css) => ({ css, attr: 'href', match: /^\/[\w.]{1,30}\/?/ })),
});

/** Labels stand beside the author's name, above the picture; captions and comments stand below. */
const HEAD = [':scope header', ':scope > div > div:first-child']
  .map((css) => `${css} :is(span, a, div):not(:has(*), ul *, h1 *, h1)`)
  .join(', ');
const LABELS: readonly LabelPlace[] = [
  {
    element: HEAD,
    only: (text) => /^(ai info|made with ai|ai 信息|ai 資訊)$/i.test(text),
    by: 'platform',
    kind: 'ai',
  },
  {
    element: HEAD,
    only: (text) => /^paid partnership( with .{1,40})?$/i.test(text),
    by: 'author',
    kind: 'ad',
  },
  { element: HEAD, only: (text) => /^sponsored$/i.test(text), by: 'platform', kind: 'ad' },
];

/**
 * Instagram on the web. All class names are hashed; links, `time` and roles remain (facts: sites.md section 2.16).
 * Captions have no element that can be told apart but on a post's own page: elsewhere they come from inline data.
 */
export const site = defineSite({
  id: SITE,
  name: { zh_CN: 'Instagram', en: 'Instagram' },
  matches: ['https://www.instagram.com/*'],
  optIn: true,
  surfaceOf,
  // Readers who are not logged in get a shell without any part or a form; a notice of absence leads to the start.
  removed:
    'body:not(:has(main, article, [role="main"])), body:not(:has(article, time[datetime], main a[href*="/p/"], main a[href*="/reel/"])) main :is(a[href="/"], input[name="username"])',
  readState,
  shapes: [
    {
      kind: 'note',
      surfaces: ['feed', 'detail', 'search', 'profile'],
      // Without an article the post's own page is the post, once it shows a time.
      root: 'article, main:not(:has(article)):has(a[href*="/liked_by/"], h1):has(a time[datetime])',
      id: [
        { css: anchors(':has(time[datetime])'), attr: 'href', match: POST_LINK },
        { css: anchors(':not(:has(img))'), attr: 'href', match: POST_LINK },
      ],
      url: (code) => postUrl(code),
      text: [{ css: 'h1' }],
      ...author('header a[href]', 'a[href]'),
      verification: [
        { css: 'header svg[aria-label]', attr: 'aria-label', match: /^(?:Verified|已认证|已驗證)$/ },
      ],
      publishedAt: [
        { css: anchors(' time[datetime]'), attr: 'datetime' },
        { css: 'time[datetime]:not(ul *)', attr: 'datetime' },
      ],
      timeInId: createdAt,
      hashtags: [{ css: 'h1 a[href^="/explore/tags/"]' }],
      counts: {
        like: [{ css: 'a[href$="/liked_by/"]' }],
        comment: [{ css: 'a[href$="/comments/"]' }],
      },
      labels: LABELS,
      required: ['author'],
    },
    {
      kind: 'comment',
      surfaces: ['feed', 'detail', 'profile'],
      root: 'li:has(a[href*="/c/"] time[datetime])',
      id: [{ css: 'a[href*="/c/"]:has(time)', attr: 'href', match: COMMENT_LINK }],
      url: (id, root) => commentUrl(id, POST_LINK.exec(linkOf(root))?.[1]),
      text: [{ css: 'h3 + div' }, { css: 'h2 + div' }],
      ...author('h3 a[href]', 'h2 a[href]', 'a[href]'),
      publishedAt: [{ css: 'a[href*="/c/"] time[datetime]', attr: 'datetime' }],
    },
    {
      // Cards of a grid are a bare picture; what its `alt` says is as often the site's as the author's.
      kind: 'note',
      surfaces: ['profile', 'search'],
      root: POST_ANCHOR.map((css) => `main ${css}:has(img):not(article *)`).join(', '),
      id: [{ attr: 'href', match: POST_LINK }],
      url: (code) => postUrl(code),
      authorName: [{ attr: 'href', match: /^\/([\w.]{1,30})\/(?:p|reel|tv)\// }],
      authorId: [{ attr: 'href', match: /^\/([\w.]{1,30})\/(?:p|reel|tv)\// }],
      timeInId: createdAt,
    },
  ],
});

function linkOf(root: Element): string {
  return root.querySelector('a[href*="/c/"]')?.getAttribute('href') ?? '';
}
