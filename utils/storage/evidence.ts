import { StorageError } from '../errors';
import { isFiling, log } from './history';
import type { Tables } from './tables';

export interface StoredPicture {
  reportId: string;
  /** The history entry of the filing that the picture belongs to. */
  seq: number;
  /** Null takes the picture away. */
  blob: Blob | null;
}

/** Puts a filing's picture in the place of the one before, of which nothing is kept, or takes it away. */
export async function setPicture(
  tables: Tables,
  { reportId, seq, blob }: StoredPicture,
  at: number,
): Promise<void> {
  const filing = await tables.history.get(seq);
  if (filing?.reportId !== reportId || !isFiling(filing)) {
    throw new StorageError('unknown', new Error(`report ${reportId} has no filing ${seq}`));
  }
  const id = `${reportId}:${seq}`;
  const there = await tables.evidence.get(id);
  if (blob) {
    // A picture with parts blacked out is still of the moment at which it was taken.
    await tables.evidence.put({ id, reportId, kind: 'screenshot', at: there?.at ?? at, blob });
  } else {
    if (!there) return;
    await tables.evidence.delete(id);
  }
  await tables.reports.update(reportId, { updatedAt: at });
  await log(tables, { reportId, action: 'picture', at });
}
