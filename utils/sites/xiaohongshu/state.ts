import { collectPosts } from '../collect';
import type { PageState, StatePost } from '../define-site';
import { parseState, unwrapRef } from '../inline-state';
import { recordOf } from '../unknown';
import { readItem } from './read-data';

const MARK = /window\.__INITIAL_STATE__\s*=\s*(?=\{)/;

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
