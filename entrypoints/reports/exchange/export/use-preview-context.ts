import { useEffect, useMemo, useState } from 'preact/hooks';
import { columnContext } from '@/utils/exchange/column-context';
import type { ColumnContext } from '@/utils/export/columns';
import type { FullReport, ReportStore } from '@/utils/storage/reports';
import { thisReviewer } from '@/utils/storage/settings';

/** What the columns ask beside the reports that are shown; `undefined` until it is there. */
export function usePreviewContext(
  store: ReportStore,
  fulls: readonly FullReport[] | undefined,
  onProblem: (error: unknown) => void,
): ColumnContext | undefined {
  const [context, setContext] = useState<ColumnContext>();
  useEffect(() => {
    let current = true;
    open(store).then(
      (opened) => {
        if (current) setContext(opened);
      },
      (error: unknown) => {
        if (current) onProblem(error);
      },
    );
    return () => {
      current = false;
    };
  }, [store]);
  return useMemo(() => context && fulls && { ...context, hashes: hashesOf(fulls) }, [context, fulls]);
}

async function open(store: ReportStore): Promise<ColumnContext> {
  const [now, reviewer] = [new Date(store.now()), await thisReviewer()];
  return columnContext(store, { now, reviewer, columns: [] });
}

/** Of these reports alone: of all others they would have to be read. */
function hashesOf(fulls: readonly FullReport[]): Map<string, string[]> {
  return new Map(fulls.map(({ report, evidence }) => [report.id, evidence.map(({ sha256 }) => sha256)]));
}
