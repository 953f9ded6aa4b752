import { collectPosts } from '../collect';
import type { PageState, PostState, StatePost } from '../define-site';
import { type DouyinPost, NOT_ENTERED, readItem } from './read-data';

/** Real scripts have up to about 1 MB; a page that holds far more is not read. */
const MAX_SCRIPT = 6_000_000;
const SCRIPTS = 'script#RENDER_DATA, script.STREAM_RENDER_DATA, script:not([src]):not([type])';
const FLIGHT = /self\.__pace_f\.push\(/;
const ROUTER = /window\._ROUTER_DATA\s*=\s*(?=\{)/;

const read = new WeakMap<Element, readonly StatePost[]>();

/**
 * Posts of the page's inline state by id: `RENDER_DATA` (percent-encoded), `STREAM_RENDER_DATA`, the rows of
 * `self.__pace_f`, and the share pages' `_ROUTER_DATA` (facts: sites.md section 2.1). The state belongs to the first
 * load; afterwards its ids are simply not in the page any more.
 */
export function readState(document: Document): PageState {
  const posts = new Map<string, PostState>();
  for (const script of document.querySelectorAll(SCRIPTS)) {
    for (const { id, fields } of postsOf(script)) {
      if (!posts.has(id)) posts.set(id, fields);
    }
  }
  return posts;
}

function postsOf(script: Element): readonly StatePost[] {
  const known = read.get(script);
  if (known) return known;
  const source = script.textContent ?? '';
  const data = source.length <= MAX_SCRIPT ? dataOf(script, source) : [];
  const posts = data.flatMap((each) => collectPosts<DouyinPost>(each, readItem, NOT_ENTERED));
  read.set(script, posts);
  return posts;
}

function dataOf(script: Element, source: string): unknown[] {
  if (script.matches('#RENDER_DATA, .STREAM_RENDER_DATA')) return [parseEncoded(source)];
  if (FLIGHT.test(source)) return parseFlight(source);
  const mark = ROUTER.exec(source);
  return mark ? [parseLeading(source.slice(mark.index + mark[0].length))] : [];
}

/** JSON, plain or percent-encoded; `undefined` when it is neither. */
export function parseEncoded(source: string): unknown {
  const text = source.trim();
  try {
    return JSON.parse(text.startsWith('%') ? decodeURIComponent(text) : text, dropUndefined);
  } catch {
    return undefined;
  }
}

/**
 * Data of `self.__pace_f.push([1,"7:[\"$\",…]\n"])`: each string holds rows `id:json`. In rows a text that starts with
 * `$` stands for something else (`$undefined`, a row's number), `$$` for the sign itself.
 */
export function parseFlight(source: string): unknown[] {
  const start = FLIGHT.exec(source);
  const end = source.lastIndexOf(')');
  if (!start || end < start.index) return [];
  const chunk = parseEncoded(source.slice(start.index + start[0].length, end));
  const rows = (Array.isArray(chunk) ? chunk : [])
    .filter((part): part is string => typeof part === 'string')
    .flatMap((part) => part.split('\n'));
  return rows.flatMap((row) => {
    const json = /^[0-9a-z]+:([[{].*)$/i.exec(row)?.[1];
    if (!json) return [];
    try {
      return [JSON.parse(json, resolveSign) as unknown];
    } catch {
      return [];
    }
  });
}

/** The object at the start of a source, code behind it left out; strings are skipped whole. */
function parseLeading(source: string): unknown {
  let depth = 0;
  for (const { 0: token, index } of source.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}]/g)) {
    if (token === '{') depth++;
    else if (token === '}') depth--;
    if (depth === 0) return parseEncoded(source.slice(0, index + token.length));
  }
  return undefined;
}

function dropUndefined(_key: string, value: unknown): unknown {
  return value === '$undefined' ? undefined : value;
}

function resolveSign(_key: string, value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('$')) return value;
  return value.startsWith('$$') ? value.slice(1) : undefined;
}
