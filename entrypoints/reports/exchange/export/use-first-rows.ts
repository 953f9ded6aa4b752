import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ReportIndex } from '@/utils/report-index/report-index';
import type { FullReport, ReportStore } from '@/utils/storage/reports';
import { readStored } from '@/utils/storage/stored-report';
import { firstReports } from './first-reports';

const ROWS = 3;

export interface FirstRowsOptions {
  store: Pick<ReportStore, 'wholesOf'>;
  index: Pick<ReportIndex, 'digests' | 'version' | 'get'>;
  /** The reports of the file; `undefined` stands for all. */
  ids: ReadonlySet<string> | undefined;
  onProblem: (error: unknown) => void;
}

/** The reports with which the file would begin; nothing else is read. `undefined` until they are there. */
export function useFirstRows({ store, index, ids, onProblem }: FirstRowsOptions): FullReport[] | undefined {
  const [fulls, setFulls] = useState<FullReport[]>();
  const first = useMemo(() => firstReports(index.digests(), ids, ROWS), [index, index.version, ids]);
  // Read again when one of them was changed, not whenever anything was.
  const state = first.map((id) => `${id} ${index.get(id)?.rev}`).join('\n');
  useEffect(() => {
    let current = true;
    store.wholesOf(first).then(
      (read) => {
        if (current) setFulls(read.filter(({ report }) => 'report' in readStored(report)));
      },
      (error: unknown) => {
        if (current) onProblem(error);
      },
    );
    return () => {
      current = false;
    };
  }, [store, state]);
  return fulls;
}
