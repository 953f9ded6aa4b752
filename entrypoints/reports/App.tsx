import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Problem } from '@/components/Problem';
import type { Names } from '@/components/ReportDetail';
import { Toast } from '@/components/Toast';
import { useToast } from '@/components/use-toast';
import { errorWords } from '@/utils/error-words';
import { t } from '@/utils/i18n';
import type { Selection } from '@/utils/model/queue';
import { type FollowedIndex, useReportIndex } from '@/utils/report-index/use-report-index';
import type { ReportStore } from '@/utils/storage/reports';
import { isFiltering } from '@/utils/views/query';
import { CarePane } from './care/CarePane';
import { RetentionRun } from './care/RetentionRun';
import { CasesPart } from './cases/CasesPart';
import { ExchangePane } from './exchange/ExchangePane';
import { FiguresPart } from './FiguresPart';
import { useViews } from './filters/use-views';
import { Header } from './Header';
import { QueuePart } from './QueuePart';
import { useQueueActions } from './queue/use-queue-actions';
import { usePlace } from './use-place';

const UNDO_SECONDS = 10;

/** The page of reports: its parts share one index, one line of changes and one place for messages. */
export function App({ store, names }: { store: ReportStore; names: Names }) {
  const { place, show, open, handOver } = usePlace();
  const toasts = useToast();
  const followed = useReportIndex(store);
  const views = useViews(names, toasts);
  const actions = useQueueActions(store, toasts);
  const title = useTitleFocus(place.part);
  const { index, version, progress, error, retry } = followed;
  const { query, sort, grouped } = views;
  const selection = index.select(query, sort, { grouped });

  const scopes = useScopes(followed, selection, isFiltering(query));
  const shared = { store, names, index, version, progress, toasts, actions };
  const parts = { store, names, index, version, progress, views, selection, place };
  return (
    <div class={place.part === 'queue' && place.reportId ? 'page has-selection' : 'page'}>
      <Header
        part={place.part}
        onPart={(part) => {
          // What was selected is offered on the way from the selection alone.
          scopes.select([]);
          show(part);
        }}
        titleRef={title}
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
            onHandOver={handOver}
            onExport={(ids) => {
              scopes.select(ids);
              show('exchange');
            }}
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
        {place.part === 'exchange' && (
          <ExchangePane
            {...shared}
            scopes={{ all: index.size, ...scopes.named }}
            initialScope={scopes.initial}
          />
        )}
        {place.part === 'cases' && (
          <CasesPart
            {...shared}
            reportId={place.reportId}
            onOpen={open}
            onHandOver={handOver}
            onDone={() => show('cases')}
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

/** What can be exported beside everything: what the view shows, and what was selected in the queue last. */
function useScopes({ index, version }: FollowedIndex, { rows }: Selection, filtered: boolean) {
  const [selected, select] = useState<readonly string[]>([]);
  const ids = useMemo(() => new Set(rows.flatMap(({ members }) => members)), [rows]);
  // What was deleted since is not there to be exported.
  const selection = useMemo(
    () => new Set(selected.filter((id) => index.get(id))),
    [selected, index, version],
  );
  const initial = selection.size > 0 ? 'selection' : filtered ? 'view' : 'all';
  return { named: { view: { ids, filtered }, selection }, initial, select } as const;
}

/** Another part begins at the title, so that the keyboard does not stay behind in one that is gone. */
function useTitleFocus(part: string) {
  const title = useRef<HTMLHeadingElement>(null);
  const last = useRef(part);
  useLayoutEffect(() => {
    if (last.current !== part) title.current?.focus();
    last.current = part;
  }, [part]);
  return title;
}
