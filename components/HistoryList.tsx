import { useRef } from 'preact/hooks';
import { formatTime, t } from '../utils/i18n';
import type { HistoryEntry, Report } from '../utils/model/report';
import { HistoryChange } from './detail/HistoryChange';
import { type HistoryStep, stepsOf } from './detail/history-steps';
import { actionWord } from './words';

export interface HistoryListProps {
  report: Report;
  /** By ascending number. */
  history: readonly HistoryEntry[];
  categoryName: (id: string) => string;
  /** Takes one change back, and leaves those after it. */
  onUndo: (seq: number) => void;
  /** Makes the report what it was right after an entry. */
  onRevert: (seq: number) => void;
}

/** What happened to a report, newest first: what was put in the place of what, by whom, and the ways back. */
export function HistoryList({ report, history, categoryName, onUndo, onRevert }: HistoryListProps) {
  const list = useRef<HTMLOListElement>(null);
  /** The button that was pressed goes away; the entry of what it did comes first in the list. */
  const from = (act: (seq: number) => void) => (seq: number) => {
    list.current?.focus();
    act(seq);
  };
  return (
    <ol class="history" ref={list} tabIndex={-1} aria-label={t('detailHistory')}>
      {stepsOf(report, history).map((step) => (
        <li key={step.entry.seq} class={step.standing === 'taken-back' ? 'is-taken-back' : undefined}>
          <time dateTime={new Date(step.entry.at).toISOString()}>{formatTime(step.entry.at)}</time>
          <div>
            <StepTitle step={step} />
            {step.changes.map((change) => (
              <HistoryChange key={change.field} change={change} categoryName={categoryName} />
            ))}
            <StepActions step={step} onUndo={from(onUndo)} onRevert={from(onRevert)} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function StepTitle({ step: { entry, reverted, standing } }: { step: HistoryStep }) {
  return (
    <p class="history-title">
      <span>{reverted ? revertedWords(reverted) : actionWord(entry.action)}</span>
      {entry.by && <span class="muted"> · {t('historyBy', entry.by)}</span>}
      {standing === 'taken-back' && <span class="history-standing">{t('historyTakenBack')}</span>}
    </p>
  );
}

function revertedWords({ how, target }: NonNullable<HistoryStep['reverted']>): string {
  const key = how === 'undo' ? 'historyRevertedOne' : 'historyRevertedTo';
  return t(key, actionWord(target.action), formatTime(target.at));
}

function StepActions({
  step: { entry, standing, hasMovedOn },
  onUndo,
  onRevert,
}: { step: HistoryStep } & Pick<HistoryListProps, 'onUndo' | 'onRevert'>) {
  const named = [actionWord(entry.action), formatTime(entry.at)] as const;
  if (standing !== 'present' && standing !== 'changed-since' && !hasMovedOn) return null;
  return (
    <p class="history-actions">
      {standing === 'present' && (
        <button
          type="button"
          class="link"
          aria-label={t('historyUndoOf', ...named)}
          onClick={() => onUndo(entry.seq)}
        >
          {t('actionUndo')}
        </button>
      )}
      {standing === 'changed-since' && <span class="muted">{t('historyChangedSince')}</span>}
      {hasMovedOn && (
        <button
          type="button"
          class="link"
          aria-label={t('historyRevertOf', ...named)}
          onClick={() => onRevert(entry.seq)}
        >
          {t('historyRevert')}
        </button>
      )}
    </p>
  );
}
