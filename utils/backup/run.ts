import { StorageError } from '../errors';
import { buildFile } from '../exchange/build-file';
import { columnContext } from '../exchange/column-context';
import { exportSource } from '../exchange/source';
import { exporters } from '../export';
import { columnSets } from '../export/column-sets';
import type { ReportStore } from '../storage/reports';
import type { BackupBuilt, BackupOrder } from './order';
import { backupName, type LastBackup } from './plan';

export interface BackupOptions {
  signal?: AbortSignal;
  /** Of reports. */
  onProgress?: (done: number, total: number) => void;
}

export interface BuiltBackup extends Pick<LastBackup, 'rev' | 'fingerprint' | 'reports'> {
  file: File;
  /** Rows that could not be read and are not in it. */
  damaged: number;
}

/**
 * The ZIP with everything that a store and its settings hold. Rejects with `StorageError`, or with the signal's reason.
 * What is written meanwhile may be missing in it; `rev` and `fingerprint` are those of before, so that it counts as new.
 */
export async function buildBackup(
  store: ReportStore,
  { head, settings }: Omit<BackupOrder, 'run'>,
  { signal, onProgress }: BackupOptions = {},
): Promise<BuiltBackup> {
  const { rev } = await store.state();
  const fingerprint = await store.fingerprint();
  const now = new Date(head.exportedAt);
  const columns = columnSets.default;
  const source = exportSource(store, {
    backup: { settings },
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });
  const context = await columnContext(store, { reviewer: head.reviewer, now, columns });
  const file = await buildFile(
    zipExporter(),
    source,
    { ...context, columns, encoding: 'utf-8', byteOrderMark: true, mask: false, head },
    backupName(now.getTime()),
  );
  return { file, rev, fingerprint, ...source.counts };
}

/** Builds a backup and keeps it at an address of this document. Never rejects. */
export async function buildAddress(store: ReportStore, order: BackupOrder): Promise<BackupBuilt> {
  const { run } = order;
  try {
    const { file, rev, fingerprint, reports } = await buildBackup(store, order);
    return { run, address: URL.createObjectURL(file), rev, fingerprint, reports, size: file.size };
  } catch (error) {
    return { run, failed: error instanceof StorageError ? 'storage' : 'unknown' };
  }
}

function zipExporter() {
  const zip = exporters.find(({ id }) => id === 'zip');
  if (!zip) throw new Error('There is no exporter for ZIP');
  return zip;
}
