import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';
import { sendMessage } from '@/utils/messaging/protocol';
import type { PageReading } from '@/utils/model/page';
import { siteFor, sites } from '@/utils/sites';
import type { SiteAdapter } from '@/utils/sites/define-site';
import { setSiteOn, sitesOff } from '@/utils/storage/settings';

export type PageState =
  | { type: 'loading'; site?: SiteAdapter }
  /** Not a page of a known site. */
  | { type: 'foreign' }
  | { type: 'off'; site: SiteAdapter }
  /** A known site, switched on, whose page does not answer: it was open before the extension was installed. */
  | { type: 'silent'; site: SiteAdapter }
  | { type: 'read'; site: SiteAdapter; tabId: number; reading: PageReading };

/** A page that has just been switched on needs a moment to start. */
const ATTEMPTS = 6;
const PAUSE_MS = 300;

/** What is known of the tab under the popup; asks again when its site is switched. */
export function usePage(): {
  page: PageState;
  switchSite: (site: string, on: boolean) => Promise<void>;
} {
  const [page, setPage] = useState<PageState>({ type: 'loading' });
  useEffect(() => {
    let current = new AbortController();
    const look = () => {
      // An earlier look that is still waiting for its answer must not overwrite this one.
      current.abort();
      current = new AbortController();
      void readTab(current.signal, setPage);
    };
    look();
    const unwatch = sitesOff.watch(look);
    return () => {
      current.abort();
      unwatch();
    };
  }, []);
  return { page, switchSite: setSiteOn };
}

async function readTab(signal: AbortSignal, setPage: (page: PageState) => void): Promise<void> {
  const show = (page: PageState) => {
    if (!signal.aborted) setPage(page);
  };
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const site = tab?.url === undefined ? undefined : siteOf(tab.url);
  if (site && (await sitesOff.getValue()).includes(site.id)) {
    show({ type: 'off', site });
    return;
  }
  if (tab?.id === undefined || (tab.url !== undefined && !site)) {
    show({ type: 'foreign' });
    return;
  }
  show({ type: 'loading', ...(site && { site }) });
  const reading = await ask(tab.id, signal);
  // Without `activeTab` the address is hidden, and the answer alone says which site it is.
  const answering = site ?? sites.find(({ id }) => id === reading?.site);
  if (!answering) show({ type: 'foreign' });
  else if (!reading) show({ type: 'silent', site: answering });
  else show({ type: 'read', site: answering, tabId: tab.id, reading });
}

async function ask(tabId: number, signal: AbortSignal): Promise<PageReading | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS && !signal.aborted; attempt++) {
    try {
      const reading: PageReading | undefined = await sendMessage('getPageReading', undefined, tabId);
      if (reading) return reading;
    } catch {
      // Nobody listens in this tab, or not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return undefined;
}

function siteOf(address: string): SiteAdapter | undefined {
  const url = URL.parse(address);
  return url ? siteFor(url) : undefined;
}
