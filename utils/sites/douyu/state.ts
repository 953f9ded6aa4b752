import type { PageState } from '../define-site';
import { perScript, stateOf } from '../inline-scripts';
import { parseState } from '../inline-state';
import { roomsOfPage } from '../live-rooms';
import { isRecord, numericIdOf } from '../unknown';
import { ROOM_PATH } from './addresses';
import { readRooms } from './read-data';

type Data = Record<string, unknown>;

/** `$ROOM` as one object, and as assignments to its fields (facts: sites.md section 2.12). */
const OBJECT = /\$(?:DATA\.)?ROOM\s*=\s*(?=\{)/g;
const FIELD =
  /\$ROOM\.(room_id|vipId|room_name|owner_name|nickname|owner_uid|show_details|show_time)\s*=\s*("[^"\\]*(?:\\.[^"\\]*)*"|\d+)/g;
const MAX_MARKS = 8;
const MAX_FIELDS = 50;

const scriptObjects = perScript(parseObjects);
const inlineObjects = (document: Document) => scriptObjects(document).flat();
const inlineRooms = roomsOfPage(inlineObjects, readRooms);

/** Rooms of the page's inline scripts; they are parsed as text and never run. */
export function readState(document: Document): PageState {
  return stateOf(inlineRooms(document));
}

/**
 * The number of the room that the page shows. An address may hold another number of the room, or, on pages of events,
 * none; data that do not belong to the address are those of an earlier page.
 */
export function roomInState(document: Document, page: URL): string | undefined {
  const address = ROOM_PATH.exec(page.pathname + page.search)?.[1];
  if (address === undefined)
    return inlineObjects(document)
      .map(({ room_id }) => numericIdOf(room_id))
      .find(Boolean);
  return inlineRooms(document).find(({ id, alias }) => id === address || alias === address)?.id;
}

export function roomOf(document: Document, page: URL): string | undefined {
  return roomInState(document, page) ?? ROOM_PATH.exec(page.pathname + page.search)?.[1];
}

export function parseObjects(source: string): readonly Data[] {
  const literals = [...source.matchAll(OBJECT)]
    .slice(0, MAX_MARKS)
    .map(({ 0: mark, index }) => parseState(source.slice(index + mark.length)));
  const fields = [...source.matchAll(FIELD)].slice(0, MAX_FIELDS);
  const assigned = Object.fromEntries(fields.map(([, name, value]) => [name, literalValue(value)]));
  return [...literals, assigned].filter(isRecord).filter((object) => Object.keys(object).length > 0);
}

function literalValue(literal: string | undefined): unknown {
  try {
    return JSON.parse(literal ?? 'null');
  } catch {
    // A string literal of JavaScript that is none of JSON.
    return undefined;
  }
}
