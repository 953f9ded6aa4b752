import { storage } from '#imports';
import { ALL_OFF, type RetentionRules, type RetentionRun } from '../care/retention';
import type { StoredKeys } from '../keys/keys';
import type { PictureChoice } from '../model/picture';

/** Sites that the reader turned off; everything else is on. */
export const sitesOff = storage.defineItem<string[]>('local:sitesOff', {
  fallback: [],
});

/** True when posts are read from the page's elements alone, not from the data of its own scripts. */
export const pageDataOff = storage.defineItem<boolean>('local:pageDataOff', {
  fallback: false,
});

/** Rules that the reader never wants to see marked. */
export const mutedRules = storage.defineItem<string[]>('local:mutedRules', { fallback: [] });

export const pictures = storage.defineItem<PictureChoice>('local:pictures', { fallback: 'keep' });

/** To be read with `readKeys`: another version may have written it. */
export const storedKeys = storage.defineItem<StoredKeys>('local:keys', {
  fallback: { off: false, bindings: {} },
});

/** Views of the queue that the reader has saved, to be read with `readViews`: another version may have written them. */
export const savedViews = storage.defineItem<unknown[]>('local:savedViews', { fallback: [] });

/** The name under which the reader decides and is assigned reports; it stays on this machine. */
export const reviewer = storage.defineItem<string>('local:reviewer', { fallback: '' });

/** When old reports and pictures are removed; to be read with `readRules`: another version may have written it. */
export const retention = storage.defineItem<RetentionRules>('local:retention', { fallback: ALL_OFF });

/** To be read with `readRun`. */
export const retentionRun = storage.defineItem<RetentionRun | null>('local:retentionRun', { fallback: null });

/** Posts whose decisions were changed outside their page; open pages ask anew about these. */
export const decidedElsewhere = storage.defineItem<{ at: number; keys: string[] } | null>(
  'local:decidedElsewhere',
  { fallback: null },
);

export async function setRuleMuted(rule: string, muted: boolean): Promise<void> {
  const rules = new Set(await mutedRules.getValue());
  if (muted) rules.add(rule);
  else rules.delete(rule);
  await mutedRules.setValue([...rules].sort());
}

export async function setSiteOn(site: string, on: boolean): Promise<void> {
  const off = new Set(await sitesOff.getValue());
  if (on) off.delete(site);
  else off.add(site);
  await sitesOff.setValue([...off].sort());
}
