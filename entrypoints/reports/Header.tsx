import type { Ref } from 'preact';
import type { Names } from '@/components/ReportDetail';
import type { Filters } from '@/components/ReportFilters';
import type { Toasts } from '@/components/use-toast';
import { exporters } from '@/utils/export';
import { t } from '@/utils/i18n';
import type { Report } from '@/utils/model/report';
import type { ReportStore } from '@/utils/storage/reports';
import { ExportBar } from './ExportBar';
import { matches } from './filter';
import type { Actions } from './use-actions';
import { useExport } from './use-export';

export interface HeaderProps {
  store: ReportStore;
  names: Names;
  reports: readonly Report[];
  shown: readonly Report[];
  filters: Filters;
  filtering: boolean;
  titleRef: Ref<HTMLHeadingElement>;
  actions: Actions;
  toasts: Toasts;
}

/** Title, number of reports, and the export of all or of what the filters let pass. */
export function Header(props: HeaderProps) {
  const { store, names, reports, shown, filters, filtering, titleRef, actions, toasts } = props;
  const exporting = useExport(store, names);

  function runExport(format: string, scope: 'all' | 'filtered') {
    const exporter = exporters.find(({ id }) => id === format);
    if (!exporter) return;
    const include = scope === 'all' ? () => true : (report: Report) => matches(report, filters);
    const total = scope === 'all' ? reports.length : shown.length;
    void actions.attempt('errorExport', async () => {
      const file = await exporting.run(exporter, include, total);
      toasts.show(t('exportDone', file.count, file.name));
    });
  }

  return (
    <header class="page-head">
      <h1 tabIndex={-1} ref={titleRef}>
        {t('reportsTitle')} <span class="muted">{t('extName')}</span>
      </h1>
      <span class="muted">{t('reportsCount', reports.length)}</span>
      <a href="/campaigns.html" target="_blank" rel="noreferrer">
        {t('actionOpenCampaigns')}
      </a>
      {reports.length > 0 && (
        <ExportBar
          formats={exporters}
          total={reports.length}
          filtered={filtering ? shown.length : undefined}
          progress={exporting.progress}
          onExport={runExport}
        />
      )}
    </header>
  );
}
