import { readRules } from '../care/retention';
import { readKeys, type StoredKeys } from '../keys/keys';
import { PICTURE_CHOICES } from '../model/picture';
import * as settings from '../storage/settings';
import { readViews, writeViews } from '../views/stored-views';
import { readPlan } from './plan';

/** Longest name or list that is taken from a file. */
const LONGEST_TEXT = 200;
const LONGEST_LIST = 2_000;
const LONGEST_CHOICE = 20_000;

interface Setting {
  getValue(): Promise<unknown>;
  setValue(value: never): Promise<void>;
}

/** One setting that a backup holds; `read` gives what may be stored, `undefined` when the value is not sound. */
interface Kept {
  item: Setting;
  read: (value: unknown) => unknown;
  /** Taken over by an empty copy alone. */
  forNewCopies?: true;
}

/**
 * The settings of a backup by their storage key. Not among them: compiled rules, which come with the extension, and
 * what only tells of runs on this machine; and on which sites files are looked into, as each browser asks its reader
 * anew for the hosts.
 */
const KEPT: Readonly<Record<string, Kept>> = {
  sitesOff: { item: settings.sitesOff, read: texts },
  pageDataOff: { item: settings.pageDataOff, read: truth },
  mutedRules: { item: settings.mutedRules, read: texts },
  pictures: {
    item: settings.pictures,
    read: (value) => PICTURE_CHOICES.find((choice) => choice === value),
  },
  keys: {
    item: settings.storedKeys,
    read: (value) => (readKeys(value).isSound ? (value as StoredKeys) : undefined),
  },
  savedViews: {
    item: settings.savedViews,
    read: (value) => (Array.isArray(value) ? writeViews({ ...readViews(value), unread: [] }) : undefined),
  },
  reviewer: { item: settings.reviewer, read: text },
  // Rules that delete: no file sets them for reports that are here already.
  retention: {
    item: settings.retention,
    read: (value) => (isRecord(value) ? readRules(value) : undefined),
    forNewCopies: true,
  },
  // Whoever uses it reads it with care; here only its size matters.
  exportChoice: {
    item: settings.exportChoice,
    read: (value) => (isRecord(value) && JSON.stringify(value).length <= LONGEST_CHOICE ? value : undefined),
  },
  backupPlan: { item: settings.backupPlan, read: (value) => (isRecord(value) ? readPlan(value) : undefined) },
};
const IDENTITY = 'reviewerId';

/** As stored, by storage key; settings that were never touched stand there with what holds for them. */
export async function settingsToKeep(): Promise<Record<string, unknown>> {
  const { id } = await settings.thisReviewer();
  const values = Object.entries(KEPT).map(async ([key, { item }]) => [key, await item.getValue()] as const);
  return { ...Object.fromEntries(await Promise.all(values)), [IDENTITY]: id };
}

/**
 * Puts settings of a backup in the place of those here. What is unknown or not sound is left as it is here.
 *
 * @param identity whether this copy becomes the one that made the backup: right after a move, wrong where both go on
 * @returns keys that were restored
 */
export async function restoreSettings(
  values: Readonly<Record<string, unknown>>,
  { identity }: { identity: boolean },
): Promise<string[]> {
  const restored: string[] = [];
  for (const [key, { item, read, forNewCopies }] of Object.entries(KEPT)) {
    const isMeant = Object.hasOwn(values, key) && (identity || !forNewCopies);
    const value = isMeant ? read(values[key]) : undefined;
    if (value === undefined) continue;
    await item.setValue(value as never);
    restored.push(key);
  }
  const id = text(values[IDENTITY]);
  if (identity && id) {
    await settings.reviewerId.setValue(id);
    restored.push(IDENTITY);
  }
  return restored;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= LONGEST_TEXT ? value : undefined;
}

function truth(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function texts(value: unknown): string[] | undefined {
  if (!Array.isArray(value) || value.length > LONGEST_LIST) return undefined;
  const sound = value.filter((each): each is string => text(each) !== undefined);
  return sound.length === value.length ? [...new Set(sound)] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
