import { browser } from '#imports';
import { sites } from '../sites';
import { mediaHostsOf } from '../sites/media-hosts';
import { mediaSites } from './settings';

/** Where the files of posts in sight are looked into, and where the browser lets the extension ask for them itself. */
export interface MediaSites {
  /** Ids of the sites for which the reader turned it on. */
  on: readonly string[];
  /** Ids of the sites whose hosts of files are all allowed. */
  allowed: readonly string[];
}

export async function loadMediaSites(): Promise<MediaSites> {
  const [on, allowed] = await Promise.all([
    mediaSites.getValue(),
    Promise.all(sites.map(({ id }) => isAllowed(mediaHostsOf(id)))),
  ]);
  return { on, allowed: sites.filter((_, i) => allowed[i]).map(({ id }) => id) };
}

async function isAllowed(hosts: readonly string[]): Promise<boolean> {
  // A browser says yes to an empty question.
  return hosts.length === 0 || browser.permissions.contains({ origins: [...hosts] });
}

/**
 * Turns the looking into files on for sites. To be called within the click: the browser asks only then, so nothing is
 * awaited before.
 *
 * @returns false when the reader or the browser refused the hosts; then everything stays as it was
 */
export async function turnMediaOn(ids: readonly string[]): Promise<boolean> {
  const origins = distinct(ids.flatMap(mediaHostsOf));
  if (origins.length > 0 && !(await browser.permissions.request({ origins }))) return false;
  await setMediaSites((on) => [...on, ...ids]);
  return true;
}

/** Turns it off for sites, and gives back the hosts that no other site needs for it. */
export async function turnMediaOff(ids: readonly string[]): Promise<void> {
  const left = await setMediaSites((on) => on.filter((id) => !ids.includes(id)));
  const needed = new Set(left.flatMap(mediaHostsOf));
  const origins = distinct(ids.flatMap(mediaHostsOf)).filter((host) => !needed.has(host));
  if (origins.length > 0) await browser.permissions.remove({ origins });
}

async function setMediaSites(
  change: (on: readonly string[]) => readonly string[],
): Promise<readonly string[]> {
  const changed = distinct(change(await mediaSites.getValue())).sort();
  await mediaSites.setValue(changed);
  return changed;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
