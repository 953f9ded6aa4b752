import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';
import { type Keys, readKeys } from '@/utils/keys/keys';
import type { PictureChoice } from '@/utils/model/picture';
import type { SiteAdapter } from '@/utils/sites/define-site';
import { grantedSites } from '@/utils/storage/granted-sites';
import { loadMediaSites, type MediaSites } from '@/utils/storage/media-sites';
import {
  mediaSites,
  mutedRules,
  pageDataOff,
  pictures,
  setSiteOn,
  sitesOff,
  storedKeys,
} from '@/utils/storage/settings';

export interface Settings {
  sitesOff: readonly string[];
  pageDataOff: boolean;
  keys: Keys;
  /** False when what is stored could not be understood, and other keys are in use. */
  areKeysSound: boolean;
  mutedRules: readonly string[];
  pictures: PictureChoice;
  /** Ids of the opt-in sites whose hosts the browser lets us read. */
  granted: readonly string[];
  media: MediaSites;
}

const WATCHED = [sitesOff, pageDataOff, mediaSites, storedKeys, mutedRules, pictures];

/** The settings as they are now, wherever they are changed. */
export function useSettings() {
  const [settings, setSettings] = useState<Settings>();
  useEffect(() => {
    let stopped = false;
    const reload = async () => {
      const now = await load();
      if (!stopped) setSettings(now);
    };
    const unwatch = WATCHED.map((item) => item.watch(reload));
    browser.permissions.onAdded.addListener(reload);
    browser.permissions.onRemoved.addListener(reload);
    void reload();
    return () => {
      stopped = true;
      for (const stop of unwatch) stop();
      browser.permissions.onAdded.removeListener(reload);
      browser.permissions.onRemoved.removeListener(reload);
    };
  }, []);
  return { settings, askFor, giveBack };
}

async function load(): Promise<Settings> {
  const [off, dataOff, stored, muted, choice, granted, media] = await Promise.all([
    sitesOff.getValue(),
    pageDataOff.getValue(),
    storedKeys.getValue(),
    mutedRules.getValue(),
    pictures.getValue(),
    grantedSites(),
    loadMediaSites(),
  ]);
  const { keys, isSound } = readKeys(stored);
  return {
    sitesOff: off,
    pageDataOff: dataOff,
    keys,
    areKeysSound: isSound,
    mutedRules: muted,
    pictures: choice,
    granted: granted.map(({ id }) => id),
    media,
  };
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
