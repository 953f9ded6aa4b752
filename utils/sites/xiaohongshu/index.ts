import type { Candidates } from '../candidates';
import { defineSite } from '../define-site';
import { commentUrl, createdAt, NOTE_LINK, noteIdOf, noteUrl } from './note-id';
import { isRemoved } from './removed';
import { readState } from './state';

/** Links to people carry session tokens behind the `?`. */
const PROFILE = /^[^?#]*\/user\/profile\/[0-9a-zA-Z]+/;
const PROFILE_ID = /\/user\/profile\/([0-9a-zA-Z]+)/;

/**
 * `编辑于 …` is the day of the last edit, not of publication. Such dates are passed over and the creation time in the
 * id is read instead, which is also what the state calls `time`.
 */
const NOT_EDITED = /^(?!\s*编辑于).+/;

const WEB = /^(?:https?:)?\/\/.+/;
const pictures = (css: string): Candidates => [
  { css, attr: 'src', match: WEB },
  { css, attr: 'data-src', match: WEB },
];

const linkOf = (css: string): { authorId: Candidates; authorUrl: Candidates } => ({
  authorId: [{ css, attr: 'href', match: PROFILE_ID }],
  authorUrl: [{ css, attr: 'href', match: PROFILE }],
});

/** Xiaohongshu on the web. Class names are readable; `data-v-…` attributes change (facts: sites.md section 2.4). */
export const site = defineSite({
  id: 'xiaohongshu',
  name: { zh_CN: '小红书', en: 'Xiaohongshu' },
  matches: ['https://www.xiaohongshu.com/*'],
  surfaceOf: (url) => {
    if (noteIdOf(url)) return 'detail';
    if (/^\/explore\/?$/.test(url.pathname)) return 'feed';
    if (/^\/search_result\/?$/.test(url.pathname)) return 'search';
    return /^\/user\/profile\/[0-9a-zA-Z]+\/?$/.test(url.pathname) ? 'profile' : undefined;
  },
  removed: isRemoved,
  readState: (document) => readState(document),
  shapes: [
    {
      kind: 'note',
      surfaces: ['detail'],
      root: '#noteContainer, .note-container',
      id: [],
      idInAddress: NOTE_LINK,
      url: (id) => noteUrl(id),
      title: [{ css: '#detail-title' }, { css: '.note-content > .title' }],
      text: [{ css: '#detail-desc .note-text' }, { css: '#detail-desc' }, { css: '.note-content .desc' }],
      authorName: [{ css: '.author-wrapper .username' }, { css: '.author-container .username' }],
      ...linkOf(
        '.author-container a[href*="/user/profile/"], .author-wrapper a[href*="/user/profile/"]:not(.comments-container *)',
      ),
      publishedAt: [
        {
          css: '.date:not(.comments-container *, .comment-item *)',
          match: NOT_EDITED,
        },
      ],
      timeInId: createdAt,
      hashtags: [{ css: '#detail-desc a.tag' }, { css: '.note-content a.tag' }],
      counts: {
        like: [{ css: '.interact-container .like-wrapper .count' }],
        collect: [{ css: '.interact-container .collect-wrapper .count' }],
        comment: [{ css: '.interact-container .chat-wrapper .count' }],
      },
      media: {
        image: pictures('.media-container img:not([class*="avatar"])'),
        video: [{ css: '.media-container video', attr: 'src', match: WEB }],
      },
      // The notice 内容可能使用AI技术生成 is known as text of the note's page; its element is not.
      labelSentencesOutside:
        '#detail-title, #detail-desc, .note-content > .title, .note-content .desc, .author-container, .author-wrapper, .comments-container, .comments-el, .note-item',
      required: ['author'],
    },
    {
      kind: 'comment',
      surfaces: ['detail'],
      root: '.comments-container .comment-item, .comments-container .comment-item-sub',
      id: [
        { attr: 'id', match: /^comment-([0-9a-f]{24})$/ },
        { attr: 'data-id', match: /^[0-9a-f]{24}$/ },
      ],
      url: (id, _root, page) => commentUrl(id, noteIdOf(page)),
      text: [{ css: '.content .note-text' }, { css: '.content' }],
      authorName: [{ css: '.author .name' }, { css: '.author-wrapper .name' }, { css: '.name' }],
      ...linkOf('a[href*="/user/profile/"]'),
      publishedAt: [{ css: '.date' }],
      timeInId: createdAt,
      counts: {
        like: [{ css: '.like-wrapper .count' }, { css: '.like .count' }],
      },
      media: { image: pictures('.comment-picture img') },
      required: ['author'],
    },
    {
      // The layer over a feed has the note's address, so cards may also stand behind an open note. A video and a
      // picture note share one kind: only cards tell them apart, and one note must have one key everywhere.
      kind: 'note',
      surfaces: ['feed', 'search', 'profile', 'detail'],
      root: 'section.note-item',
      id: [{ css: 'a[href]', attr: 'href', match: NOTE_LINK }],
      url: (id) => noteUrl(id),
      title: [{ css: '.footer a.title' }, { css: '.footer .title' }],
      authorName: [{ css: '.author .name' }, { css: '.name' }],
      ...linkOf('a.author[href*="/user/profile/"], .author a[href*="/user/profile/"]'),
      publishedAt: [{ css: '.footer .time', match: NOT_EDITED }],
      timeInId: createdAt,
      counts: { like: [{ css: '.like-wrapper .count' }] },
      media: { image: pictures('a.cover img:not([class*="avatar"])') },
      required: ['author'],
    },
  ],
});
