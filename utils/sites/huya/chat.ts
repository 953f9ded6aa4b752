import { firstValue } from '../candidates';
import { textId } from '../text-id';
import { ROOM_PATH } from './addresses';
import { roomAt } from './read-data';
import { inlineRooms } from './state';

/**
 * The room's number. Addresses may hold a name instead, which only the page's data can turn into the number; data of
 * another room are those of an earlier page.
 */
export function roomInState(document: Document, page: URL): string | undefined {
  const address = ROOM_PATH.exec(page.pathname)?.[1];
  return address === undefined ? undefined : roomAt(inlineRooms(document), address)?.id;
}

export function roomOf(document: Document, page: URL): string | undefined {
  return roomInState(document, page) ?? ROOM_PATH.exec(page.pathname)?.[1];
}

export const CHAT_NAME = [{ css: '.name.J_userMenu' }, { css: '.name' }];
export const CHAT_TEXT = [{ css: '.msg' }, { css: '.msg-content' }];

/**
 * Lines have no id of the site's own (`data-cmid` counts the lines of this page): the same words of one person in one
 * room are one line.
 */
export function lineId(line: Element, page: URL): string | undefined {
  const room = roomOf(line.ownerDocument, page);
  const [name, text] = [firstValue(line, CHAT_NAME), firstValue(line, CHAT_TEXT)];
  return room && name && text ? textId(room, name, text) : undefined;
}
