import { firstValue } from '../candidates';
import { defineSite } from '../define-site';
import { roomPageShapes } from '../live-rooms';
import { readableText } from '../readable-text';
import { textId } from '../text-id';
import { ROOM_LINK, roomUrl, surfaceOf } from './addresses';
import { readState, roomInState, roomOf } from './state';

const ROOM = '.layout-Player-main, #js-player-main';
const CARD = '.layout-Cover-item, .layout-List-item';
const GONE = /房间(已被关闭|不存在)|房间目前没有开放|页面不存在/;

/** The name is shown with a colon behind it. */
const CHAT_NAME = [
  { css: '.Barrage-nickName', attr: 'title' },
  { css: '.Barrage-nickName', match: /^(.+?)\s*[：:]?$/s },
];
const CHAT_NAME_ID = [{ css: '.Barrage-nickName', attr: 'data-uid', match: /^\d+$/ }];
const CHAT_TEXT = [{ css: '.Barrage-content' }];

/** Lines have no id of the site's own: the same words of one person in one room are one line. */
function lineId(line: Element, page: URL): string | undefined {
  const room = roomOf(line.ownerDocument, page);
  const name = firstValue(line, CHAT_NAME);
  const text = firstValue(line, CHAT_TEXT);
  return room && name && text ? textId(room, firstValue(line, CHAT_NAME_ID) ?? name, text) : undefined;
}

/** A card with the badge 广告 leads to a room as others do, and is left out. */
function cardId(card: Element): string | undefined {
  const badge = firstValue(card, [{ css: '[class^="cardTypeLabel"]', match: /^广告$/ }]);
  return badge
    ? undefined
    : firstValue(card, [
        { css: 'a[href]', attr: 'href', match: ROOM_LINK },
        { attr: 'href', match: ROOM_LINK },
      ]);
}

/**
 * Douyu on the web. No label of a room is known (facts: sites.md section 2.12). A room's id is its number; a card or
 * address that holds a second number of the room keeps it where no data of the page name the first. Rooms off the air
 * are posts.
 */
export const site = defineSite({
  id: 'douyu',
  name: { zh_CN: '斗鱼直播', en: 'Douyu' },
  matches: ['https://www.douyu.com/*'],
  surfaceOf,
  readState,
  removed: (document) =>
    !document.querySelector(`${ROOM}, ${CARD}`) && GONE.test(readableText(document.body)),
  shapes: [
    ...roomPageShapes({
      root: ROOM,
      room: {
        title: [
          { css: '.Title-headlineH2' },
          { css: '.Title-headline h2' },
          { css: '.Title-header h3' },
          { css: '.Title-Main h3' },
        ],
        authorName: [
          { css: '.Title-anchorNameH2' },
          { css: '.Title-anchorName h2' },
          { css: '.Title-anchorName' },
        ],
      },
      chat: {
        root: '.Barrage-listItem',
        derivedId: lineId,
        text: CHAT_TEXT,
        authorName: CHAT_NAME,
        authorId: CHAT_NAME_ID,
      },
      url: roomUrl,
      roomOf,
      roomInState,
    }),
    {
      kind: 'live',
      surfaces: ['feed', 'search', 'live'],
      root: CARD,
      not: ':has(.IconCardAdBoundsBox, .AthenaBoothPanel-wrapper, .Search-create)',
      id: cardId,
      url: (id) => roomUrl(id),
      title: [{ css: '.DyListCover-intro' }, { css: '.DyCover-intro' }, { css: '.DyRecCover-intro' }],
      authorName: [
        { css: '.DyListCover-userName' },
        { css: '.DyListCover-user' },
        { css: '.DyCover-user' },
        { css: '.DyRecCover-userName' },
      ],
      counts: { view: [{ css: '.DyListCover-hot, .DyCover-hot' }] },
      media: { image: [{ css: 'img.DyImg-content', attr: 'src' }] },
      required: ['author'],
    },
  ],
});
