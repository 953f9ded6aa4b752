import { browser } from '#imports';
import type { PageState } from '../model/page';
import { sitesOff } from '../storage/settings';
import { glanceAt, type Look, lookAt, type Tab } from './look';

/** How often a shown page is asked whether it holds something new; the answer is one short message. */
const PULSE_MS = 2_000;

/**
 * Shows what is known of the active tab of this window, now and after every change: another tab, another page, a
 * site switched on or off, new findings. Tabs that answer late, or not at all, never show up under another tab.
 *
 * @returns stops following
 */
export function followActivePage(show: (page: PageState) => void): () => void {
  let tab: Tab | undefined;
  /** `undefined` until something is known of the tab that is active now. */
  let last: Look | undefined;
  let running: AbortController | undefined;

  /** Ends the look before, whose late answer then counts for nothing. */
  const look = () => {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    void run(mine.signal).finally(() => {
      if (running === mine) running = undefined;
    });
  };
  const restart = (page: PageState) => {
    last = undefined;
    show(page);
    look();
  };

  async function run(signal: AbortSignal): Promise<void> {
    const [active] = await browser.tabs.query({ active: true, currentWindow: true });
    if (signal.aborted) return;
    tab = active;
    if (last && last.tabId !== tab?.id) forget();
    if (last?.page.type === 'read') {
      const glance = await glanceAt(last.page.tabId);
      if (signal.aborted || (glance && glance.scan === last.scan)) return;
      // The document that was read is gone.
      if (!glance) forget();
    }
    const found = await lookAt(tab, signal);
    if (signal.aborted) return;
    last = found;
    show(found.page);
  }
  function forget(): void {
    last = undefined;
    show({ type: 'loading' });
  }

  const onActivated = (activated: { windowId: number }) => {
    if (!tab || activated.windowId === tab.windowId) restart({ type: 'loading' });
  };
  const onUpdated = (tabId: number, change: { status?: unknown }) => {
    if (change.status && tabId === tab?.id) look();
  };
  const onSwitched = () => {
    const site = last && 'site' in last.page ? last.page.site : undefined;
    restart({ type: 'loading', ...(site && { site }) });
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  const unwatch = sitesOff.watch(onSwitched);
  const pulse = setInterval(() => {
    if (!running && !document.hidden) look();
  }, PULSE_MS);
  look();

  return () => {
    running?.abort();
    clearInterval(pulse);
    unwatch();
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}
