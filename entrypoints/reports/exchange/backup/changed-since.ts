import type { LastBackup } from '@/utils/backup/plan';
import type { ReportIndex } from '@/utils/report-index/report-index';

/**
 * Reports that no backup holds as they are now.
 *
 * @returns `from`: the last backup, or without one the first report; `undefined` when there is neither
 */
export function changedSince(
  index: Pick<ReportIndex, 'digests'>,
  last: Pick<LastBackup, 'at' | 'rev'> | undefined,
): { changed: number; from: number | undefined } {
  let changed = 0;
  let first: number | undefined;
  for (const { rev, createdAt } of index.digests()) {
    if (rev > (last?.rev ?? 0)) changed++;
    first = Math.min(first ?? createdAt, createdAt);
  }
  return { changed, from: last?.at ?? first };
}
