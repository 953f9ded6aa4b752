import '@/components/exchange/export.css';
import '@/components/precheck/precheck.css';
import { useRef, useState } from 'preact/hooks';
import { ExportScopeStep } from '@/components/exchange/ExportScopeStep';
import { Problem } from '@/components/Problem';
import type { Toasts } from '@/components/use-toast';
import { errorWords } from '@/utils/error-words';
import type { ExportChoice } from '@/utils/exchange/export-choice';
import { exporters } from '@/utils/export/index';
import { t } from '@/utils/i18n';
import type { ReportIndex } from '@/utils/report-index/report-index';
import type { ReportStore } from '@/utils/storage/reports';
import { ExportPreviewPart } from './ExportPreviewPart';
import { ExportRunPart } from './ExportRunPart';
import { ExportSteps } from './ExportSteps';
import { exportWork } from './export-work';
import { type ExportScope, type ExportScopes, scopeCounts, scopeIds, usableScope } from './scopes';
import { useExportChoice } from './use-export-choice';
import { type ExportEnd, useExportRun } from './use-export-run';

export interface ExportPaneProps {
  store: ReportStore;
  index: ReportIndex;
  scopes: ExportScopes;
  /** What the reader came to export. */
  initialScope: ExportScope;
  toasts: Toasts;
}

/** Reports into a file: which, how, a look at what they raise, and the file itself. */
export function ExportPane({ store, index, scopes, initialScope, toasts }: ExportPaneProps) {
  const [problem, setProblem] = useState<string>();
  const onProblem = (error: unknown) => setProblem(errorWords(error));
  const { choice, change } = useExportChoice(onProblem);
  const [wanted, setWanted] = useState(initialScope);
  const section = useRef<HTMLElement>(null);
  const run = useExportRun((end) => {
    // Who has gone on to another part meanwhile does not see what stands here.
    if (!section.current?.checkVisibility()) tell(end, toasts);
  });
  const scope = usableScope(scopes, wanted);
  const ids = scopeIds(scopes, scope);
  const busy = 'total' in run.phase;

  function start(chosen: ExportChoice, total: number): void {
    const exporter = exporters.find(({ id }) => id === chosen.format);
    if (!exporter) return;
    void run.start(exportWork({ store, ids, choice: chosen, exporter }), total);
  }
  /** What was checked was another export. */
  function changing<T>(apply: (value: T) => void): (value: T) => void {
    return (value) => {
      run.reset();
      apply(value);
    };
  }
  return (
    <section class="exchange-section" ref={section} aria-labelledby="export-title">
      <h2 id="export-title">{t('exportTitle')}</h2>
      <p class="muted small">{t('exportIntro')}</p>
      {problem && <Problem text={problem} action={t('actionClose')} onAction={() => setProblem(undefined)} />}
      {choice && (
        <>
          <fieldset class="export-form" disabled={busy}>
            <div class="exchange-steps export-steps">
              <ExportScopeStep
                value={scope}
                counts={scopeCounts(scopes)}
                filtered={scopes.view.filtered}
                onChange={changing(setWanted)}
              />
              <ExportSteps choice={choice} onChange={changing(change)} />
            </div>
          </fieldset>
          <ExportPreviewPart {...{ store, index, ids, choice, onProblem }} />
          <ExportRunPart
            run={run}
            total={scopeCounts(scopes)[scope]}
            onStart={(total) => start(choice, total)}
          />
        </>
      )}
    </section>
  );
}

function tell(end: ExportEnd, toasts: Toasts): void {
  if (end.at === 'done') toasts.show(t('exportToast', end.result.name));
  else if (end.at === 'failed') toasts.show(t('errorExport', errorWords(end.error)));
}
