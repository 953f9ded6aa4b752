import { collectPosts } from '../collect';
import type { PageState, StatePost } from '../define-site';
import { isRecord, recordOf } from '../unknown';
import { readItem } from './read-data';

const MARK = /window\.__INITIAL_STATE__\s*=\s*(?=\{)/;
/** Strings are matched whole, so that nothing inside them counts. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}]|-?\b(?:undefined|NaN|Infinity)\b/g;
/** Real states have 10 to 100 KB; a page that holds far more is not read. */
const MAX_STATE = 4_000_000;

const parsed = new WeakMap<Element, PageState>();

/**
 * Posts of the page's inline state by id. The state belongs to the first load; after a navigation inside the page its
 * ids are simply not in the page any more.
 */
export function readState(document: Document): PageState {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const known = parsed.get(script);
    if (known) return known;
    const source = script.textContent ?? '';
    const mark = MARK.exec(source);
    if (!mark) continue;
    const state = byId(postsOfState(parseState(source.slice(mark.index + mark[0].length))));
    parsed.set(script, state);
    return state;
  }
  return new Map();
}

/** By id; the note's own record stands before the cards, which hold less. */
function byId(posts: readonly StatePost[]): PageState {
  const found = new Map<string, StatePost['fields']>();
  for (const { id, fields } of posts) if (!found.has(id)) found.set(id, fields);
  return found;
}

/** Notes and comments of a state, as it was parsed or as it lives in the page. */
export function postsOfState(state: unknown): StatePost[] {
  const { note, feed, search, user } = recordOf(state);
  const parts = [
    recordOf(note).noteDetailMap,
    recordOf(feed).feeds,
    recordOf(search).feeds,
    recordOf(user).notes,
  ];
  return parts.flatMap((part) => collectPosts(unwrapRef(part), readItem));
}

/**
 * Parses the state's object literal. It is JSON but for bare `undefined` (and `NaN`), which become `null`; code after
 * the object is left out. `undefined` when it is not such an object.
 */
export function parseState(source: string): unknown {
  const json = source.length <= MAX_STATE ? toJson(source) : undefined;
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json, (_key, value: unknown) => unwrapRef(value));
  } catch {
    return undefined;
  }
}

function toJson(source: string): string | undefined {
  let json = '';
  let last = 0;
  let depth = 0;
  for (const { 0: token, index } of source.matchAll(TOKENS)) {
    if (token === '{') depth++;
    else if (token === '}') depth--;
    else if (token[0] !== '"') {
      json += `${source.slice(last, index)}null`;
      last = index + token.length;
    }
    if (depth === 0) return token === '}' ? json + source.slice(last, index + 1) : undefined;
  }
  return undefined;
}

/** Vue keeps reactive values in an object around the value. */
function unwrapRef(value: unknown): unknown {
  if (!isRecord(value)) return value;
  if ('_rawValue' in value) return value._rawValue;
  return '_value' in value ? value._value : value;
}
