import { buildFile } from '@/utils/exchange/build-file';
import { columnContext } from '@/utils/exchange/column-context';
import { exportSource } from '@/utils/exchange/source';
import { columnSets } from '@/utils/export/column-sets';
import type { Encoding, Exporter } from '@/utils/export/define-exporter';
import { exporter as csv } from '@/utils/export/formats/csv';
import { exporter as ndjson } from '@/utils/export/formats/ndjson';
import { exporter as zip } from '@/utils/export/formats/zip';
import { ReportStore } from '@/utils/storage/reports';
import { STOCK } from './names.ts';

/** `idle` opens the database and reads one row; `reports` and `wholes` only read, as the store hands them out. */
export const WRITTEN = ['idle', 'reports', 'wholes', 'csv', 'csv in GB 18030', 'ndjson', 'zip'] as const;
export type Written = (typeof WRITTEN)[number];

export interface WriteJob {
  what: Written;
}

export interface WriteAnswer {
  /** Milliseconds. */
  time: number;
  reports: number;
  /** Of the file, in bytes. */
  size: number;
}

/** Reads all reports, or writes a file of them as the export pane does. */
export async function write({ what }: WriteJob): Promise<WriteAnswer> {
  const store = new ReportStore('0.0.0', STOCK);
  // The database is open, and so is it when a reader asks for a file.
  await store.page(undefined, 1);
  const start = performance.now();
  const done = await run(store, what);
  const time = performance.now() - start;
  store.close();
  return { ...done, time };
}

async function run(store: ReportStore, what: Written): Promise<{ reports: number; size: number }> {
  switch (what) {
    case 'idle':
      return { reports: 0, size: 0 };
    case 'reports':
      return { reports: await countOf(store.batches(500)), size: 0 };
    case 'wholes':
      return { reports: await countOf(store.wholes(200)), size: 0 };
    case 'csv':
      return writeFile(store, csv, 'utf-8');
    case 'csv in GB 18030':
      return writeFile(store, csv, 'gb18030');
    case 'ndjson':
      return writeFile(store, ndjson, 'utf-8');
    case 'zip':
      return writeFile(store, zip, 'utf-8');
  }
}

async function countOf(batches: AsyncIterable<readonly unknown[]>): Promise<number> {
  let count = 0;
  for await (const batch of batches) count += batch.length;
  return count;
}

async function writeFile(store: ReportStore, exporter: Exporter, encoding: Encoding) {
  const reviewer = { id: 'reviewer', name: '' };
  const now = new Date();
  const columns = columnSets.default;
  const context = await columnContext(store, { reviewer, now, columns });
  const source = exportSource(store);
  const head = {
    kind: 'qingjian',
    version: 1,
    exportedAt: now.toISOString(),
    extension: '0.0.0',
    reviewer,
  } as const;
  const options = { ...context, columns, encoding, byteOrderMark: true, mask: false, head };
  const { size } = await buildFile(exporter, source, options);
  return { reports: source.counts.reports, size };
}
