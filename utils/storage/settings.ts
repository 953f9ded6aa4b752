import { storage } from '#imports';
import { type BackupCheck, type BackupPlan, type BackupRun, type LastBackup, NO_PLAN } from '../backup/plan';
import { ALL_OFF, type RetentionRules, type RetentionRun } from '../care/retention';
import type { StoredKeys } from '../keys/keys';
import type { Reviewer } from '../model/account';
import type { PictureChoice } from '../model/picture';

/** Sites that the reader turned off; everything else is on. */
export const sitesOff = storage.defineItem<string[]>('local:sitesOff', {
  fallback: [],
});

/** True when posts are read from the page's elements alone, not from the data of its own scripts. */
export const pageDataOff = storage.defineItem<boolean>('local:pageDataOff', {
  fallback: false,
});

/** Sites on which the files of posts in sight are looked into. */
export const mediaSites = storage.defineItem<string[]>('local:mediaSites', { fallback: [] });

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

/** Tells this copy's reports from those of others in files; empty until it is first needed. */
export const reviewerId = storage.defineItem<string>('local:reviewerId', { fallback: '' });

/** When old reports and pictures are removed; to be read with `readRules`: another version may have written it. */
export const retention = storage.defineItem<RetentionRules>('local:retention', { fallback: ALL_OFF });

/** To be read with `readRun`. */
export const retentionRun = storage.defineItem<RetentionRun | null>('local:retentionRun', { fallback: null });

/** How the reader last exported; to be read with `readExportChoice`. */
export const exportChoice = storage.defineItem<unknown>('local:exportChoice', { fallback: null });

/** When backups are made without a click; to be read with `readPlan`, as those below with their readers. */
export const backupPlan = storage.defineItem<BackupPlan>('local:backupPlan', { fallback: NO_PLAN });

/** The last one that reached the disk, whoever made it. */
export const lastBackup = storage.defineItem<LastBackup | null>('local:lastBackup', { fallback: null });

/** What came of the last time that the plan was due. */
export const backupCheck = storage.defineItem<BackupCheck | null>('local:backupCheck', { fallback: null });

/** The scheduled backup that is being made: what is known of it must outlive the background. */
export const backupRun = storage.defineItem<BackupRun | null>('local:backupRun', { fallback: null });

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

/** Who works here. The id is made once, and kept. */
export async function thisReviewer(): Promise<Reviewer> {
  let id = await reviewerId.getValue();
  if (!id) {
    id = crypto.randomUUID();
    await reviewerId.setValue(id);
  }
  return { id, name: await reviewer.getValue() };
}
