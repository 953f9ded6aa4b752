import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';
import type { SiteAdapter } from '@/utils/sites/define-site';
import { grantedSites } from '@/utils/storage/granted-sites';
import { pageDataOff, setSiteOn, sitesOff } from '@/utils/storage/settings';

export interface Settings {
  sitesOff: readonly string[];
  pageDataOff: boolean;
  /** Ids of the opt-in sites whose hosts the browser lets us read. */
  granted: readonly string[];
}

/** The settings as they are now, wherever they are changed. */
export function useSettings() {
  const [settings, setSettings] = useState<Settings>();
  useEffect(() => {
    let stopped = false;
    const load = async () => {
      const [off, dataOff, granted] = await Promise.all([
        sitesOff.getValue(),
        pageDataOff.getValue(),
        grantedSites(),
      ]);
      if (!stopped)
        setSettings({ sitesOff: off, pageDataOff: dataOff, granted: granted.map(({ id }) => id) });
    };
    const reload = () => void load();
    const unwatch = [sitesOff.watch(reload), pageDataOff.watch(reload)];
    browser.permissions.onAdded.addListener(reload);
    browser.permissions.onRemoved.addListener(reload);
    reload();
    return () => {
      stopped = true;
      for (const stop of unwatch) stop();
      browser.permissions.onAdded.removeListener(reload);
      browser.permissions.onRemoved.removeListener(reload);
    };
  }, []);
  return { settings, setPageDataOff: (off: boolean) => pageDataOff.setValue(off), askFor, giveBack };
}

/** False when the reader or the browser refused. */
async function askFor(site: SiteAdapter): Promise<boolean> {
  const granted = await browser.permissions.request({ origins: [...site.matches] });
  if (granted) await setSiteOn(site.id, true);
  return granted;
}

async function giveBack(site: SiteAdapter): Promise<void> {
  // A page that is open already keeps its content script; this is what stops it.
  await setSiteOn(site.id, false);
  await browser.permissions.remove({ origins: [...site.matches] });
}
