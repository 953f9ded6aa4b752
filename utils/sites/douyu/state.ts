import type { PageState } from '../define-site';
import { parseState } from '../inline-state';
import { isRecord, numericIdOf } from '../unknown';
import { ROOM_PATH } from './addresses';
import { type Room, readRooms } from './read-data';

type Data = Record<string, unknown>;

/** `$ROOM` as one object, and as assignments to its fields (facts: sites.md section 2.12). */
const OBJECT = /\$(?:DATA\.)?ROOM\s*=\s*(?=\{)/g;
const FIELD =
  /\$ROOM\.(room_id|vipId|room_name|owner_name|nickname|owner_uid|show_details|show_time)\s*=\s*("[^"\\]*(?:\\.[^"\\]*)*"|\d+)/g;
const MAX_MARKS = 8;
const MAX_FIELDS = 50;
const MAX_SCRIPT = 2_000_000;

const parsed = new WeakMap<Element, readonly Data[]>();
/** Every line of chat asks for the room; scripts of the page only come, they do not change. */
const rooms = new WeakMap<Document, { of: number; rooms: readonly Room[] }>();

/** Rooms of the page's inline scripts; they are parsed as text and never run. */
export function readState(document: Document): PageState {
  return new Map(inlineRooms(document).map(({ id, fields }) => [id, fields]));
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

function inlineRooms(document: Document): readonly Room[] {
  const objects = inlineObjects(document);
  const known = rooms.get(document);
  if (known?.of === objects.length) return known.rooms;
  const found = readRooms(objects);
  rooms.set(document, { of: objects.length, rooms: found });
  return found;
}

function inlineObjects(document: Document): readonly Data[] {
  return [...document.querySelectorAll('script:not([src])')].flatMap((script) => {
    const objects = parsed.get(script) ?? parseObjects(script.textContent ?? '');
    parsed.set(script, objects);
    return objects;
  });
}

export function parseObjects(source: string): readonly Data[] {
  if (source.length > MAX_SCRIPT) return [];
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
