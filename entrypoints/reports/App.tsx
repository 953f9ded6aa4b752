import { useEffect, useRef } from 'preact/hooks';
import { Problem } from '@/components/Problem';
import type { Names } from '@/components/ReportDetail';
import { Toast } from '@/components/Toast';
import { useToast } from '@/components/use-toast';
import { errorWords } from '@/utils/error-words';
import { exporters } from '@/utils/export';
import { formatNumber, t } from '@/utils/i18n';
import { useReportIndex } from '@/utils/report-index/use-report-index';
import type { ReportStore } from '@/utils/storage/reports';
import { isFiltering } from '@/utils/views/query';
import { CarePane } from './care/CarePane';
import { RetentionRun } from './care/RetentionRun';
import type { ExportScope } from './ExportBar';
import { FiguresPart } from './FiguresPart';
import { useViews } from './filters/use-views';
import { Header } from './Header';
import { QueuePart } from './QueuePart';
import { useQueueActions } from './queue/use-queue-actions';
import { useExport } from './use-export';
import { usePlace } from './use-place';

const UNDO_SECONDS = 10;

/** The page of reports: its parts share one index, one line of changes and one place for messages. */
export function App({ store, names }: { store: ReportStore; names: Names }) {
  const { place, show, open } = usePlace();
  const toasts = useToast();
  const followed = useReportIndex(store);
  const views = useViews(names, toasts);
  const actions = useQueueActions(store, toasts);
  const exporting = useExport(store, names);
  const title = useTitleFocus(place.part);
  const { index, version, progress, error, retry } = followed;
  const { query, sort, grouped } = views;
  const selection = index.select(query, sort, { grouped });

  function runExport(format: string, ids: ReadonlySet<string> | undefined, total: number) {
    const exporter = exporters.find(({ id }) => id === format);
    if (!exporter) return;
    void actions.attempt('errorExport', async () => {
      const file = await exporting.run(exporter, ids, total);
      if (!file) return toasts.show(t('exportCancelled'));
      const done = t('exportDone', formatNumber(file.count), file.name);
      toasts.show(file.damaged > 0 ? `${done} ${t('exportDamaged', formatNumber(file.damaged))}` : done);
    });
  }
  function exportScope(format: string, scope: ExportScope) {
    if (scope === 'all') return runExport(format, undefined, index.size);
    const ids = new Set(selection.rows.flatMap(({ members }) => members));
    runExport(format, ids, ids.size);
  }
  const parts = { store, names, index, version, progress, views, selection, place };
  return (
    <div class={place.reportId ? 'page has-selection' : 'page'}>
      <Header
        part={place.part}
        onPart={show}
        titleRef={title}
        formats={exporters}
        total={index.size}
        filtered={isFiltering(query) ? selection.count : undefined}
        progress={exporting.progress}
        onExport={exportScope}
        onCancel={exporting.cancel}
      />
      <div class="page-notices">
        {error && (
          <Problem text={t('errorNotLoaded', errorWords(error))} action={t('actionRetry')} onAction={retry} />
        )}
        {actions.problem && (
          <Problem text={actions.problem} action={t('actionClose')} onAction={actions.dismissProblem} />
        )}
        <RetentionRun store={store} index={index} ready={!progress && !error} />
      </div>
      <main class="page-main">
        {place.part === 'queue' && !error && (
          <QueuePart
            {...parts}
            toasts={toasts}
            actions={actions}
            onOpen={open}
            onExport={(ids) => runExport(exporters[0]!.id, new Set(ids), ids.length)}
          />
        )}
        {place.part === 'figures' && (
          <FiguresPart
            {...parts}
            onQuery={(change) => {
              show('queue');
              views.setQuery(change);
            }}
          />
        )}
        {place.part === 'care' && (
          <CarePane store={store} index={index} names={names} toasts={toasts} onOpen={open} />
        )}
      </main>
      <Toast toast={toasts.toast} seconds={UNDO_SECONDS} onClose={toasts.close} />
    </div>
  );
}

/** Another part begins at the title, so that the keyboard does not stay behind in one that is gone. */
function useTitleFocus(part: string) {
  const title = useRef<HTMLHeadingElement>(null);
  const last = useRef(part);
  useEffect(() => {
    if (last.current !== part) title.current?.focus();
    last.current = part;
  }, [part]);
  return title;
}
