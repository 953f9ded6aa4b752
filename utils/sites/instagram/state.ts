import { collectPosts } from '../collect';
import type { PageState, PostState } from '../define-site';
import { type DataPost, INNER_PARTS, readItem } from './read-data';

const SCRIPTS = 'script[type="application/json"]';
/** Scripts that hold no post name none of these; most of a page's hundred are such. */
const MARK = /"(taken_at|taken_at_timestamp|edge_media_to_caption)"/;
const MAX_SCRIPT = 4_000_000;

const known = new WeakMap<Element, PageState>();

/** Posts in the page's inline JSON, where answers to the page's first requests are preloaded. */
export function readState(document: Document): PageState {
  const posts = new Map<string, PostState>();
  for (const script of document.querySelectorAll(SCRIPTS)) {
    const state = known.get(script) ?? parseState(script.textContent ?? '');
    known.set(script, state);
    for (const [id, fields] of state) if (!posts.has(id)) posts.set(id, fields);
  }
  return posts;
}

export function parseState(json: string): PageState {
  if (json.length > MAX_SCRIPT || !MARK.test(json)) return new Map();
  try {
    const posts = collectPosts<DataPost>(JSON.parse(json), readItem, INNER_PARTS);
    return new Map(posts.map(({ id, fields }) => [id, fields]));
  } catch {
    // A script that is still being filled, or no JSON after all.
    return new Map();
  }
}
