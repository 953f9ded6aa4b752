import { useMemo, useRef } from 'preact/hooks';
import '@/components/queue/first-run.css';
import { FilterBar } from '@/components/filters/FilterBar';
import { OrderBar } from '@/components/filters/OrderBar';
import { ViewBar } from '@/components/filters/ViewBar';
import type { Names } from '@/components/ReportDetail';
import type { Toasts } from '@/components/use-toast';
import type { Selection } from '@/utils/model/queue';
import type { ReportIndex } from '@/utils/report-index/report-index';
import type { FollowedIndex } from '@/utils/report-index/use-report-index';
import type { ReportStore } from '@/utils/storage/reports';
import { useAtRisk } from './care/use-at-risk';
import { DetailPane } from './DetailPane';
import { filterNames } from './filters/filter-names';
import type { Views } from './filters/use-views';
import { QueuePane } from './queue/QueuePane';
import type { QueueActions } from './queue/use-queue-actions';
import type { Place } from './use-place';

export interface QueuePartProps extends Pick<FollowedIndex, 'index' | 'version' | 'progress'> {
  store: ReportStore;
  names: Names;
  views: Views;
  /** What the view selects now. */
  selection: Selection;
  place: Place;
  toasts: Toasts;
  actions: QueueActions;
  onOpen: (reportId: string | undefined) => void;
  onExport: (ids: readonly string[]) => void;
  onHandOver: (reportId: string) => void;
}

/** The queue with its filters, and beside it the report that is open. */
export function QueuePart(props: QueuePartProps) {
  const { store, names, index, version, views, place, actions, onOpen } = props;
  const known = useMemo(() => knownIn(index), [index, version]);
  const atRisk = useAtRisk();
  const isEmpty = index.size + index.corrupt.size === 0;
  const table = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  return (
    <div class={place.reportId ? 'panes has-detail' : 'panes'}>
      <QueuePane
        {...props}
        {...views}
        openId={place.reportId}
        onQuery={views.setQuery}
        onSort={views.setSort}
        onGrouped={views.setGrouped}
        tableRef={table}
        searchRef={search}
        atRisk={atRisk}
        filters={!isEmpty && <Filters {...props} table={table} search={search} />}
      />
      {place.reportId && (
        <DetailPane
          store={store}
          names={names}
          reportId={place.reportId}
          index={index}
          actions={actions}
          {...known}
          onBack={() => onOpen(undefined)}
          onOpen={onOpen}
          onHandOver={props.onHandOver}
        />
      )}
    </div>
  );
}

interface FiltersProps extends QueuePartProps {
  table: { current: HTMLDivElement | null };
  search: { current: HTMLInputElement | null };
}

function Filters({ names, index, views, selection, table, search }: FiltersProps) {
  const named = useMemo(() => filterNames(names), [names]);
  return (
    <>
      {views.bar && <ViewBar {...views.bar} />}
      <FilterBar
        query={views.query}
        facets={selection.facets}
        count={selection.count}
        total={index.size}
        names={named}
        onQuery={views.setQuery}
        searchRef={search}
        onSearchDone={() => table.current?.focus()}
      >
        <OrderBar
          sort={views.sort}
          grouped={views.grouped}
          onSort={views.setSort}
          onGrouped={views.setGrouped}
        />
      </FilterBar>
    </>
  );
}

/** Tags and reviewers that occur, for suggestions. */
function knownIn(index: ReportIndex): { knownTags: string[]; knownReviewers: string[] } {
  const tags = new Set<string>();
  const reviewers = new Set<string>();
  for (const digest of index.digests()) {
    for (const tag of digest.tags) tags.add(tag);
    if (digest.assignee) reviewers.add(digest.assignee);
  }
  return { knownTags: [...tags].sort(), knownReviewers: [...reviewers].sort() };
}
