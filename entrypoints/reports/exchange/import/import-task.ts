import { restoreSettings } from '@/utils/backup/contents';
import { type ImportChoices, KEEP_ALL } from '@/utils/exchange/import-choices';
import { type ImportPreview, type PlanOptions, planImport } from '@/utils/exchange/import-plan';
import { type RunResult, runImport } from '@/utils/exchange/import-run';
import type { Whose } from '@/utils/exchange/whose-file';
import { announceDecisions } from '@/utils/storage/announce';
import type { ReportStore } from '@/utils/storage/reports';
import { thisReviewer } from '@/utils/storage/settings';
import { keptPer } from '../../care/kept';
import { failureOf } from './import-failures';
import { withoutOthers } from './import-lock';

/** How far something is; aborting `cancel` stops it. */
export interface Going {
  done: number;
  total: number;
  cancel: AbortController;
}

/** Where the import of one file stands. */
export type ImportStep =
  | { at: 'start' }
  | { at: 'reading'; file: File; going: Going }
  /** `going`: it is being compared anew, because the reader has said whose it is. */
  | { at: 'preview'; file: File; whose: Whose; preview: ImportPreview; choices: ImportChoices; going?: Going }
  | { at: 'writing'; file: File; takingBack: boolean; going: Going }
  | { at: 'ended'; file: File; result: RunResult };

export interface ImportTask {
  step: ImportStep;
  /** Why the last thing that was asked came to nothing. */
  problem: string | undefined;
  undoing: (Going & { id: string }) | undefined;
}

/** One for each page: going to another part of it and back loses nothing, and what runs goes on. */
export const importTaskOf = keptPer<ImportTask>({
  step: { at: 'start' },
  problem: undefined,
  undoing: undefined,
});

/** Between two steps of a progress bar. */
const SHOW_MS = 100;

/** Reads a file and shows what importing it would do. */
export async function readFile(store: ReportStore, file: File): Promise<void> {
  const task = importTaskOf(store);
  if (isBusy(task.value)) return;
  const going = begun();
  task.update({ step: { at: 'reading', file, going }, problem: undefined });
  const onProgress = paced((done, total) =>
    task.update({ step: { at: 'reading', file, going: { ...going, done, total } } }),
  );
  try {
    const preview = await planned(store, file, {}, { signal: going.cancel.signal, onProgress });
    task.update({ step: { at: 'preview', file, whose: {}, preview, choices: KEEP_ALL } });
    if (preview.head?.head?.backup && (await store.count()) === 0) await sayWhose(store, { mine: true });
  } catch (error) {
    task.update({ step: { at: 'start' }, problem: failureOf(error, going.cancel.signal) });
  }
}

/** Compares anew, now that the reader has said whose file it is. */
export async function sayWhose(store: ReportStore, whose: Whose): Promise<void> {
  const task = importTaskOf(store);
  const { step } = task.value;
  if (step.at !== 'preview') return;
  // Said again before the last comparison was done.
  step.going?.cancel.abort();
  const going = begun();
  const { going: _last, ...shown } = step;
  const current = () => task.value.step.at === 'preview' && going.cancel === goingOf(task.value)?.cancel;
  const show = (done: number, total: number) => {
    if (current()) task.update({ step: { ...shown, whose, going: { ...going, done, total } } });
  };
  task.update({ step: { ...shown, whose, going }, problem: undefined });
  try {
    const preview = await planned(store, step.file, whose, {
      signal: going.cancel.signal,
      onProgress: paced(show),
    });
    if (current()) task.update({ step: { ...shown, whose, preview, choices: KEEP_ALL } });
  } catch (error) {
    if (current()) task.update({ step: { at: 'start' }, problem: failureOf(error, going.cancel.signal) });
  }
}

export function choose(store: ReportStore, choices: ImportChoices): void {
  const task = importTaskOf(store);
  const { step } = task.value;
  if (step.at === 'preview') task.update({ step: { ...step, choices } });
}

/** Imports what the preview shows. Resolves to what came of it; `undefined` when nothing was begun. */
export async function importFile(store: ReportStore): Promise<RunResult | undefined> {
  const task = importTaskOf(store);
  const { step } = task.value;
  if (step.at !== 'preview' || step.going || task.value.undoing) return undefined;
  const { file, preview, choices, whose } = step;
  const going = begun();
  const shown = (takingBack: boolean) =>
    paced((done, total) =>
      task.update({ step: { at: 'writing', file, takingBack, going: { ...going, done, total } } }),
    );
  task.update({ step: { at: 'writing', file, takingBack: false, going }, problem: undefined });
  try {
    const me = await thisReviewer();
    const isEmpty = (await store.count()) === 0;
    const result = await withoutOthers(() =>
      runImport(file, preview, {
        store,
        me,
        whose,
        choices,
        signal: going.cancel.signal,
        // An empty store is a new copy, or a new computer: it goes on as the one that made the backup.
        restoreSettings: async (values) => void (await restoreSettings(values, { identity: isEmpty })),
        onProgress: shown(false),
        onTakingBack: shown(true),
        onWritten: announceDecisions,
      }),
    );
    task.update({ step: { at: 'ended', file, result } });
    return result;
  } catch (error) {
    task.update({ step, problem: failureOf(error, going.cancel.signal) });
    return undefined;
  }
}

/** Takes an import back, as far as nothing was changed since; what was cancelled goes on when it is asked again. */
export async function takeBack(store: ReportStore, id: string): Promise<void> {
  const task = importTaskOf(store);
  if (task.value.undoing || task.value.step.at === 'writing') return;
  const going = begun();
  task.update({ undoing: { ...going, id }, problem: undefined });
  const onProgress = paced((done, total) => task.update({ undoing: { ...going, id, done, total } }));
  try {
    const { signal } = going.cancel;
    await withoutOthers(() => store.undoImport(id, { signal, onProgress, onChanged: announceDecisions }));
    task.update({ undoing: undefined });
  } catch (error) {
    task.update({ undoing: undefined, problem: failureOf(error, going.cancel.signal) });
  }
}

export function cancel(store: ReportStore): void {
  goingOf(importTaskOf(store).value)?.cancel.abort();
}

export function stopTakingBack(store: ReportStore): void {
  importTaskOf(store).value.undoing?.cancel.abort();
}

/** Back to the choice of a file. */
export function startAnew(store: ReportStore): void {
  cancel(store);
  importTaskOf(store).update({ step: { at: 'start' }, problem: undefined });
}

async function planned(
  store: ReportStore,
  file: File,
  whose: Whose,
  options: Pick<PlanOptions, 'signal' | 'onProgress'>,
): Promise<ImportPreview> {
  return planImport(file, { store, me: await thisReviewer(), whose, ...options });
}

function isBusy({ step }: ImportTask): boolean {
  return step.at === 'reading' || step.at === 'writing';
}

function goingOf({ step }: ImportTask): Going | undefined {
  return 'going' in step ? step.going : undefined;
}

function begun(): Going {
  return { done: 0, total: 0, cancel: new AbortController() };
}

function paced(show: (done: number, total: number) => void): (done: number, total: number) => void {
  let shown = Date.now();
  return (done, total) => {
    if (Date.now() - shown < SHOW_MS) return;
    shown = Date.now();
    show(done, total);
  };
}
