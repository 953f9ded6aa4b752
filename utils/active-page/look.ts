import type { Browser } from '#imports';
import { sendMessage } from '../messaging/protocol';
import type { PageGlance, PageState } from '../model/page';
import { pause } from '../pause';
import { siteFor, sites } from '../sites';
import type { SiteAdapter } from '../sites/define-site';
import { isGranted } from '../storage/granted-sites';
import { sitesOff } from '../storage/settings';

export type Tab = Pick<Browser.tabs.Tab, 'id' | 'url' | 'status' | 'windowId'>;

/** A state and what it rests on, so that a later look can tell whether it still holds. */
export interface Look {
  page: PageState;
  tabId: number | undefined;
  scan: string | null | undefined;
}

/** A page that is loading or has just been switched on needs a moment to start. */
const ATTEMPTS = 6;
/** A page that has finished loading answers at once or holds no content script. */
const ATTEMPTS_WHEN_LOADED = 2;
const PAUSE_MS = 300;

/** Finds out what a tab shows. After an abort the result is worthless, not wrong: the caller drops it. */
export async function lookAt(tab: Tab | undefined, signal: AbortSignal): Promise<Look> {
  const found = (page: PageState, glance?: PageGlance): Look => ({
    page,
    tabId: tab?.id,
    scan: glance?.scan,
  });
  const addressed = tab?.url === undefined ? undefined : siteOf(tab.url);
  if (tab?.id === undefined || (tab.url !== undefined && !addressed)) return found({ type: 'foreign' });
  if (addressed && !(await isGranted(addressed))) return found({ type: 'opt-in', site: addressed });
  if (addressed && (await isOff(addressed))) return found({ type: 'off', site: addressed });

  const tabId = tab.id;
  const attempts = tab.status === 'complete' ? ATTEMPTS_WHEN_LOADED : ATTEMPTS;
  const glance = await ask(() => glanceAt(tabId), attempts, signal);
  // Without `activeTab` the address is hidden, and the answer alone says which site it is.
  const site = addressed ?? sites.find(({ id }) => id === glance?.site);
  if (!site) return found({ type: 'foreign' });
  if (await isOff(site)) return found({ type: 'off', site }, glance);
  const reading = glance && (await ask(() => readingOf(tabId), ATTEMPTS, signal));
  if (!reading) return found({ type: 'silent', site });
  return found({ type: 'read', site, tabId, reading }, glance);
}

/** `undefined` when nobody answers in this tab, or not yet. */
export async function glanceAt(tabId: number): Promise<PageGlance | undefined> {
  return sendMessage('glance', undefined, tabId).catch(() => undefined);
}

async function readingOf(tabId: number) {
  return sendMessage('getPageReading', 'found', tabId).catch(() => undefined);
}

async function ask<T>(
  once: () => Promise<T | undefined>,
  attempts: number,
  signal: AbortSignal,
): Promise<T | undefined> {
  for (let attempt = 1; !signal.aborted; attempt++) {
    const answer = await once();
    if (answer || attempt >= attempts) return answer;
    await pause(PAUSE_MS);
  }
  return undefined;
}

async function isOff(site: SiteAdapter): Promise<boolean> {
  return (await sitesOff.getValue()).includes(site.id);
}

function siteOf(address: string): SiteAdapter | undefined {
  const url = URL.parse(address);
  return url ? siteFor(url) : undefined;
}
