import { t } from '../utils/i18n';
import type { FiledReport } from '../utils/model/report';
import type { FilingState } from './use-filing';

interface FilingBarProps {
  state: FilingState;
  reported: boolean;
  canDismiss: boolean;
  onReport: () => void;
  onUndoReport: (filed: FiledReport) => void;
  onDismiss: () => void;
  onUndoDismissal: () => void;
  onCopy: () => void;
}

/** The one row of a card that acts; it says where the report is at every moment. */
export function FilingBar({
  state,
  reported,
  canDismiss,
  onReport,
  onUndoReport,
  onDismiss,
  onUndoDismissal,
  onCopy,
}: FilingBarProps) {
  const buttons = (label: string) => (
    <>
      <button type="button" class="primary" data-autofocus onClick={onReport}>
        {label}
      </button>
      {canDismiss && (
        <button type="button" onClick={onDismiss}>
          {t('actionDismiss')}
        </button>
      )}
    </>
  );
  return (
    <div class="filing">
      <span role="status" class={state.step === 'failed' ? 'bad' : 'good'}>
        {statusText(state)}
      </span>
      {state.step === 'open' && buttons(reported ? t('actionReportAgain') : t('actionReport'))}
      {state.step === 'undone' && buttons(t('actionReport'))}
      {state.step === 'saved' && state.secondsLeft > 0 && (
        <button type="button" data-autofocus onClick={() => onUndoReport(state.filed)}>
          {t('actionUndoSeconds', state.secondsLeft)}
        </button>
      )}
      {state.step === 'failed' && (
        <>
          <button type="button" class="primary" data-autofocus onClick={onReport}>
            {t('actionRetry')}
          </button>
          <button type="button" onClick={onCopy}>
            {t('actionCopy')}
          </button>
        </>
      )}
      {state.step === 'dismissed' && (
        <button type="button" data-autofocus onClick={onUndoDismissal}>
          {t('actionUndo')}
        </button>
      )}
    </div>
  );
}

function statusText(state: FilingState): string {
  switch (state.step) {
    case 'open':
      return '';
    case 'saving':
      return t('stateSaving');
    case 'saved':
      return savedText(state.filed);
    case 'failed':
      return t('errorNotSaved', state.error);
    case 'dismissed':
      return t('stateDismissed');
    case 'undone':
      return t('stateUndone');
  }
}

function savedText({ isNew, screenshot }: FiledReport): string {
  const saved = isNew ? t('stateSaved') : t('stateUpdated');
  return screenshot ? `${saved} · ${t('stateWithScreenshot')}` : saved;
}
