import { useLayoutEffect, useRef } from 'preact/hooks';
import { ExportConcerns } from '@/components/exchange/ExportConcerns';
import { ExportOutcome } from '@/components/exchange/ExportOutcome';
import { ExportTaskLine } from '@/components/exchange/ExportTaskLine';
import { PrecheckSummary } from '@/components/precheck/PrecheckSummary';
import { errorWords } from '@/utils/error-words';
import { formatNumber, t } from '@/utils/i18n';
import { unchosen } from '@/utils/precheck/choices';
import { leftOut } from '@/utils/precheck/overruled';
import type { ExportPhase, ExportRun } from './use-export-run';

export interface ExportRunPartProps {
  run: ExportRun;
  /** Reports that the next export takes. */
  total: number;
  onStart: (total: number) => void;
}

/** One button that starts and cancels, so that the keyboard stays where it is; in its place what must be decided. */
export function ExportRunPart({ run, total, onStart }: ExportRunPartProps) {
  const { phase } = run;
  const task = 'total' in phase ? phase : undefined;
  const isDeciding = phase.at === 'deciding';
  const button = useReturningFocus(isDeciding);
  function press(): void {
    if (task) run.cancel();
    else if (total > 0) onStart(total);
  }
  return (
    <>
      {isDeciding && <Deciding run={run} phase={phase} />}
      <div class="exchange-actions" hidden={isDeciding}>
        <button
          type="button"
          ref={button}
          class={task ? 'button' : 'button primary'}
          aria-disabled={total === 0 && !task}
          onClick={press}
        >
          {task ? t('actionCancel') : startWords(phase, total)}
        </button>
        <ExportTaskLine task={task} />
        {total === 0 && !task && <span class="muted">{t('exportNothing')}</span>}
      </div>
      <ExportOutcome end={endOf(phase)} />
    </>
  );
}

/** When what was decided goes away with the focus in it, the keyboard goes on at the button. */
function useReturningFocus(isDeciding: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(isDeciding);
  useLayoutEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (was.current && !isDeciding && isLost) button.current?.focus();
    was.current = isDeciding;
  }, [isDeciding]);
  return button;
}

interface DecidingProps {
  run: ExportRun;
  phase: Extract<ExportPhase, { at: 'deciding' }>;
}

function Deciding({ run, phase }: DecidingProps) {
  const { total, tallies } = phase.found;
  return (
    <ExportConcerns
      total={total}
      chosen={unchosen(tallies, phase.choices).length === 0}
      going={total - leftOut(tallies, phase.choices).size}
      onTake={() => void run.take()}
      onBack={run.reset}
    >
      <PrecheckSummary
        total={total}
        tallies={tallies}
        choices={phase.choices}
        onChoice={(check, choice) => run.choose(check, choice)}
      />
    </ExportConcerns>
  );
}

function startWords(phase: ExportPhase, total: number): string {
  const count = formatNumber(total);
  return phase.at === 'done' ? t('exportAgain', count) : t('exportStart', count);
}

function endOf(phase: ExportPhase) {
  if (phase.at === 'failed')
    return { at: 'failed', words: t('errorExport', errorWords(phase.error)) } as const;
  return phase.at === 'done' || phase.at === 'cancelled' ? phase : undefined;
}
