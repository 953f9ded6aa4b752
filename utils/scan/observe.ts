import type { SiteAdapter } from '../sites/define-site';
import { shadowRootsOn } from '../sites/query';

/** Mutations within this time are answered by one scan. */
const QUIET_MS = 200;
/** A page that never rests is still scanned this often. */
const MAX_WAIT_MS = 1_000;

/**
 * New and removed nodes, and what a recycled node shows: its words and links, and the attributes and classes by which
 * sites name a post or its active slide. Styles, which animations change without end, are not watched.
 */
const WATCHED: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributeFilter: [
    'href',
    'class',
    'id',
    'data-e2e',
    'data-e2e-vid',
    'data-id',
    'mid',
    'video-id',
    'is-active',
  ],
};

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

  const observer = new MutationObserver(changed);
  const watched = new WeakSet<Node>();
  const watch = (root: Node) => {
    if (watched.has(root)) return;
    watched.add(root);
    observer.observe(root, WATCHED);
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
