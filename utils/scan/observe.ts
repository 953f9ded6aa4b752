import type { SiteAdapter } from '../sites/define-site';
import { shadowRootsOn } from '../sites/query';

/** Mutations within this time are answered by one scan. */
const QUIET_MS = 200;
/** A page that never rests is still scanned this often. */
const MAX_WAIT_MS = 1_000;

/** By these every site tells one post from another, or the active slide from the rest. */
const TELLING = ['href', 'class', 'id'];

/**
 * Attributes whose change can put another post into an element: those that a site's definition finds posts and their
 * ids by. Styles, which animations change without end, are never among them.
 */
export function tellingAttributes({ shapes }: SiteAdapter): string[] {
  const selectors = shapes.flatMap(({ root, not, id }) => [
    root,
    not ?? '',
    ...(typeof id === 'function' ? [] : id.flatMap(({ css = '', attr }) => [css, attr ? `[${attr}]` : ''])),
  ]);
  const named = selectors.flatMap((selector) =>
    [...selector.matchAll(/\[\s*([a-z][\w-]*)/gi)].map(([, name = '']) => name),
  );
  return [...new Set([...TELLING, ...named])].filter((name) => name !== 'style').sort();
}

export interface PageObserver {
  /** Observes the open shadow roots on the site's paths that have appeared since the last call. */
  watchShadowRoots: () => void;
}

/**
 * Calls back when the page's content has changed, and never while the tab is hidden. Our own elements stand outside
 * `body` and so are not seen; neither are the inline styles that tie badges to posts.
 */
export function observePage(
  document: Document,
  site: SiteAdapter,
  onChange: () => void,
  signal: AbortSignal,
): PageObserver {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let since = 0;

  const fire = () => {
    clearTimeout(quiet);
    quiet = undefined;
    since = 0;
    // A hidden tab keeps its change for the moment it is shown again.
    if (!document.hidden) onChange();
  };
  const changed = () => {
    const now = performance.now();
    since ||= now;
    clearTimeout(quiet);
    if (now - since >= MAX_WAIT_MS) fire();
    else quiet = setTimeout(fire, QUIET_MS);
  };

  const attributeFilter = tellingAttributes(site);
  const observer = new MutationObserver(changed);
  const watched = new WeakSet<Node>();
  const watch = (root: Node) => {
    if (watched.has(root)) return;
    watched.add(root);
    // What a recycled node shows changes by its words and links alone.
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributeFilter });
  };
  watch(document.body ?? document.documentElement);
  // Some sites put a new body in place of the old one when they navigate.
  const replaced = new MutationObserver(() => {
    if (!document.body || watched.has(document.body)) return;
    watch(document.body);
    changed();
  });
  replaced.observe(document.documentElement, { childList: true });
  // Lists that place their cards by transform do so anew without adding a node.
  document.defaultView?.addEventListener('resize', changed, { signal });
  document.addEventListener('visibilitychange', () => !document.hidden && onChange(), { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    replaced.disconnect();
    clearTimeout(quiet);
  });

  const paths = [...new Set(site.shapes.map(({ root }) => root).filter((path) => path.includes('>>>')))];
  return {
    watchShadowRoots: () => {
      for (const path of paths) for (const root of shadowRootsOn(document, path)) watch(root);
    },
  };
}
