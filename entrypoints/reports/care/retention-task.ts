import type { RetentionNews } from '@/components/care/RetentionNotice';
import { isAnyOn, isRunDue, planRetention, readRules, readRun } from '@/utils/care/retention';
import { putBack, type RunResult, runRetention, type Taken } from '@/utils/care/run-retention';
import { errorWords } from '@/utils/error-words';
import { StorageError } from '@/utils/errors';
import { announceDecisions } from '@/utils/storage/announce';
import type { ReportStore } from '@/utils/storage/reports';
import { retention, retentionRun } from '@/utils/storage/settings';
import type { CareIndex } from './care-index';
import { type Kept, keptPer } from './kept';

/** A shorter run shows no progress. */
const QUIET_MS = 1_000;

export interface RetentionTask {
  began: boolean;
  news: RetentionNews | undefined;
  taken: Taken;
  cancel: AbortController;
}

/** One for each page: what it took is kept for as long as the page is open. */
export function retentionTaskOf(store: ReportStore): Kept<RetentionTask> {
  return taskOf(store);
}
const taskOf = keptPer<RetentionTask>({
  began: false,
  news: undefined,
  taken: { reports: [], pictures: [] },
  cancel: new AbortController(),
});

/** Applies the rules when they are due; once for each page. */
export async function applyRetention(store: ReportStore, index: CareIndex): Promise<void> {
  const task = retentionTaskOf(store);
  if (task.value.began) return;
  const cancel = new AbortController();
  task.update({ began: true, cancel });
  const now = store.now();
  try {
    const rules = readRules(await retention.getValue());
    if (!isAnyOn(rules) || !isRunDue(readRun(await retentionRun.getValue()), now)) return;
    const plan = planRetention(index.digests(), await store.countScreenshots(), rules, now);
    const began = Date.now();
    const result = await runRetention(store, plan, {
      rules,
      now,
      signal: cancel.signal,
      onBatch: async (taken, done, total) => {
        if (Date.now() - began > QUIET_MS) task.update({ news: { state: 'running', done, total } });
        // After every batch: what a page that is closed now has removed is told all the same.
        await record(taken, now, null);
      },
    });
    await finish(task, result, now);
  } catch (error) {
    task.update({ news: { state: 'done', ...counts(task.value.taken), problem: errorWords(error) } });
  }
}

export async function putBackTaken(store: ReportStore): Promise<void> {
  const task = retentionTaskOf(store);
  const { taken } = task.value;
  task.update({ news: { state: 'putting-back' } });
  const { rest, error } = await putBack(store, taken);
  task.update({ taken: rest, news: leftOf(rest, error) });
  await announceDecisions(taken.reports.map(({ report }) => report.postKey));
}

/** What was taken stays taken; it cannot be put back any more. */
export function letGo(store: ReportStore): void {
  retentionTaskOf(store).update({ news: undefined, taken: { reports: [], pictures: [] } });
}

async function finish(task: Kept<RetentionTask>, { taken, error }: RunResult, now: number): Promise<void> {
  const tell = taken.reports.length + taken.pictures.length > 0 || error !== undefined;
  const problem = error === undefined ? {} : { problem: errorWords(error) };
  task.update({ taken, news: tell ? { state: 'done', ...counts(taken), ...problem } : undefined });
  await record(
    taken,
    now,
    error === undefined ? null : error instanceof StorageError ? error.reason : 'unknown',
  );
  await announceDecisions(taken.reports.map(({ report }) => report.postKey));
}

function record(taken: Taken, at: number, stopped: string | null): Promise<void> {
  return retentionRun.setValue({ at, ...counts(taken), stopped });
}

function counts({ reports, pictures }: Taken): { reports: number; pictures: number } {
  return { reports: reports.length, pictures: pictures.length };
}

function leftOf(rest: Taken, error: unknown): RetentionNews {
  if (error !== undefined) return { state: 'left', ...counts(rest), problem: errorWords(error) };
  return rest.reports.length + rest.pictures.length > 0
    ? { state: 'left', ...counts(rest) }
    : { state: 'put-back' };
}
