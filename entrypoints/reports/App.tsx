import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { EmptyState } from '@/components/EmptyState';
import { Problem } from '@/components/Problem';
import type { Names } from '@/components/ReportDetail';
import type { Filters } from '@/components/ReportFilters';
import { rowId } from '@/components/ReportRow';
import { Toast } from '@/components/Toast';
import { useToast } from '@/components/use-toast';
import { errorWords } from '@/utils/error-words';
import { t } from '@/utils/i18n';
import type { ReportStore } from '@/utils/storage/reports';
import { useLiveQuery } from '@/utils/storage/use-live-query';
import { DetailPane } from './DetailPane';
import { isFiltering, matches, NO_FILTERS } from './filter';
import { Header } from './Header';
import { ListPane } from './ListPane';
import { useActions } from './use-actions';
import { useSelection } from './use-selection';

const UNDO_SECONDS = 10;

export function App({ store, names }: { store: ReportStore; names: Names }) {
  const list = useLiveQuery(store, (each) => each.list(), []);
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [selected, select] = useSelection();
  const title = useRef<HTMLHeadingElement>(null);
  useReturnToRow(selected, title);
  const toasts = useToast();
  const actions = useActions(store, toasts);

  const reports = list.value ?? [];
  const shown = useMemo(() => reports.filter((report) => matches(report, filters)), [list.value, filters]);
  const common = { store, names, reports, shown, filters };

  function remove(id: string) {
    void actions.remove(id, () => {
      select(undefined);
      // The button that was pressed is gone; from the title the list is the next step.
      title.current?.focus();
    });
  }

  return (
    <div class={selected ? 'page has-selection' : 'page'}>
      <Header
        {...common}
        titleRef={title}
        filtering={isFiltering(filters)}
        actions={actions}
        toasts={toasts}
      />
      <div>
        {list.error && (
          <Problem
            text={t('errorNotLoaded', errorWords(list.error))}
            action={t('actionRetry')}
            onAction={list.retry}
          />
        )}
        {actions.problem && (
          <Problem text={actions.problem} action={t('actionClose')} onAction={actions.dismissProblem} />
        )}
      </div>
      <main class="panes">
        <section class="pane list-pane" aria-label={t('reportsListLabel')}>
          {!list.value && !list.error && <p class="muted">{t('reportsLoading')}</p>}
          {list.value && (
            <ListPane
              {...common}
              selected={selected}
              onFilter={(change) => setFilters((before) => ({ ...before, ...change }))}
              onOpen={select}
            />
          )}
        </section>
        {selected && (
          <DetailPane
            store={store}
            names={names}
            reportId={selected}
            onBack={() => select(undefined)}
            onEdit={(edit) => actions.edit(selected, edit)}
            onDelete={() => remove(selected)}
          />
        )}
        {!selected && reports.length > 0 && (
          <section class="pane detail-pane" aria-label={t('detailPane')}>
            <EmptyState title={t('detailNothing')}>
              <p>{t('detailNothingHint')}</p>
            </EmptyState>
          </section>
        )}
      </main>
      <Toast toast={toasts.toast} seconds={UNDO_SECONDS} onClose={toasts.close} />
    </div>
  );
}

/** Going back to the list leads to the row of the report that was read, unless the focus was put on the title. */
function useReturnToRow(selected: string | undefined, title: { current: HTMLElement | null }) {
  const last = useRef<string | undefined>(undefined);
  useEffect(() => {
    const back = !selected && last.current;
    if (back && document.activeElement !== title.current) document.getElementById(rowId(back))?.focus();
    last.current = selected;
  }, [selected]);
}
