import { keysOf } from './selector-key';

/** A list of elements; going through it by index costs less than by its iterator. */
export type Elements = ArrayLike<Element> & Iterable<Element>;

/**
 * `querySelectorAll` with one more combinator: `host >>> inner` goes on inside the open shadow root of each `host`
 * (`bili-comments >>> #feed bili-comment-thread-renderer`). A selector list with commas may stand on either side.
 * Elements come in document order, host by host.
 */
export function queryAll(root: ParentNode, path: string): Elements {
  if (path.includes('>>>')) return [...queryThrough(root, path)];
  const keys = keysOf(path);
  if (keys?.length !== 1) return root.querySelectorAll(path);
  const named = root.querySelectorAll(keys[0]!);
  if (named.length === 0) return named;
  const found: Element[] = [];
  for (let i = 0; i < named.length; i++) if (named[i]!.matches(path)) found.push(named[i]!);
  return found;
}

/**
 * `querySelector`, several times as fast for selectors that name elements around the one they select, of which browsers
 * ask every element. The first element that has the name at the end of the selector is nearly always the one.
 */
export function queryFirst(root: ParentNode, selector: string): Element | null {
  const keys = keysOf(selector);
  if (!keys) return root.querySelector(selector);
  let hasOne = false;
  for (const key of keys) {
    const found = root.querySelector(key);
    if (!found) continue;
    if (keys.length === 1 && found.matches(selector)) return found;
    hasOne = true;
  }
  return hasOne ? root.querySelector(selector) : null;
}

function* queryThrough(root: ParentNode, path: string): Generator<Element> {
  const cut = path.indexOf('>>>');
  const hosts = path.slice(0, cut).trim();
  // A path that begins with the combinator goes into the element itself.
  const own = root instanceof Element ? [root] : [];
  for (const { shadowRoot } of hosts ? root.querySelectorAll(hosts) : own) {
    if (shadowRoot) yield* queryAll(shadowRoot, path.slice(cut + 3));
  }
}

/** The open shadow roots that a path of {@link queryAll} goes through, for observing them. */
export function* shadowRootsOn(root: ParentNode, path: string): Generator<ShadowRoot> {
  const cut = path.indexOf('>>>');
  if (cut < 0) return;
  for (const { shadowRoot } of root.querySelectorAll(path.slice(0, cut))) {
    if (!shadowRoot) continue;
    yield shadowRoot;
    yield* shadowRootsOn(shadowRoot, path.slice(cut + 3));
  }
}
