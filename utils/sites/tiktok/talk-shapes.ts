import type { PostShape } from '../define-site';
import { readableText } from '../readable-text';
import { textId } from '../text-id';
import { profile } from './fields';
import { commentUrl, createdAt, HANDLE, itemIdOf, LIVE_ADDRESS, ORIGIN } from './ids';
import { CHAT_LINE, COMMENT_ROOT, LIVE_ROOT } from './selectors';

/** Comments, live rooms and the lines of their chat. */
export const talkShapes: readonly PostShape[] = [
  {
    kind: 'comment',
    surfaces: ['detail', 'feed'],
    root: COMMENT_ROOT,
    id: [{ attr: 'id', match: /^\d{15,20}$/ }],
    derivedId: commentId,
    url: (id, _root, page) => commentUrl(id, itemIdOf(page), HANDLE.exec(page.pathname)?.[1]),
    text: [{ css: '[data-e2e^="comment-level-"]' }],
    authorName: [{ css: '[data-e2e^="comment-username-"]' }],
    ...profile('a[href^="/@"]'),
    publishedAt: [{ css: '[data-e2e^="comment-time-"]' }, { css: '[class*="CommentSubContent"] span' }],
    timeInId: createdAt,
    counts: { like: [{ css: '[data-e2e="comment-like-count"]' }, { css: '[class*="LikeContainer"] span' }] },
    required: ['author'],
  },
  {
    kind: 'live',
    surfaces: ['live'],
    root: LIVE_ROOT,
    id: [],
    idInAddress: LIVE_ADDRESS,
    url: (handle) => `${ORIGIN}/@${handle}/live`,
    title: [{ css: '[data-e2e="user-profile-live-title"]' }],
    authorName: [{ css: '[data-e2e="user-profile-nickname"]' }, { css: '[data-e2e="user-profile-uid"]' }],
    counts: { view: [{ css: '[data-e2e="live-people-count"]' }] },
    required: ['author'],
  },
  {
    kind: 'danmaku',
    surfaces: ['live'],
    root: CHAT_LINE,
    id: [],
    derivedId: lineId,
    url: (_id, _root, page) => ORIGIN + page.pathname,
    text: [{ css: '[class*="break-words"]' }],
    authorName: [{ css: '[data-e2e="message-owner-name"]' }],
    required: ['author'],
  },
];

/** Only older layouts hold the comment's id. */
function commentId(root: Element, page: URL): string | undefined {
  const author = HANDLE.exec(root.querySelector('a[href^="/@"]')?.getAttribute('href') ?? '')?.[1];
  const text = readableText(root.querySelector('[data-e2e^="comment-level-"]'));
  return author && textId(itemIdOf(page) ?? '', author, text);
}

function lineId(root: Element, page: URL): string | undefined {
  const author = readableText(root.querySelector('[data-e2e="message-owner-name"]'));
  const text = readableText(root);
  return author && text ? textId(LIVE_ADDRESS.exec(page.pathname)?.[1] ?? '', author, text) : undefined;
}
