import { defineSite, type PostShape } from '../define-site';
import { readableText } from '../readable-text';
import { isAiFlair } from './flair';
import { isGone } from './gone';
import { oldShapes } from './old-shapes';
import { isRemoved } from './removed';
import { surfaceOf } from './surface';
import { COMMENT_ID, commentUrl, POST_ID, postIdIn, postUrl, SITE } from './thing-id';

/** A comment's parts are its own children; its answers are children too, each with such parts of its own. */
const BODY = ':scope > [slot="comment"]';
const META = ':scope > [slot="commentMeta"]';
/** `[deleted]` is nobody's name. */
const NAME = /^(?!\[).+/;

const shapes: readonly PostShape[] = [
  {
    kind: 'thread',
    surfaces: ['feed', 'detail', 'search', 'profile'],
    root: 'shreddit-post',
    not: '.promotedlink, [promoted], shreddit-ad-post *, shreddit-comments-page-ad *, :has([slot="post-removed-banner"])',
    id: (root) => postId(root),
    url: (id, root) => postUrl(id, root.getAttribute('permalink') ?? undefined),
    title: [{ css: ':scope > [slot="title"]' }, { css: '[slot="title"]' }, { attr: 'post-title' }],
    text: [{ css: '[slot="text-body"] [id$="-post-rtjson-content"]' }, { css: '[slot="text-body"]' }],
    authorName: [{ attr: 'author', match: NAME }],
    authorId: [{ attr: 'author', match: NAME }],
    authorUrl: [
      { css: '[slot="authorName"] a[href]', attr: 'href' },
      { css: '[slot="credit-bar"] a[href^="/user/"]', attr: 'href' },
    ],
    publishedAt: [{ attr: 'created-timestamp' }, { css: 'time[datetime]', attr: 'datetime' }],
    counts: { like: [{ attr: 'score' }], comment: [{ attr: 'comment-count' }] },
    media: {
      image: [
        { attr: 'content-href', match: /^https:\/\/i\.redd\.it\/.+/ },
        { css: '[slot="post-media-container"] img', attr: 'src' },
      ],
      video: [{ css: 'shreddit-player[src], shreddit-player-2[src]', attr: 'src' }],
    },
    // The only place where a post may say that it was made by AI; most communities have no such flair.
    labels: [{ element: 'shreddit-post-flair', only: isAiFlair, by: 'author' }],
    required: ['title'],
  },
  {
    kind: 'comment',
    surfaces: ['detail'],
    root: 'shreddit-comment',
    not: '[deleted], [is-comment-deleted="true"]',
    id: (root) => commentId(root),
    url: (id, root, page) =>
      commentUrl(
        id,
        root.getAttribute('permalink') ?? undefined,
        root.getAttribute('postid') ?? postIdIn(page.pathname),
      ),
    text: [{ css: BODY }],
    authorName: [{ attr: 'author', match: NAME }],
    authorId: [{ attr: 'author', match: NAME }],
    authorUrl: [{ css: `${META} a[href^="/user/"]`, attr: 'href' }],
    publishedAt: [
      { css: `${META} time[datetime]`, attr: 'datetime' },
      { css: `${META} faceplate-timeago[ts]`, attr: 'ts' },
    ],
    counts: { like: [{ attr: 'score' }] },
    media: { image: [{ css: `${BODY} :is(img, faceplate-img)`, attr: 'src' }] },
  },
  {
    // On a person's page a comment names its text and its place, and no author: that is the page's.
    kind: 'comment',
    surfaces: ['profile'],
    root: 'shreddit-profile-comment',
    id: [{ attr: 'comment-id', match: COMMENT_ID }],
    url: (id, root) => commentUrl(id, root.getAttribute('href') ?? undefined),
    text: [{ css: '[id$="-post-rtjson-content"]' }, { css: '.md' }],
    publishedAt: [{ css: 'time[datetime]', attr: 'datetime' }],
    counts: { like: [{ css: 'shreddit-comment-action-row', attr: 'score' }] },
  },
  {
    kind: 'thread',
    surfaces: ['search'],
    root: '[data-testid="search-post-unit"], [data-testid="search-sdui-post"], [data-testid="sdui-post-unit"]',
    id: (root) => postIdIn(root.querySelector('a[href*="/comments/"]')?.getAttribute('href') ?? undefined),
    url: (id, root) =>
      postUrl(id, root.querySelector('a[href*="/comments/"]')?.getAttribute('href') ?? undefined),
    title: [
      { css: 'a[data-testid="post-title-text"]' },
      { css: 'a[data-testid="post-title"]' },
      { css: 'a[data-testid="post-title"]', attr: 'aria-label' },
    ],
    publishedAt: [
      { css: 'time[datetime]', attr: 'datetime' },
      { css: 'faceplate-timeago[ts]', attr: 'ts' },
    ],
    required: ['title'],
  },
  ...oldShapes,
];

/** Reddit: attributes of its custom elements, and of `.thing` on old pages (facts: sites.md section 2.17). */
export const site = defineSite({
  id: SITE,
  name: { zh_CN: 'Reddit', en: 'Reddit' },
  matches: ['https://www.reddit.com/*', 'https://old.reddit.com/*', 'https://new.reddit.com/*'],
  optIn: true,
  surfaceOf,
  removed: (document) => isRemoved(document),
  shapes,
});

function postId(root: Element): string | undefined {
  const id = root.getAttribute('id') ?? '';
  const body = readableText(root.querySelector('[slot="text-body"]'));
  const hasNoAuthor = isGone(root.getAttribute('author') ?? undefined);
  const isRemoved = isGone(body) || isGone(root.getAttribute('post-title') ?? undefined);
  return POST_ID.test(id) && !isRemoved && !(hasNoAuthor && !body) ? id : undefined;
}

function commentId(root: Element): string | undefined {
  const id = root.getAttribute('thingid') ?? '';
  const body = root.querySelector(BODY);
  const isEmpty = isGone(root.getAttribute('author') ?? undefined) && !body;
  return COMMENT_ID.test(id) && !isEmpty && !isGone(readableText(body)) ? id : undefined;
}
