import { collectPosts } from '../collect';
import type { PageState } from '../define-site';
import { mergeStates, perScript, stateOf } from '../inline-scripts';
import { type DataPost, INNER_PARTS, readItem } from './read-data';

/** Scripts that hold no post name none of these; most of a page's hundred are such. */
const MARK = /"(taken_at|taken_at_timestamp|edge_media_to_caption)"/;

const statesOf = perScript(parseState, 'script[type="application/json"]');

/** Posts in the page's inline JSON, where answers to the page's first requests are preloaded. */
export function readState(document: Document): PageState {
  return mergeStates(statesOf(document));
}

export function parseState(json: string): PageState {
  if (!MARK.test(json)) return new Map();
  try {
    return stateOf(collectPosts<DataPost>(JSON.parse(json), readItem, INNER_PARTS));
  } catch {
    // A script that is still being filled, or no JSON after all.
    return new Map();
  }
}
