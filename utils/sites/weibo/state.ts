import { collectPosts } from '../collect';
import type { PageState } from '../define-site';
import { readStatus } from './read-data';

const MARK = /\$render_data\s*=\s*(?=\[)/;
/** Strings are matched whole, so that nothing inside them counts. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]]/g;
const MAX_STATE = 4_000_000;

const parsed = new WeakMap<Element, PageState>();

/** m.weibo.cn writes the status of a page it was loaded for into a script: `var $render_data = [{…}][0] || {}`. */
export function readState(document: Document): PageState {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const known = parsed.get(script);
    if (known) return known;
    const source = script.textContent ?? '';
    const mark = MARK.exec(source);
    if (!mark) continue;
    const posts = collectPosts(parseRenderData(source.slice(mark.index + mark[0].length)), readStatus);
    const state = new Map(posts.map(({ id, fields }) => [id, fields]));
    parsed.set(script, state);
    return state;
  }
  return new Map();
}

/** The array that the text begins with; code after it is left out. */
export function parseRenderData(source: string): unknown {
  if (source.length > MAX_STATE) return undefined;
  let depth = 0;
  for (const { 0: token, index } of source.matchAll(TOKENS)) {
    if (token === '[') depth++;
    else if (token === ']') depth--;
    if (depth > 0) continue;
    try {
      return JSON.parse(source.slice(0, index + 1));
    } catch {
      // The page belongs to others; what stands there need not be JSON.
      return undefined;
    }
  }
  return undefined;
}
