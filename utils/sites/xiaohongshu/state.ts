import { collectPosts } from '../collect';
import type { PageState, StatePost } from '../define-site';
import { mergeStates, perScript, stateOf } from '../inline-scripts';
import { parseState, unwrapRef } from '../inline-state';
import { recordOf } from '../unknown';
import { readItem } from './read-data';

const MARK = /window\.__INITIAL_STATE__\s*=\s*(?=\{)/;

const statesOf = perScript((source) => {
  const mark = MARK.exec(source);
  // The note's own record stands before the cards, which hold less.
  return mark ? stateOf(postsOfState(parseState(source.slice(mark.index + mark[0].length)))) : undefined;
});

/**
 * Posts of the page's inline state by id. The state belongs to the first load; after a navigation inside the page its
 * ids are simply not in the page any more.
 */
export function readState(document: Document): PageState {
  return mergeStates(statesOf(document));
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
