import { firstValue } from '../candidates';
import type { PostShape } from '../define-site';
import { textId } from '../text-id';
import { commentUrl, pageUrl } from './addresses';
import { authorOf } from './video-page';

/** Comments and replies below all kinds of posts, in nested open shadow roots (facts: sites.md section 2.3). */

const USER = 'bili-comment-user-info >>> #user-name a';
const ACTIONS = 'bili-comment-action-buttons-renderer >>>';
const THREAD = 'bili-comments >>> #feed bili-comment-thread-renderer >>>';
/** The body of a comment and of its replies, inside of the shadow root of each. */
const BODIES = [
  `${THREAD} bili-comment-renderer >>> #body`,
  `${THREAD} bili-comment-replies-renderer >>> bili-comment-reply-renderer >>> #body`,
] as const;
const COMMENT_PAGES = ['detail', 'feed', 'profile'] as const;

const SHADOW_COMMENT = {
  kind: 'comment',
  surfaces: COMMENT_PAGES,
  text: [{ css: 'bili-rich-text >>> #contents' }],
  authorName: [{ css: USER }, { css: 'bili-comment-user-info >>> #user-name' }],
  authorId: [
    { css: '#user-avatar', attr: 'data-user-profile-id', match: /^\d+$/ },
    { css: USER, attr: 'data-user-profile-id', match: /^\d+$/ },
    { css: USER, attr: 'href', match: /space\.bilibili\.com\/(\d+)/ },
  ],
  authorUrl: [{ css: USER, attr: 'href', match: /^[^?#]*space\.bilibili\.com\/\d+/ }],
  publishedAt: [{ css: `${ACTIONS} #pubdate` }],
  counts: { like: [{ css: `${ACTIONS} #like #count` }] },
  required: ['author'],
} satisfies Partial<PostShape>;

export const comments: readonly PostShape[] = [
  ...BODIES.map(
    (root): PostShape => ({
      ...SHADOW_COMMENT,
      root,
      component: true,
      id: [],
      derivedId: idFromWords,
      url: (id, _body, page) => (isMadeUp(id) ? pageUrl(page) : commentUrl(pageUrl(page), id)),
    }),
  ),
  {
    // Comments of 2016 to 2023, before they moved into shadow roots.
    kind: 'comment',
    surfaces: COMMENT_PAGES,
    root: '.reply-wrap[data-id]',
    id: [{ attr: 'data-id', match: /^\d+$/ }],
    url: (id, _root, page) => commentUrl(pageUrl(page), id),
    text: [{ css: ':scope > .con > .text' }, { css: ':scope > .reply-con .text-con' }],
    ...authorOf(
      ':scope > .con > .user .name, :scope > .reply-con .user .name',
      ':scope > .con > .user a.name, :scope > .reply-con .user a.name',
    ),
    publishedAt: [
      { css: ':scope > .con > .info .time, :scope > .reply-con .info .time, :scope > .info .time' },
    ],
    counts: {
      like: [{ css: ':scope > .con > .info .like, :scope > .reply-con .info .like, :scope > .info .like' }],
    },
    required: ['author'],
  },
];

const MADE_UP = 'dom-';
const isMadeUp = (id: string) => id.startsWith(MADE_UP);

/** A stand-in where the comment's component cannot be read: nothing in the elements holds the number. */
function idFromWords(body: Element): string | undefined {
  const author = firstValue(body, SHADOW_COMMENT.authorId) ?? firstValue(body, SHADOW_COMMENT.authorName);
  const text = firstValue(body, SHADOW_COMMENT.text);
  return author && text ? MADE_UP + textId(author, text) : undefined;
}
