import { collectPosts } from '../collect';
import type { PageState } from '../define-site';
import { mergeStates, perScript, stateOf } from '../inline-scripts';
import { leadingLiteral } from '../leading-literal';
import { type DouyinPost, NOT_ENTERED, readItem } from './read-data';

const SCRIPTS = 'script#RENDER_DATA, script.STREAM_RENDER_DATA, script:not([src]):not([type])';
const FLIGHT = /self\.__pace_f\.push\(/;
const ROUTER = /window\._ROUTER_DATA\s*=\s*(?=\{)/;

const statesOf = perScript((source, script): PageState | undefined => {
  const posts = dataOf(script, source).flatMap((data) =>
    collectPosts<DouyinPost>(data, readItem, NOT_ENTERED),
  );
  return posts.length > 0 ? stateOf(posts) : undefined;
}, SCRIPTS);

/**
 * Posts of the page's inline state by id: `RENDER_DATA` (percent-encoded), `STREAM_RENDER_DATA`, the rows of
 * `self.__pace_f`, and the share pages' `_ROUTER_DATA` (facts: sites.md section 2.1). The state belongs to the first
 * load; afterwards its ids are simply not in the page any more.
 */
export function readState(document: Document): PageState {
  return mergeStates(statesOf(document));
}

function dataOf(script: Element, source: string): unknown[] {
  if (script.matches('#RENDER_DATA, .STREAM_RENDER_DATA')) return [parseEncoded(source)];
  if (FLIGHT.test(source)) return parseFlight(source);
  const mark = ROUTER.exec(source);
  return mark ? [parseEncoded(leadingLiteral(source.slice(mark.index + mark[0].length)) ?? '')] : [];
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

function dropUndefined(_key: string, value: unknown): unknown {
  return value === '$undefined' ? undefined : value;
}

function resolveSign(_key: string, value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('$')) return value;
  return value.startsWith('$$') ? value.slice(1) : undefined;
}
