import type { PostShape } from '../define-site';
import { NOTE_ID, noteUrl, REVIEW_ID, reviewUrl, TOPIC_ID, topicUrl } from './addresses';
import { ALL, personOf } from './comments';

const DAY_AND_CLOCK = /\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?/;
const DISCUSSION = '.comment-item, .reply-item, #comments, #comment-section, .topic-reply';

/** Reviews, notes and group topics on their own pages and in lists (facts: sites.md section 2.11). */
export const posts: readonly PostShape[] = [
  {
    kind: 'note',
    surfaces: ['detail'],
    root: '#content .article:has(.review-content), #content:has(.review-content):not(:has(.article .review-content))',
    id: [
      { css: '.review-content[data-url]', attr: 'data-url', match: REVIEW_ID },
      { css: '.main:has(.review-content)', attr: 'id', match: /^\d+$/ },
    ],
    idInAddress: REVIEW_ID,
    url: (id, _root, page) => reviewUrl(id, page.origin),
    title: [{ css: 'h1 [property="v:summary"]' }, { css: 'h1' }, { page: true, css: '#content h1' }],
    text: [{ css: '.review-content' }],
    authorName: [
      { css: '.main-hd a[href*="/people/"] span' },
      { css: '.main-hd a[href*="/people/"]:not(.avatar, .author-avatar)' },
      { css: '.review-content', attr: 'data-author' },
    ],
    ...personOf('.main-hd a[href*="/people/"]'),
    publishedAt: [
      { css: '.main-hd .main-meta', match: DAY_AND_CLOCK },
      { css: '[property="v:dtreviewed"]', attr: 'content' },
      { css: '.main-hd', match: DAY_AND_CLOCK },
    ],
    counts: {
      like: [{ css: '.main-panel-useful .useful_count' }, { css: '.useful_count' }],
      share: [{ css: '.rec-num' }],
    },
    media: { image: [{ css: '.review-content img[src^="http"]', attr: 'src' }] },
    labelSentencesOutside: `h1, .main-hd, .review-content, ${DISCUSSION}`,
    required: ['title', 'text', 'author'],
  },
  {
    kind: 'note',
    surfaces: ALL,
    root: '.review-item',
    not: '.channel_promo *',
    id: [
      { attr: 'id', match: /^\d+$/ },
      { css: 'h2 a[href]', attr: 'href', match: REVIEW_ID },
      { css: '[data-cid], [data-rid]', attr: 'data-rid', match: /^\d+$/ },
    ],
    url: (id, _root, page) => reviewUrl(id, page.origin),
    title: [{ css: '.main-bd h2' }, { css: 'h2 a' }],
    text: [
      { css: '.review-content' },
      { css: '.review-full' },
      { css: '.short-content' },
      { css: '.review-short' },
    ],
    authorName: [{ css: '.main-hd a.name' }, { css: '.main-hd a[href*="/people/"]:not(.avator)' }],
    ...personOf('.main-hd a[href*="/people/"]'),
    publishedAt: [
      { css: '.main-meta', attr: 'content' },
      { css: '.main-meta', match: DAY_AND_CLOCK },
      { css: '.main-hd', match: DAY_AND_CLOCK },
    ],
    counts: {
      like: [{ css: '.action-btn.up' }, { css: '.action .up' }],
      comment: [{ css: '.action a.reply' }],
    },
    required: ['title', 'author'],
  },
  {
    kind: 'note',
    surfaces: ALL,
    root: '.note-container',
    id: [
      { attr: 'data-url', match: NOTE_ID },
      { attr: 'id', match: /^note-(\d+)$/ },
      { css: '[id^="note-"]', attr: 'id', match: /^note-(\d+)$/ },
      { css: '.note-header a[href], h3 a[href], .title a[href]', attr: 'href', match: NOTE_ID },
    ],
    idInAddress: NOTE_ID,
    url: (id) => noteUrl(id),
    title: [{ css: '.note-header h1' }, { css: 'h1' }, { css: 'h3 a' }, { css: '.title a' }],
    text: [
      { css: '#link-report .note' },
      { css: '.note:not(.note-header *)' },
      { css: '#link-report' },
      { css: '.note-content' },
    ],
    authorName: [
      { css: '.note-author' },
      { css: '.author a[href*="/people/"]' },
      { page: true, css: '#db-usr-profile .info h1', match: /^(.+?)的日记/ },
    ],
    ...personOf('.note-author[href], .note-author a, .note-header a[href*="/people/"]'),
    publishedAt: [{ css: '.pub-date' }, { css: '.pub_time, .pl', match: DAY_AND_CLOCK }],
    counts: {
      like: [{ css: '.action-react .react-num' }, { css: '.fav-num' }],
      collect: [{ css: '.action-collect .react-num' }],
      share: [{ css: '.rec-num' }],
    },
    media: { image: [{ css: '#link-report img[src^="http"]', attr: 'src' }] },
    labelSentencesOutside: `h1, .note-header, .note, ${DISCUSSION}`,
    required: ['title'],
  },
  {
    kind: 'thread',
    surfaces: ['detail'],
    root: '#content .article:has(.topic-doc, .topic-content, .topic-richtext)',
    id: [{ css: '#topic-content, .topic-content[data-url]', attr: 'data-url', match: TOPIC_ID }],
    idInAddress: TOPIC_ID,
    url: (id) => topicUrl(id),
    // A heading that is cut is followed by a table that holds the title whole.
    title: [
      { css: 'h1:not(.article:has(.tablecc) *)' },
      { css: '.tablecc', match: /^标题[:：]\s*([\s\S]+)/ },
      { page: true, css: '#content > h1' },
    ],
    text: [
      { css: '.topic-richtext' },
      { css: '#link-report .topic-content' },
      { css: '#link-report' },
      { css: '.topic-doc .topic-content' },
      { css: '.rich-content' },
    ],
    authorName: [
      { css: '.topic-doc .from a' },
      { css: '.topic-doc h3 a[href*="/people/"]' },
      { css: '.user-face img', attr: 'alt' },
    ],
    ...personOf('.topic-doc .from a, .topic-doc h3 a[href*="/people/"], .topic-content .user-face a'),
    publishedAt: [
      { css: '.topic-doc .create-time', match: DAY_AND_CLOCK },
      { css: '.create-time', match: DAY_AND_CLOCK },
      { css: '.topic-doc h3', match: DAY_AND_CLOCK },
    ],
    counts: {
      like: [{ css: '.action-react .react-num' }, { css: '.sns-bar .fav-num' }],
      collect: [{ css: '.action-collect .react-num' }],
      share: [{ css: '.sns-bar .rec-num' }],
    },
    media: { image: [{ css: '#link-report img[src^="http"]', attr: 'src' }] },
    labelSentencesOutside: `h1, .topic-doc h3, .topic-richtext, .rich-content, #link-report .topic-content, ${DISCUSSION}`,
    required: ['title', 'author', 'publishedAt'],
  },
];
