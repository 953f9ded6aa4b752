import type { Surface } from '../../model/post';
import type { Candidates } from '../candidates';
import type { PostShape } from '../define-site';
import { commentUrl, PERSON_ID, PERSON_LINK } from './addresses';

export const ALL: readonly Surface[] = ['feed', 'detail', 'search', 'profile', 'comments'];

export const personOf = (css: string): { authorId: Candidates; authorUrl: Candidates } => ({
  authorId: [{ css, attr: 'href', match: PERSON_ID }],
  authorUrl: [{ css, attr: 'href', match: PERSON_LINK }],
});

/** Short comments on films, books and music (facts: sites.md section 2.11). Their stars are not a count. */
const short: PostShape = {
  kind: 'comment',
  surfaces: ALL,
  root: '.comment-item:has(.short, .comment-info), .comment-item[data-cid]:has(.comment-content)',
  not: '.channel_promo *, :has(.reply-doc)',
  id: [
    { attr: 'data-cid', match: /^\d+$/ },
    { css: '[data-cid]', attr: 'data-cid', match: /^\d+$/ },
    { css: '.comment-report[data-url]', attr: 'data-url', match: /comment_id=(\d+)/ },
    { css: '.comment-vote input[value], .comment-vote a[data-id]', attr: 'value', match: /^\d+$/ },
    { css: '.comment-vote a[data-id]', attr: 'data-id', match: /^\d+$/ },
  ],
  url: (id, _root, page) => commentUrl(id, page),
  text: [
    { css: '.comment-content .full' },
    { css: '.short' },
    { css: '.comment-content' },
    { css: '.comment-text' },
  ],
  authorName: [{ css: '.comment-info a' }, { css: '.avatar a', attr: 'title' }, { css: '.header a' }],
  ...personOf('.comment-info a, .avatar a, .header a'),
  publishedAt: [
    { css: '.comment-time', attr: 'title' },
    { css: '.comment-time' },
    { css: '.comment-info', match: /\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?/ },
  ],
  counts: { like: [{ css: '.votes' }, { css: '.vote-count' }] },
  required: ['author', 'publishedAt'],
};

/** Replies in groups, and comments below reviews, notes and statuses. The quoted reply is not the reply's own text. */
const reply: PostShape = {
  kind: 'comment',
  surfaces: ALL,
  root: '.comment-item:has(.reply-doc, .reply-content, .comment-text), .reply-item, .lite-comment-item',
  not: ':has(.short, .comment-info), :has(.reply-item .reply-content)',
  id: [
    { attr: 'data-cid', match: /^\d+$/ },
    { attr: 'data-id', match: /^\d+$/ },
    { attr: 'id', match: /(\d{5,})$/ },
    { css: '[data-cid]', attr: 'data-cid', match: /^\d+$/ },
  ],
  url: (id, _root, page) => commentUrl(id, page),
  text: [
    { css: '.reply-content' },
    { css: '.reply-doc > p' },
    { css: '.comment-text' },
    { css: '.lite-comment-item-content' },
    { css: '.content' },
  ],
  authorName: [
    { css: '.reply-doc h4 a[href*="/people/"]' },
    { css: 'h4 a[href*="/people/"]' },
    { css: '.header a[href*="/people/"], .author a[href*="/people/"], .lite-comment-item-author' },
    { css: '.user-face img', attr: 'alt' },
  ],
  ...personOf('h4 a[href*="/people/"], .user-face a[href*="/people/"], a[href*="/people/"]'),
  publishedAt: [
    { css: '.pubtime', match: /\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?|\d\d-\d\d(?: \d\d:\d\d)?/ },
    { css: '.comment-time, .created_at', attr: 'title' },
    { css: '.comment-time, .created_at, .time' },
  ],
  counts: { like: [{ css: '.comment-vote' }, { css: '.vote-count' }, { css: '.like-count' }] },
  required: ['author'],
};

export const comments: readonly PostShape[] = [short, reply];
