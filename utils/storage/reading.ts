import type { PostKey } from '../model/post';
import { inBatches } from './ledger/batches';
import type { LedgerHead, StoredReport, Tables } from './tables';
import type { FullReport } from './whole-report';

/** Where a page of the list ends. */
export interface PageKey {
  createdAt: number;
  id: string;
}

/** Newest first, by key: equal times neither lose nor repeat a row, and the last page costs what the first does. */
export function pageOf(
  { reports }: Pick<Tables, 'reports'>,
  before: PageKey | undefined,
  size: number,
): PromiseLike<unknown[]> {
  const index = before
    ? reports.where('[createdAt+id]').below([before.createdAt, before.id])
    : reports.orderBy('[createdAt+id]');
  return index.reverse().limit(size).toArray();
}

/** The same oldest first. */
export function pageAfter(
  { reports }: Pick<Tables, 'reports'>,
  { createdAt, id }: PageKey,
  size: number,
): PromiseLike<StoredReport[]> {
  return reports.where('[createdAt+id]').above([createdAt, id]).limit(size).toArray();
}

/** Page after page, until one is empty. */
export async function* oldestFirst<T extends PageKey>(
  read: (after: PageKey) => Promise<T[]>,
): AsyncGenerator<T[]> {
  let after: PageKey = { createdAt: 0, id: '' };
  while (true) {
    const rows = await read(after);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last;
  }
}

export async function rowsForPosts(
  { reports }: Pick<Tables, 'reports'>,
  postKeys: readonly PostKey[],
): Promise<(StoredReport | undefined)[]> {
  const rows = await reports.where('postKey').anyOf(postKeys).toArray();
  const byPost = new Map(rows.map((row) => [row.postKey, row]));
  return postKeys.map((key) => byPost.get(key));
}

export async function screenshotCounts({ evidence }: Pick<Tables, 'evidence'>): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const id of (await evidence.orderBy('reportId').keys()).map(String)) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Rows of pictures that are in memory at a time; the browser loads none of the pictures. */
const PICTURES = 200;

export async function screenshotHashes({
  evidence,
}: Pick<Tables, 'evidence'>): Promise<Map<string, string[]>> {
  const found = new Map<string, { at: number; sha256: string }[]>();
  await inBatches(evidence, PICTURES, async (rows) => {
    for (const { reportId, at, sha256 } of rows) {
      const known = found.get(reportId);
      if (known) known.push({ at, sha256 });
      else found.set(reportId, [{ at, sha256 }]);
    }
  });
  return new Map(
    [...found].map(([id, pictures]) => [
      id,
      pictures.sort((a, b) => a.at - b.at).map(({ sha256 }) => sha256),
    ]),
  );
}

/** Number of the last write of a report, and of the reports: tells a view whether what it knows is complete. */
export interface StoreState {
  rev: number;
  reports: number;
}

export function stateOf(head: LedgerHead | undefined): StoreState {
  return { rev: head?.rev ?? 0, reports: head?.tables.reports.rows ?? 0 };
}

/** A row that a view cannot read, taken out with all that belonged to it. */
export type DamagedRow = Omit<FullReport, 'report'> & { row: unknown };
