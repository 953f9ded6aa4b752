export const BACKUP_TIMES = ['off', 'day', 'week'] as const;

/** How often a backup is made without a click. */
export interface BackupPlan {
  every: (typeof BACKUP_TIMES)[number];
}
export const NO_PLAN: BackupPlan = { every: 'off' };

/** A backup that reached the disk. Times are in milliseconds since 1970. */
export interface LastBackup {
  at: number;
  /** Number of the last write that it holds. */
  rev: number;
  /** Of the store as it was then. */
  fingerprint: string;
  reports: number;
  /** Of the file, in bytes. */
  size: number;
  /** Name of the file, with its folder where one is known. */
  file: string;
}

export const CHECK_FAILURES = ['permission', 'interrupted', 'download', 'storage', 'unknown'] as const;
/** Why a scheduled backup was not made. */
export type CheckFailure = (typeof CHECK_FAILURES)[number];

export interface BackupCheck {
  at: number;
  outcome: 'saved' | 'nothing-new' | CheckFailure;
}

/** A scheduled backup on its way: first it is built, then the browser saves it. */
export interface BackupRun {
  id: string;
  startedAt: number;
  /** Absent while it is being built. */
  saving?: { download: number } & LastBackup;
}

/** Below the browser's folder for downloads. */
export const BACKUP_FOLDER = 'qingjian';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const INTERVALS = { day: DAY_MS, week: 7 * DAY_MS } as const;
/** After a failure it is tried again this soon. */
const RETRY_MS = HOUR_MS;
/** A run that has not ended by then never will. */
const LONGEST_RUN_MS = HOUR_MS / 2;
const OLD_DAYS = 14;
const MANY_CHANGES = 20;

/** @param at milliseconds since 1970; the name says the reader's local time */
export function backupName(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`;
  return `qingjian-backup-${day}-${two(date.getHours())}${two(date.getMinutes())}.zip`;
}

/**
 * When the next backup is to be made; undefined while none is planned. Any backup counts, also one made by hand, and
 * so does having found nothing new; a time in the future is a clock that was set back and holds nothing up.
 */
export function nextDue(
  { every }: BackupPlan,
  { last, check }: { last: LastBackup | undefined; check: BackupCheck | undefined },
  now: number,
): number | undefined {
  if (every === 'off') return undefined;
  const past = (at: number | undefined) => (at !== undefined && at <= now ? at : Number.NEGATIVE_INFINITY);
  const isFailed = check !== undefined && check.outcome !== 'saved' && check.outcome !== 'nothing-new';
  const good = Math.max(past(last?.at), past(isFailed ? undefined : check?.at));
  const due = good === Number.NEGATIVE_INFINITY ? now : good + INTERVALS[every];
  return isFailed ? Math.max(due, past(check.at) + RETRY_MS) : due;
}

/** Whether a run keeps another one from beginning; not one of the future, nor one that was left behind. */
export function isRunning(run: BackupRun | undefined, now: number): run is BackupRun {
  return run !== undefined && now >= run.startedAt && now - run.startedAt < LONGEST_RUN_MS;
}

/** Whole days since, 0 on the same day of 24 hours. */
export function daysSince(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / DAY_MS));
}

/**
 * Whether so much was done for so long that a backup is worth a word.
 *
 * @param changed reports that were changed since; all of them when there was no backup
 * @param since the last backup, or the first report when there was none
 */
export function isOverdue(changed: number, since: number | undefined, now: number): boolean {
  return since !== undefined && changed > MANY_CHANGES && daysSince(since, now) >= OLD_DAYS;
}

/** What is stored may be another version's: whatever is no plan is none. */
export function readPlan(stored: unknown): BackupPlan {
  const every = isRecord(stored) ? BACKUP_TIMES.find((each) => each === stored.every) : undefined;
  return every ? { every } : NO_PLAN;
}

export function readLast(stored: unknown): LastBackup | undefined {
  if (!isRecord(stored)) return undefined;
  const { at, rev, reports, size, fingerprint, file } = stored;
  const isSound =
    [at, rev, reports, size].every((each) => Number.isFinite(each)) &&
    [fingerprint, file].every((each) => typeof each === 'string');
  return isSound ? ({ at, rev, reports, size, fingerprint, file } as LastBackup) : undefined;
}

export function readCheck(stored: unknown): BackupCheck | undefined {
  if (!isRecord(stored) || !Number.isFinite(stored.at)) return undefined;
  const outcome = ['saved', 'nothing-new', ...CHECK_FAILURES].find((each) => each === stored.outcome);
  return outcome === undefined
    ? undefined
    : { at: stored.at as number, outcome: outcome as BackupCheck['outcome'] };
}

export function readBackupRun(stored: unknown): BackupRun | undefined {
  if (!isRecord(stored) || typeof stored.id !== 'string' || !Number.isFinite(stored.startedAt)) {
    return undefined;
  }
  const run = { id: stored.id, startedAt: stored.startedAt as number };
  if (stored.saving === undefined) return run;
  const last = readLast(stored.saving);
  const download = isRecord(stored.saving) ? stored.saving.download : undefined;
  return last && Number.isInteger(download)
    ? { ...run, saving: { ...last, download: download as number } }
    : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
