import { allValues, type Candidates, firstValue } from '../candidates';
import type { PostShape } from '../define-site';
import { textId } from '../text-id';
import { LIVE_LINK, liveIdOf, liveUrl, USER_ID } from './addresses';
import { ACTIVE_SLIDE } from './work-element';

const CHAT_TEXT = '.webcast-chatroom___content-with-emoji-text';
/** Words and pictures of one line stand side by side in a box of their own. */
const CHAT_WORDS = `:has(> ${CHAT_TEXT}):not(:has(> :not([class*="content-with-emoji"])))`;
/** The name stands in a span of its own, with a colon behind. */
const CHAT_NAME: Candidates = [{ css: 'span', match: /^([^：:]{1,40})[：:]$/ }];
const HOST = '[data-e2e="live-room-nickname"]';
const HANDLE = /^@?\s*(.+)$/s;

/** Lines of chat hold a name and words; only older ones also hold the message's number. */
function chatLineId(root: Element, page: URL): string | undefined {
  const room = liveIdOf(page);
  const words = allValues(root, [{ css: CHAT_TEXT }]);
  return room && textId(room, firstValue(root, CHAT_NAME) ?? '', ...words);
}

export const liveShapes: readonly PostShape[] = [
  {
    kind: 'live',
    surfaces: ['live'],
    root: `[data-e2e="living-container"], #HeaderLayout, :has(> ${HOST})`,
    id: [],
    idInAddress: /^\/(?:\w+\/live\/)?([\w-]{3,})\/?(?:\?|$)/,
    url: (id) => liveUrl(id),
    title: [
      { page: true, css: '[data-e2e="live-room-title"]' },
      { page: true, css: '#HeaderLayout h1' },
      { page: true, css: '[data-e2e="living-container"] h1' },
    ],
    authorName: [{ page: true, css: HOST }],
    authorId: [{ page: true, css: `a${HOST}`, attr: 'href', match: USER_ID }],
    authorUrl: [{ page: true, css: `a${HOST}`, attr: 'href', match: /^[^?#]+/ }],
    required: ['author'],
  },
  {
    // Rows without such a text are gifts, arrivals and the house's notices.
    kind: 'danmaku',
    surfaces: ['live'],
    root: `.webcast-chatroom .webcast-chatroom___item:has(${CHAT_TEXT})`,
    id: [{ attr: 'data-id', match: /^\d{8,22}$/ }],
    derivedId: chatLineId,
    url: (_id, _root, page) => {
      const room = liveIdOf(page);
      return room && liveUrl(room);
    },
    text: [{ css: CHAT_WORDS }, { css: CHAT_TEXT }],
    authorName: CHAT_NAME,
    required: ['text'],
  },
  {
    // A broadcast as a feed's slide; while another is the active slide, it is one of the piled up ones.
    kind: 'live',
    surfaces: ['feed', 'search', 'detail'],
    root: '[data-e2e="feed-live"]',
    not: `:root:has(${ACTIVE_SLIDE}) :not(${ACTIVE_SLIDE} *)`,
    id: [{ css: 'a[href*="live.douyin.com/"], a[href*="/live/"]', attr: 'href', match: LIVE_LINK }],
    url: (id) => liveUrl(id),
    text: [{ css: '[data-e2e="video-desc"]' }],
    authorName: [
      { css: '[data-e2e="feed-video-nickname"]', match: HANDLE },
      { css: '.account-name', match: HANDLE },
    ],
    required: ['author'],
  },
];
