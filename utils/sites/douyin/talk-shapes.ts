import { firstValue } from '../candidates';
import type { PostShape } from '../define-site';
import { textId } from '../text-id';
import { commentUrl, ORIGIN, USER_ID, workUrl } from './addresses';
import { ACTIVE_SLIDE, DETAIL, LAYER, workAround } from './work-element';

/** Replies stand inside the comment they answer, in this box: it is left out of what is read of that comment. */
const OWN = ':not(:scope .replyContainer *)';
const AUTHOR = `.comment-item-info-wrap a[href*="/user/"]${OWN}`;
const TEXT = ['[data-e2e="comment-item-content"]', '.comment-item-content', '.comment-item-info-wrap + div']
  .map((place) => place + OWN)
  .join(', ');
/** `3天前·湖北`, `2025-10-01·北京`: the whole of a line, since a comment's own words may begin in the same way. */
const TIME =
  /^(\d+\s*(?:秒|分钟|小时|天|周|个月|年)前|刚刚|(?:昨天|前天)(?:\s*\d+:\d+)?|(?:\d{4}-)?\d{1,2}-\d{1,2}(?:\s+\d+:\d+)?)(?:\s*·.{1,12})?$/;
const LINE = 'xg-danmu.xgplayer-danmu > div > div';

/** Comments name no id; the same words of one person under one work are one comment. */
function commentId(root: Element, page: URL): string | undefined {
  const author = firstValue(root, [{ css: AUTHOR, attr: 'href', match: USER_ID }]);
  const text = firstValue(root, [{ css: TEXT }]);
  const work = workAround(root, page);
  return work && author && text ? textId(work, author, text) : undefined;
}

/** Lines over a video show their words alone. */
function lineId(root: Element, page: URL): string | undefined {
  const work = workAround(root, page);
  const text = root.textContent?.trim();
  return work && text ? textId(work, text) : undefined;
}

/** What people say under and over a work. */
export const talkShapes: readonly PostShape[] = [
  {
    kind: 'comment',
    surfaces: ['feed', 'detail', 'search', 'profile'],
    root: '[data-e2e="comment-item"]',
    id: [
      { attr: 'data-cid', match: /^\d{8,22}$/ },
      { attr: 'data-comment-id', match: /^\d{8,22}$/ },
    ],
    derivedId: commentId,
    url: (id, root, page) => commentUrl(id, workAround(root, page)),
    text: [{ css: TEXT }],
    authorName: [{ css: AUTHOR }],
    authorId: [{ css: AUTHOR, attr: 'href', match: USER_ID }],
    authorUrl: [{ css: AUTHOR, attr: 'href', match: /^[^?#]+/ }],
    publishedAt: [{ css: `span${OWN}`, match: TIME }],
    counts: { like: [{ css: `.comment-item-stats-container p${OWN}` }] },
    required: ['author'],
  },
  {
    kind: 'danmaku',
    surfaces: ['feed', 'detail', 'search', 'profile'],
    root: [ACTIVE_SLIDE, LAYER, DETAIL].map((player) => `:is(${player}) ${LINE}`).join(', '),
    id: [],
    derivedId: lineId,
    url: (_id, root, page) => {
      const work = workAround(root, page);
      return work ? workUrl(work) : ORIGIN;
    },
    text: [{}],
    required: ['text'],
  },
];
