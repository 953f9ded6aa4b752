import { StorageError } from '../errors';
import { isFiling, touched } from './history';
import { sha256OfBlob } from './ledger/seal';
import type { StoredEntry, StoredEvidence } from './tables';
import type { Writing } from './writing';

export interface StoredPicture {
  reportId: string;
  /** The history entry of the filing that the picture belongs to, or the one with which it came in a file. */
  seq: number;
  /** Null takes the picture away. */
  blob: Blob | null;
}

/** A picture with the SHA-256 of its bytes, which cannot be computed within a transaction: reading a blob ends it. */
export type KeptPicture = Pick<StoredEvidence, 'blob' | 'sha256'>;

export async function keptPicture(blob: Blob): Promise<KeptPicture> {
  return { blob, sha256: await sha256OfBlob(blob) };
}

/** Puts a filing's picture in the place of the one before, of which nothing is kept, or takes it away. */
export async function setPicture(
  writing: Writing,
  { reportId, seq }: Omit<StoredPicture, 'blob'>,
  picture: KeptPicture | undefined,
): Promise<void> {
  const { tables, at } = writing;
  const filing = await tables.history.get(seq);
  const report = await tables.reports.get(reportId);
  if (!report || filing?.reportId !== reportId || !hasPicture(filing)) {
    throw new StorageError('unknown', new Error(`report ${reportId} has no filing ${seq}`));
  }
  const id = `${reportId}:${seq}`;
  const there = await tables.evidence.get(id);
  if (picture) {
    // A picture with parts blacked out is still of the moment at which it was taken.
    await writing.putEvidence({ id, reportId, kind: 'screenshot', at: there?.at ?? at, ...picture }, there);
  } else {
    if (!there) return;
    await writing.removeEvidence([there]);
  }
  await writing.change({
    before: report,
    after: touched(report, at),
    entry: { action: 'picture', picture: { filing: seq, sha256: picture?.sha256 ?? null } },
  });
}

/**
 * Hashes of the pictures that a report has, and of those that the reader has changed or taken away: these do not come
 * back with a file. What went because an import was taken back may come again.
 *
 * @param history in order
 */
export function knownPictures(
  history: readonly Pick<StoredEntry, 'picture' | 'import'>[],
  evidence: readonly Pick<StoredEvidence, 'sha256'>[],
): Set<string> {
  const known = new Set(evidence.map(({ sha256 }) => sha256));
  const last = new Map<number, string | null>();
  for (const { picture, import: by } of history) {
    if (!picture) continue;
    const replaced = last.get(picture.filing);
    if (replaced && replaced !== picture.sha256 && by === undefined) known.add(replaced);
    last.set(picture.filing, picture.sha256);
  }
  return known;
}

function hasPicture(entry: StoredEntry): boolean {
  return isFiling(entry) || entry.picture?.filing === entry.seq;
}

/** Takes the pictures out of reports; resolves to what it took, to be put back. */
export async function removePictures(
  writing: Writing,
  reportIds: readonly string[],
): Promise<StoredEvidence[]> {
  const rows = await writing.tables.evidence.where('reportId').anyOf(reportIds).toArray();
  await writing.removeEvidence(rows);
  await logPictures(writing, rows, () => null);
  return rows;
}

/** Puts back what {@link removePictures} took, but for reports that are gone since. */
export async function restorePictures(writing: Writing, taken: readonly StoredEvidence[]): Promise<void> {
  const { tables } = writing;
  const there = new Set(
    await tables.reports
      .where('id')
      .anyOf(taken.map(({ reportId }) => reportId))
      .primaryKeys(),
  );
  const rows = taken.filter(({ reportId }) => there.has(reportId));
  for (const row of rows) await writing.putEvidence(row, await tables.evidence.get(row.id));
  await logPictures(writing, rows, ({ sha256 }) => sha256);
}

async function logPictures(
  writing: Writing,
  rows: readonly StoredEvidence[],
  nowIs: (row: StoredEvidence) => string | null,
): Promise<void> {
  const { tables, at } = writing;
  for (const row of rows) {
    const report = await tables.reports.get(row.reportId);
    if (!report) continue;
    const filing = Number(row.id.slice(row.reportId.length + 1));
    await writing.change({
      before: report,
      after: touched(report, at),
      entry: { action: 'picture', picture: { filing, sha256: nowIs(row) } },
    });
  }
}
