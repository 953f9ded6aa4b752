import { followReports } from '@/utils/report-index/follow';
import { ReportIndex } from '@/utils/report-index/report-index';
import { ReportStore } from '@/utils/storage/reports';
import { OURS, type RAW, STOCK } from './names.ts';
import { type Busy, Pulse } from './pulse.ts';
import { answerOf, openRaw } from './raw.ts';

export interface OpenJob {
  how: typeof OURS | typeof RAW;
}

export interface OpenAnswer extends Busy {
  /** Milliseconds until the first reports can be shown, and until all are known. */
  first: number;
  all: number;
  reports: number;
}

/** Our index is filled; without it, all rows are only read. */
export function open({ how }: OpenJob): Promise<OpenAnswer> {
  return how === OURS ? openIndex() : readAll();
}

/** What stays after {@link open} for as long as the page: else its memory could not be weighed. */
let kept: ReportIndex | undefined;

/** An index of all that is stored, read as the reports page does. */
export async function fillIndex(onFirst: () => void = () => undefined): Promise<ReportIndex> {
  const store = new ReportStore('0.0.0', STOCK);
  const index = new ReportIndex();
  const stop = new AbortController();
  let isFirst = true;
  await followReports(store, index, {
    onChange: () => {
      if (isFirst) onFirst();
      isFirst = false;
    },
    onProgress: (progress) => {
      if (!progress) stop.abort();
    },
    signal: stop.signal,
  });
  store.close();
  return index;
}

async function openIndex(): Promise<OpenAnswer> {
  const pulse = new Pulse();
  const start = performance.now();
  let first = 0;
  kept = await fillIndex(() => {
    first = performance.now() - start;
  });
  const all = performance.now() - start;
  return { ...pulse.stop(), first, all, reports: kept.size };
}

const ROWS = 500;

async function readAll(): Promise<OpenAnswer> {
  const pulse = new Pulse();
  const start = performance.now();
  const db = await openRaw(STOCK);
  let [first, reports] = [0, 0];
  let after: IDBKeyRange | null = null;
  while (true) {
    const store: IDBObjectStore = db.transaction('reports').objectStore('reports');
    const rows = (await answerOf(store.getAll(after, ROWS))) as { id: string }[];
    if (rows.length === 0) break;
    reports += rows.length;
    first ||= performance.now() - start;
    after = IDBKeyRange.lowerBound(rows.at(-1)!.id, true);
  }
  const all = performance.now() - start;
  db.close();
  return { ...pulse.stop(), first, all, reports };
}
