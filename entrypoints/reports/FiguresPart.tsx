import { useMemo, useState } from 'preact/hooks';
import '@/components/charts/charts.css';
import type { Names } from '@/components/ReportDetail';
import type { ReportQuery, Selection } from '@/utils/model/queue';
import type { FollowedIndex } from '@/utils/report-index/use-report-index';
import type { ReportStore } from '@/utils/storage/reports';
import { useLiveQuery } from '@/utils/storage/use-live-query';
import { type ChartScope, ChartsPane } from './charts/ChartsPane';
import { ruleName } from './filters/filter-names';

export interface FiguresPartProps extends Pick<FollowedIndex, 'index' | 'version'> {
  store: ReportStore;
  names: Names;
  selection: Selection;
  onQuery: (change: Partial<ReportQuery>) => void;
}

/** The charts of all reports, or of those that the queue shows. */
export function FiguresPart({ store, names, index, version, selection, onQuery }: FiguresPartProps) {
  const [scope, setScope] = useState<ChartScope>('all');
  const tallies = useLiveQuery(store, (each) => each.allTallies(), []).value ?? [];
  const digests = useMemo(
    () =>
      scope === 'all'
        ? [...index.digests()]
        : selection.rows.flatMap(({ members }) => members.flatMap((id) => index.get(id) ?? [])),
    [index, version, scope, selection],
  );
  return (
    <ChartsPane
      digests={digests}
      tallies={tallies}
      names={names}
      ruleName={ruleName}
      scope={scope}
      onScope={setScope}
      onQuery={onQuery}
    />
  );
}
