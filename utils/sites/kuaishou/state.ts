import { collectPosts } from '../collect';
import type { PageState } from '../define-site';
import { mergeStates, perScript, stateOf } from '../inline-scripts';
import { parseState } from '../inline-state';
import { isRecord, recordOf } from '../unknown';
import type { Item } from './fields';
import { type DataPost, readItem } from './read-data';

/** The state objects of the desktop site, the mobile pages and the live site (facts: sites.md section 2.2). */
export const STATE_NAMES = ['__APOLLO_STATE__', 'INIT_STATE', '__INITIAL_STATE__'] as const;
const MARK = new RegExp(`window\\.(${STATE_NAMES.join('|')})\\s*=\\s*(?=\\{)`);
/** Live pages hold lists of other rooms and gifts beside this part. */
const ROOM_PART = 'liveroom';

const statesOf = perScript((source): PageState | undefined => {
  const mark = MARK.exec(source);
  if (!mark) return undefined;
  return stateOf(postsOfState(mark[1] ?? '', parseState(source.slice(mark.index + mark[0].length))));
});

/**
 * Posts of the page's inline state by id. The desktop site takes its script out of the page once it has run; what is
 * left is then read in the page's own world (bridge.ts).
 */
export function readState(document: Document): PageState {
  return mergeStates(statesOf(document));
}

export function postsOfState(name: string, state: unknown): DataPost[] {
  if (name === '__APOLLO_STATE__') return postsOfApollo(state);
  return collectPosts(name === '__INITIAL_STATE__' ? recordOf(state)[ROOM_PART] : state, readItem);
}

/**
 * Apollo keeps every object once, under `Type:id`, and references elsewhere. Entries that lead to a work and its
 * author are read before the work's own entry, which does not name the author.
 */
function postsOfApollo(state: unknown): DataPost[] {
  const cache = Object.fromEntries(
    Object.entries(recordOf(recordOf(state).defaultClient ?? state)).map(([key, entry]) => {
      const id = /Photo:(3x[0-9a-z]+)$/.exec(key)?.[1];
      return [key, id && isRecord(entry) ? { id, ...entry } : entry];
    }),
  );
  const items = Object.values(cache)
    .filter(isRecord)
    .map((entry) => dereference(entry, cache, 2));
  const withAuthor = items.filter((item) => 'photo' in item && 'author' in item);
  return collectPosts([withAuthor, items], readItem);
}

function dereference(item: Item, cache: Item, depth: number): Item {
  if (depth === 0) return item;
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => {
      const target = isRecord(value) ? cache[referenceOf(value) ?? ''] : undefined;
      return [key, isRecord(target) ? dereference(target, cache, depth - 1) : value];
    }),
  );
}

/** `{type: 'id', id}` up to Apollo 2, `{__ref}` since Apollo 3. */
function referenceOf({ type, id, __ref }: Item): string | undefined {
  if (typeof __ref === 'string') return __ref;
  return type === 'id' && typeof id === 'string' ? id : undefined;
}
