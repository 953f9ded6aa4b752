import type { ReportDigest } from '@/utils/model/queue';

/**
 * Ids of the reports with which a file begins, oldest first.
 *
 * @param newestFirst all reports
 * @param ids the reports of the file; `undefined` stands for all
 */
export function firstReports(
  newestFirst: Iterable<Pick<ReportDigest, 'id'>>,
  ids: ReadonlySet<string> | undefined,
  count: number,
): string[] {
  const last: string[] = [];
  for (const { id } of newestFirst) {
    if (ids && !ids.has(id)) continue;
    last.push(id);
    if (last.length > count) last.shift();
  }
  return last.reverse();
}
