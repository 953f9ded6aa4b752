import { StorageError } from '../errors';
import type { FullReport, ReportStore } from '../storage/reports';
import { type Dated, isDeletable, losesPictures, type RetentionPlan, type RetentionRules } from './retention';

/** What of the store the rules need; each call is one transaction. */
export type RetentionStore = Pick<
  ReportStore,
  'rows' | 'removeMany' | 'restoreMany' | 'removePictures' | 'restorePictures'
>;

/** What was taken, whole, so that it can be put back. */
export interface Taken {
  reports: FullReport[];
  pictures: FullReport['evidence'];
}

export interface RunOptions {
  rules: RetentionRules;
  /** Milliseconds since 1970. */
  now: number;
  signal: AbortSignal;
  /** After each transaction, with all that was taken so far. */
  onBatch: (taken: Taken, done: number, total: number) => void | Promise<void>;
}

/** `error` is what stopped it; what had been taken until then is told all the same. */
export interface RunResult {
  taken: Taken;
  cancelled: boolean;
  error?: unknown;
}

const BATCH = 100;

/** Carries out a plan. Every report is looked at again first: it may have been changed since it was planned. */
export async function runRetention(
  store: RetentionStore,
  plan: RetentionPlan,
  { rules, now, signal, onBatch }: RunOptions,
): Promise<RunResult> {
  const taken: Taken = { reports: [], pictures: [] };
  const total = plan.reports.length + plan.withPictures.length;
  const deletable = (report: Dated) => isDeletable(report, rules, now);
  const steps = [
    ...batched(plan.reports).map((ids) => async () => {
      const removed = await store.removeMany(await stillDue(store, ids, deletable));
      taken.reports.push(...(await putBackChanged(store, removed, deletable)));
      return ids.length;
    }),
    ...batched(plan.withPictures).map((ids) => async () => {
      const due = await stillDue(store, ids, (report) => losesPictures(report, rules, now));
      taken.pictures.push(...(await store.removePictures(due)));
      return ids.length;
    }),
  ];
  let done = 0;
  try {
    for (const step of steps) {
      if (signal.aborted) return { taken, cancelled: true };
      done += await step();
      await onBatch(taken, done, total);
    }
    return { taken, cancelled: false };
  } catch (error) {
    return { taken, cancelled: false, error };
  }
}

/**
 * Puts back what a run has taken; resolves to what is left. Where one of many is refused (its post was reported
 * again), the others of its batch are still put back; any other error ends it.
 */
export async function putBack(
  store: RetentionStore,
  taken: Taken,
): Promise<{ rest: Taken; error?: unknown }> {
  const reports = await putBackAll(taken.reports, (some) => store.restoreMany(some));
  if ('error' in reports)
    return { rest: { reports: reports.rest, pictures: taken.pictures }, error: reports.error };
  const pictures = await putBackAll(taken.pictures, (some) => store.restorePictures(some));
  const rest = { reports: reports.rest, pictures: pictures.rest };
  return 'error' in pictures ? { rest, error: pictures.error } : { rest };
}

async function putBackAll<T>(
  items: readonly T[],
  write: (some: readonly T[]) => Promise<void>,
): Promise<{ rest: T[]; error?: unknown }> {
  const left = [...items];
  const refused: T[] = [];
  try {
    while (left.length > 0) {
      const batch = left.slice(0, BATCH);
      if (await isTaken(() => write(batch))) {
        left.splice(0, batch.length);
        continue;
      }
      for (const item of batch) {
        if (!(await isTaken(() => write([item])))) refused.push(item);
        left.shift();
      }
    }
    return { rest: refused };
  } catch (error) {
    return { rest: [...refused, ...left], error };
  }
}

/** False when the database refused it for what it is; every other error is thrown. */
async function isTaken(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof StorageError && error.reason === 'unknown') return false;
    throw error;
  }
}

async function stillDue(
  store: RetentionStore,
  ids: readonly string[],
  isDue: (report: Dated) => boolean,
): Promise<string[]> {
  const rows = await store.rows(ids);
  return ids.filter((_, i) => isDated(rows[i]) && isDue(rows[i]));
}

/** Changed between the look and the removal: then it is not for the rules to remove. */
async function putBackChanged(
  store: RetentionStore,
  removed: FullReport[],
  deletable: (report: Dated) => boolean,
): Promise<FullReport[]> {
  const changed = removed.filter(({ report }) => !deletable(report));
  if (changed.length > 0) await store.restoreMany(changed);
  return removed.filter(({ report }) => deletable(report));
}

/** A damaged row is never taken by a rule. */
function isDated(row: unknown): row is Dated {
  if (typeof row !== 'object' || row === null) return false;
  const { status, updatedAt, decidedAt } = row as Record<string, unknown>;
  const isTime = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
  return typeof status === 'string' && isTime(updatedAt) && (decidedAt === undefined || isTime(decidedAt));
}

function batched<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) =>
    items.slice(i * BATCH, (i + 1) * BATCH),
  );
}
