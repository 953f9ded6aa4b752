import { storage } from '#imports';

/** Sites that the reader turned off; everything else is on. */
export const sitesOff = storage.defineItem<string[]>('local:sitesOff', {
  fallback: [],
});

/** True when posts are read from the page's elements alone, not from the data of its own scripts. */
export const pageDataOff = storage.defineItem<boolean>('local:pageDataOff', {
  fallback: false,
});

export async function setSiteOn(site: string, on: boolean): Promise<void> {
  const off = new Set(await sitesOff.getValue());
  if (on) off.delete(site);
  else off.add(site);
  await sitesOff.setValue([...off].sort());
}
