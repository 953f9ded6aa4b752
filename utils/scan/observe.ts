/** Mutations within this time are answered by one scan. */
const QUIET_MS = 200;
/** A page that never rests is still scanned this often. */
const MAX_WAIT_MS = 1_000;

/**
 * Calls back when the page's content has changed: added or removed nodes, never attributes or ticking text, and
 * never while the tab is hidden. Our own elements stand outside `body` and so are not seen.
 */
export function observePage(document: Document, onChange: () => void, signal: AbortSignal): void {
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
  observer.observe(document.body ?? document.documentElement, {
    childList: true,
    subtree: true,
  });
  // Lists that place their cards by transform do so anew without adding a node.
  document.defaultView?.addEventListener('resize', changed, { signal });
  document.addEventListener('visibilitychange', () => !document.hidden && onChange(), { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(quiet);
  });
}
