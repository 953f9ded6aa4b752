import { defineSite } from '../define-site';
import { roomPageShapes } from '../live-rooms';
import { readableText } from '../readable-text';
import { ROOM_LINK, roomUrl, surfaceOf } from './addresses';
import { CHAT_NAME, CHAT_TEXT, lineId, roomInState, roomOf } from './chat';
import { readState } from './state';

const ROOM = '#J_mainRoom, .room-core, .room-hd, .room-player-wrap';
const GONE = /找不到这个主播|涉嫌违规，?正在整改/;

/**
 * Huya on the web. No label of a room is known (facts: sites.md section 2.12). A room's id is its number
 * (`profileRoom`); a card or address that holds a name instead keeps the name where no data of the page turn it into
 * the number. Rooms off the air are posts.
 */
export const site = defineSite({
  id: 'huya',
  name: { zh_CN: '虎牙直播', en: 'Huya' },
  matches: ['https://www.huya.com/*'],
  surfaceOf,
  readState,
  removed: (document) =>
    !document.querySelector(`${ROOM}, .game-live-item`) && GONE.test(readableText(document.body)),
  shapes: [
    ...roomPageShapes({
      root: ROOM,
      room: {
        title: [{ css: '#J_roomTitle' }, { css: '.room-hd .host-title' }, { css: '.room-hd h1' }],
        authorName: [{ css: '.host-name' }, { css: '.host-name', attr: 'title' }],
        counts: { view: [{ css: '#live-count' }] },
      },
      chat: {
        root: ':is(#chat-room__list, .chat-room__list) > *',
        not: ':has(.msg-sys, .msg-auditorSys), .msg-sys, .msg-auditorSys',
        derivedId: lineId,
        text: CHAT_TEXT,
        authorName: CHAT_NAME,
      },
      url: roomUrl,
      roomOf,
      roomInState,
    }),
    {
      kind: 'live',
      surfaces: ['feed', 'search', 'live'],
      root: '.game-live-item',
      not: '.huya-ab, .huya-ab *, #huya-ab *, .J_ad, .J_ad *, :has(> a[class^="Ad--"])',
      id: [{ css: 'a[href]', attr: 'href', match: ROOM_LINK }],
      url: (id) => roomUrl(id),
      title: [{ css: 'a.title' }, { css: '.title' }, { css: 'a.title', attr: 'title' }],
      authorName: [{ css: '.nick' }, { css: '.nick', attr: 'title' }, { css: '.txt i' }],
      counts: { view: [{ css: '.js-num' }, { css: '.num' }] },
      media: {
        image: [
          { css: 'img.pic', attr: 'data-original' },
          { css: 'img.pic', attr: 'src' },
        ],
      },
      required: ['author'],
    },
  ],
});
