import { browser } from '#imports';
import { sites } from '../sites';
import type { SiteAdapter } from '../sites/define-site';

/** Whether the browser lets us read a site; those that need not be turned on are granted at installation. */
export async function isGranted({ optIn, matches }: SiteAdapter): Promise<boolean> {
  return !optIn || browser.permissions.contains({ origins: [...matches] });
}

/** The sites that the reader has turned on in the options. */
export async function grantedSites(): Promise<SiteAdapter[]> {
  const optIn = sites.filter((site) => site.optIn);
  const granted = await Promise.all(optIn.map(isGranted));
  return optIn.filter((_, i) => granted[i]);
}
