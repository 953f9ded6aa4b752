import { useEffect, useMemo, useRef } from 'preact/hooks';
import { EmptyState } from '@/components/EmptyState';
import type { Names } from '@/components/ReportDetail';
import { type Filters, ReportFilters } from '@/components/ReportFilters';
import { ReportList } from '@/components/ReportList';
import { t } from '@/utils/i18n';
import type { Report } from '@/utils/model/report';
import { categoriesOf, countStatuses, isFiltering, NO_FILTERS, optionsOf, WITHOUT_CATEGORY } from './filter';

export interface ListPaneProps {
  reports: readonly Report[];
  shown: readonly Report[];
  filters: Filters;
  selected: string | undefined;
  names: Names;
  onFilter: (change: Partial<Filters>) => void;
  onOpen: (id: string) => void;
}

export function ListPane({ reports, shown, filters, selected, names, onFilter, onOpen }: ListPaneProps) {
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focusSearch = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      event.preventDefault();
      search.current?.focus();
    };
    document.addEventListener('keydown', focusSearch);
    return () => document.removeEventListener('keydown', focusSearch);
  }, []);
  const options = useMemo(() => {
    const categoryName = (id: string) => (id === WITHOUT_CATEGORY ? t('categoryNone') : names.category(id));
    return {
      categories: optionsOf(reports.flatMap(categoriesOf), categoryName),
      sites: optionsOf(
        reports.map(({ post }) => post.site),
        (id) => names.site(id),
      ),
    };
  }, [reports, names]);
  const statusCounts = useMemo(() => countStatuses(reports, filters), [reports, filters]);

  if (reports.length === 0) {
    return (
      <EmptyState title={t('reportsEmpty')}>
        <p>{t('reportsEmptyHint')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <ReportFilters
        filters={filters}
        {...options}
        statusCounts={statusCounts}
        searchRef={search}
        onChange={onFilter}
      />
      {isFiltering(filters) && (
        <p class="row filter-result" role="status">
          {t('reportsShown', shown.length, reports.length)}
          <button type="button" class="button quiet" onClick={() => onFilter(NO_FILTERS)}>
            {t('actionClearFilters')}
          </button>
        </p>
      )}
      {shown.length === 0 ? (
        <EmptyState title={t('reportsNoMatch')} />
      ) : (
        <ReportList
          reports={shown}
          currentId={selected}
          siteName={(id) => names.site(id)}
          categoryName={(id) => names.category(id)}
          onOpen={onOpen}
        />
      )}
    </>
  );
}
