/**
 * `querySelectorAll` with one more combinator: `host >>> inner` goes on inside the open shadow root of each `host`
 * (`bili-comments >>> #feed bili-comment-thread-renderer`). A selector list with commas may stand on either side.
 * Elements come in document order, host by host.
 */
export function* queryAll(root: ParentNode, path: string): Generator<Element> {
  const cut = path.indexOf('>>>');
  if (cut < 0) {
    yield* root.querySelectorAll(path);
    return;
  }
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
