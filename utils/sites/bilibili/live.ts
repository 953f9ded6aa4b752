import { firstValue } from '../candidates';
import type { PostShape } from '../define-site';
import { textId } from '../text-id';
import { isoFromEpoch } from '../time';
import { liveUrl, roomOfAddress, videoUrl } from './addresses';
import { chatLineId, timeOfChatLine } from './read-live';
import { roomOfShort } from './state';
import { ADVERTS } from './video-cards';
import { videoIdOfAddress } from './video-id';
import { authorOf } from './video-page';

/** Live rooms with their chat, and danmaku over videos (facts: sites.md section 2.3). */

const ROOM_LINK = /live\.bilibili\.com\/(?:blanc\/|h5\/)?([1-9]\d*)/;

/** The text of a chat line as its attribute has it: the element also shows pictures in place of emoticons. */
const CHAT_TEXT = [{ attr: 'data-danmaku' }];

export const liveShapes: readonly PostShape[] = [
  {
    kind: 'live',
    surfaces: ['live'],
    root: '#head-info-vm, .head-info-section, .left-anchor-section',
    not: '#head-info-vm *, .head-info-section *',
    // Long-standing rooms have a short number in their address; the room's own stands in the page's state.
    id: [],
    idInAddress: (page, root) => longNumber(root, page) ?? roomOfAddress(page),
    url: liveUrl,
    title: [
      { css: '.live-title .text, .live-title .small-title, .live-title' },
      { css: '.small-title, .smaller-title' },
      { css: '.live-skin-main-text.title, h1' },
      { css: '.live-skin-main-text[title]', attr: 'title' },
    ],
    ...authorOf(
      '.room-owner-username, .anchor-username, .anchor-name, .user-name',
      'a[href*="space.bilibili.com"]',
    ),
    counts: { view: [{ css: '.watched-text, .watched-num' }] },
    required: ['title', 'author'],
  },
  {
    kind: 'live',
    surfaces: ['feed', 'search'],
    root: '.bili-live-card, .live-card, .floor-card-inner:has(a[href*="//live.bilibili.com/"]), .live-room-item, .room-item',
    not: `.bili-live-card .live-card, ${ADVERTS}`,
    id: [
      { attr: 'href', match: ROOM_LINK },
      { css: 'a[href*="//live.bilibili.com/"]', attr: 'href', match: ROOM_LINK },
    ],
    url: liveUrl,
    title: [
      { css: '.bili-live-card__info--tit, .item-title, .room-title, .title' },
      { css: 'h3, a[title]', attr: 'title' },
    ],
    ...authorOf(
      '.bili-live-card__info--uname, .uname, .room-anchor, .sub-title, .username',
      'a[href*="space.bilibili.com"]',
    ),
    required: ['title'],
  },
  {
    kind: 'danmaku',
    surfaces: ['live'],
    root: '.chat-item.danmaku-item[data-danmaku], .superChat-card-detail[data-danmaku]',
    id: (root) =>
      chatLineId(
        timeOf(root),
        root.getAttribute('data-uid') || root.getAttribute('data-uname') || '',
        firstValue(root, CHAT_TEXT),
      ),
    url: (_id, root, page) => liveUrl(longNumber(root, page) ?? roomOfAddress(page) ?? ''),
    text: [
      { css: '.danmaku-item-right' },
      { css: '.input-contain .text, .superChat-card-detail__text' },
      ...CHAT_TEXT,
    ],
    authorName: [{ attr: 'data-uname' }, { css: '.user-name' }],
    authorId: [{ attr: 'data-uid', match: /^[1-9]\d*$/ }],
    timeInId: timeOfChatLine,
  },
  {
    // Over videos only the words are shown, in elements that are used again and again.
    kind: 'danmaku',
    surfaces: ['detail'],
    root: '.bili-danmaku-x-dm, .bpx-player-row-dm-wrap .bili-dm, .b-danmaku',
    not: '.bili-danmaku-x-dm *',
    id: [],
    derivedId: (root, page) => {
      const words = firstValue(root, [{}]);
      return words ? textId(videoIdOfAddress(page) ?? '', words) : undefined;
    },
    url: (_id, _root, page) => {
      const video = videoIdOfAddress(page);
      return video && videoUrl(video);
    },
    text: [{}],
  },
];

function longNumber(root: Element, page: URL): string | undefined {
  return roomOfShort(root.ownerDocument, roomOfAddress(page) ?? '');
}

function timeOf(root: Element): string | undefined {
  return isoFromEpoch(root.getAttribute('data-ts') ?? undefined);
}
