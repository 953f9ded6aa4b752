import type { ExportSource } from '../export/define-exporter';
import type { WholeReport } from '../model/exchange';
import type { HistoryEntry, Report } from '../model/report';
import type { FullReport, ReportStore } from '../storage/reports';
import { readStored } from '../storage/stored-report';
import type { StoredEntry, StoredReport, StoredVisit } from '../storage/tables';

export interface SourceOptions {
  /** The reports to write; all when it is absent. */
  ids?: ReadonlySet<string>;
  /** Of a backup: dismissals go along, and these settings by their storage key. */
  backup?: { settings: Record<string, unknown> };
  signal?: AbortSignal;
  /** Of the reports that are asked for; those that are gone are not counted. */
  onProgress?: (done: number, total: number) => void;
}

/** What was written, so far; when both lists of a source are asked for, of the last one. */
export interface SourceCounts {
  reports: number;
  /** Rows that were asked for and cannot be read. */
  damaged: number;
}

export type StoreSource = ExportSource & { readonly counts: SourceCounts };

/** At most so many are looked up one by one, to be put in order; for more, all are read and the others passed over. */
const FEW = 1_000;
/** Few, so that little of what was read is still in memory when it is written. */
const BATCH = 50;

/**
 * What a file is written from. Rows that are no reports are left out and counted. Both lists reject with the signal's
 * reason once it is aborted.
 */
export function exportSource(store: ReportStore, options: SourceOptions = {}): StoreSource {
  const { ids, backup, signal } = options;
  const counts: SourceCounts = { reports: 0, damaged: 0 };
  async function* counted<T, R>(batches: AsyncIterable<readonly T[]>, read: (row: T) => R | undefined) {
    const total = ids?.size ?? (await store.count());
    Object.assign(counts, { reports: 0, damaged: 0 });
    for await (const batch of batches) {
      signal?.throwIfAborted();
      const rows = batch.map(read).filter((row) => row !== undefined);
      counts.reports += rows.length;
      counts.damaged += batch.length - rows.length;
      options.onProgress?.(counts.reports + counts.damaged, total);
      if (rows.length > 0) yield rows;
    }
  }
  return {
    counts,
    reports: () => counted(rowsOf(store, ids), reportOf),
    wholes: () => counted(fullsOf(store, ids), wholeOf),
    dismissals: () => (backup ? store.dismissals() : none()),
    ...(backup && { settings: backup.settings }),
  };
}

async function* rowsOf(store: ReportStore, ids: ReadonlySet<string> | undefined): AsyncGenerator<unknown[]> {
  if (ids && ids.size <= FEW) {
    for (const part of inParts(await orderOf(store, ids), BATCH)) yield there(await store.rows(part));
    return;
  }
  for await (const batch of store.batches(BATCH)) {
    yield ids ? batch.filter((row) => ids.has((row as { id: string }).id)) : batch;
  }
}

async function* fullsOf(
  store: ReportStore,
  ids: ReadonlySet<string> | undefined,
): AsyncGenerator<FullReport[]> {
  if (!ids) return yield* store.wholes(BATCH);
  const order = ids.size <= FEW ? await orderOf(store, ids) : await orderOfMany(store, ids);
  for (const part of inParts(order, BATCH)) yield await store.wholesOf(part);
}

/** Oldest first; rows that are gone are left out. */
async function orderOf(store: ReportStore, ids: ReadonlySet<string>): Promise<string[]> {
  const keys: { id: string; at: number }[] = [];
  for (const part of inParts([...ids], BATCH)) {
    const rows = await store.rows(part);
    for (const [i, id] of part.entries()) {
      if (rows[i] !== undefined) keys.push({ id, at: timeOf(rows[i]) });
    }
  }
  return keys.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

async function orderOfMany(store: ReportStore, ids: ReadonlySet<string>): Promise<string[]> {
  const order: string[] = [];
  for await (const batch of store.batches(BATCH)) {
    for (const { id } of batch) if (ids.has(id)) order.push(id);
  }
  return order;
}

/** A damaged row may have any; it is left out later. */
function timeOf(row: unknown): number {
  const at = (row as { createdAt?: unknown }).createdAt;
  return typeof at === 'number' ? at : 0;
}

function reportOf(row: unknown): Report | undefined {
  const read = readStored(row);
  return 'report' in read ? plainReport(read.report) : undefined;
}

function wholeOf({ report, history, visits, evidence }: FullReport): WholeReport | undefined {
  const plain = reportOf(report);
  return (
    plain && {
      report: plain,
      history: history.map(plainEntry),
      visits: visits.map(({ seal: _, import: __, also: ___, ...visit }: StoredVisit) => visit),
      evidence,
    }
  );
}

/** Without what the ledger adds, and what only tells how it came into this very store. */
function plainReport({ rev: _, seal: __, chain: ___, restored: ____, ...report }: StoredReport): Report {
  return report;
}

function plainEntry(entry: StoredEntry): HistoryEntry {
  const { seal: _, prev: __, from: ___, state: ____, picture: _____, resealedAt: ______, ...plain } = entry;
  return plain;
}

async function* none(): AsyncGenerator<never> {}

function there(rows: readonly unknown[]): unknown[] {
  return rows.filter((row) => row !== undefined);
}

function* inParts<T>(list: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}
