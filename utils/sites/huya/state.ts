import type { PageState } from '../define-site';
import { perScript, stateOf } from '../inline-scripts';
import { parseState } from '../inline-state';
import { roomsOfPage } from '../live-rooms';
import { readRooms } from './read-data';

/** Objects of a room page's inline scripts that name the room or its host (facts: sites.md section 2.12). */
const MARKS = /\b(?:TT_ROOM_DATA|TT_PROFILE_INFO)\s*=\s*(?=\{)|["']?gameLiveInfo["']?\s*:\s*(?=\{)/g;
const MAX_MARKS = 8;

const objectsOf = perScript(parseObjects);

/** Rooms of the page's inline scripts; the objects are parsed as text and never run. */
export const inlineRooms = roomsOfPage((document) => objectsOf(document).flat(), readRooms);

export function readState(document: Document): PageState {
  return stateOf(inlineRooms(document));
}

export function parseObjects(source: string): unknown[] {
  const marks = [...source.matchAll(MARKS)].slice(0, MAX_MARKS);
  return marks.map(({ 0: mark, index }) => parseState(source.slice(index + mark.length)));
}
