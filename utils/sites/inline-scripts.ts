import type { PageState, PostState, StatePost } from './define-site';

/** Twice the largest state known (YouTube's, 1 to 3 MB): a page that holds far more is not read. */
const MAX_SCRIPT = 6_000_000;

type Account = Pick<StatePost, 'id' | 'fields'>;
type Merge = (first: PostState, next: PostState) => PostState;

/**
 * Gives what `read` makes of a document's inline scripts, in their order; those of which it makes nothing
 * (`undefined`) are left out. Sites ask again and again, so each script is read once.
 */
export function perScript<T>(
  read: (source: string, script: Element) => T | undefined,
  selector = 'script:not([src])',
): (document: Document) => T[] {
  const known = new WeakMap<Element, { found: T | undefined }>();
  const resultOf = (script: Element, isLoading: boolean): T | undefined => {
    const before = known.get(script);
    if (before) return before.found;
    const source = script.textContent ?? '';
    const found = source && source.length <= MAX_SCRIPT ? read(source, script) : undefined;
    // A script may still be without its text, and while the page is loading without a part of it.
    if (found !== undefined || (source && !isLoading)) known.set(script, { found });
    return found;
  };
  return (document) => {
    const isLoading = document.readyState === 'loading';
    return [...document.querySelectorAll(selector)]
      .map((script) => resultOf(script, isLoading))
      .filter((found) => found !== undefined);
  };
}

/** By post id. Of several accounts of one post the first leads, unless `merge` puts them together. */
export function stateOf(posts: Iterable<Account>, merge: Merge = (first) => first): PageState {
  const state = new Map<string, PostState>();
  for (const { id, fields } of posts) {
    const first = state.get(id);
    state.set(id, first ? merge(first, fields) : fields);
  }
  return state;
}

/** The states of several scripts as one, by the same rule. */
export function mergeStates(states: readonly PageState[], merge?: Merge): PageState {
  const accounts = states.flatMap((state) => [...state].map(([id, fields]) => ({ id, fields })));
  return stateOf(accounts, merge);
}
