import type { EditBatch, UndoResult } from '@/utils/model/edit';
import { ReportStore } from '@/utils/storage/reports';
import { STOCK } from './names.ts';
import { type Busy, Pulse } from './pulse.ts';

export interface EditJob {
  /** How many are edited at once. */
  reports: number;
}

export interface EditAnswer {
  /** Reports that were changed, and whose change was taken back. */
  edited: number;
  undone: number;
  /** Milliseconds. */
  editMs: number;
  undoMs: number;
  edit: Busy;
  undo: Busy;
}

/** Edits many reports that lie anywhere in the table in one go, and takes it back. */
export async function edit({ reports }: EditJob): Promise<EditAnswer> {
  const store = new ReportStore('0.0.0', STOCK);
  const all = await store.ids();
  const ids = all.filter((_, i) => i % Math.floor(all.length / reports) === 0).slice(0, reports);
  const edited = await watched<EditBatch>(() =>
    store.editMany(ids, { action: 'tags', add: ['bench'], remove: [] }),
  );
  const undone = await watched<UndoResult>(() => store.undoEntries(edited.result.entries));
  store.close();
  return {
    edited: edited.result.reportIds.length,
    undone: undone.result.undone.length,
    editMs: edited.ms,
    undoMs: undone.ms,
    edit: edited.busy,
    undo: undone.busy,
  };
}

async function watched<T>(work: () => Promise<T>): Promise<{ result: T; ms: number; busy: Busy }> {
  const pulse = new Pulse();
  const start = performance.now();
  const result = await work();
  const ms = performance.now() - start;
  return { result, ms, busy: pulse.stop() };
}
