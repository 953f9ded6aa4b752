import { type Copies, NO_COPIES } from '@/components/detail/CopiesPanel';
import type { CopyReason } from '@/utils/model/queue';
import type { ReportStore } from '@/utils/storage/reports';
import { readStored } from '@/utils/storage/stored-report';
import { useLiveQuery } from '@/utils/storage/use-live-query';

/** Which reports are copies of which; the part of the index that the report in work needs. */
export interface CopyIndex {
  readonly copies: {
    /** At least the report itself. */
    clusterOf: (id: string) => readonly string[];
    /** Empty when they are linked only through others. */
    reasonsOf: (a: string, b: string) => readonly CopyReason[];
  };
}

/** A cluster may hold thousands; these are enough to see what it is. */
const SHOWN = 50;

/** The other reports of a report's cluster, as they are now; those that cannot be read are left out. */
export function useCopies(
  store: ReportStore,
  { copies }: CopyIndex,
  reportId: string,
): Copies & { ids: string[] } {
  const ids = copies.clusterOf(reportId).filter((id) => id !== reportId);
  const first = ids.slice(0, SHOWN);
  const { value = [] } = useLiveQuery(store, (each) => each.rows(first), [first]);
  if (ids.length === 0) return { ...NO_COPIES, ids };
  const shown = value.flatMap((row) => {
    const read = row === undefined ? undefined : readStored(row);
    if (!read || !('report' in read)) return [];
    return { report: read.report, reasons: copies.reasonsOf(reportId, read.report.id) };
  });
  return { shown, count: ids.length, ids };
}
