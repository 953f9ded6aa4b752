import type { PageState } from '../define-site';
import { parseState } from '../inline-state';
import { type Room, readRooms } from './read-data';

/** Objects of a room page's inline scripts that name the room or its host (facts: sites.md section 2.12). */
const MARKS = /\b(?:TT_ROOM_DATA|TT_PROFILE_INFO)\s*=\s*(?=\{)|["']?gameLiveInfo["']?\s*:\s*(?=\{)/g;
const MAX_MARKS = 8;
/** Real scripts have about 10 KB. */
const MAX_SCRIPT = 2_000_000;

const parsed = new WeakMap<Element, readonly unknown[]>();
/** Every line of chat asks for the room; scripts of the page only come, they do not change. */
const rooms = new WeakMap<Document, { of: number; rooms: readonly Room[] }>();

/** Rooms of the page's inline scripts; the objects are parsed as text and never run. */
export function inlineRooms(document: Document): readonly Room[] {
  const objects = [...document.querySelectorAll('script:not([src])')].flatMap(objectsOf);
  const known = rooms.get(document);
  if (known?.of === objects.length) return known.rooms;
  const found = readRooms(objects);
  rooms.set(document, { of: objects.length, rooms: found });
  return found;
}

export function readState(document: Document): PageState {
  return new Map(inlineRooms(document).map(({ id, fields }) => [id, fields]));
}

function objectsOf(script: Element): readonly unknown[] {
  const known = parsed.get(script);
  if (known) return known;
  const objects = parseObjects(script.textContent ?? '');
  parsed.set(script, objects);
  return objects;
}

export function parseObjects(source: string): unknown[] {
  if (source.length > MAX_SCRIPT) return [];
  const marks = [...source.matchAll(MARKS)].slice(0, MAX_MARKS);
  return marks.map(({ 0: mark, index }) => parseState(source.slice(index + mark.length)));
}
