import { t } from '../utils/i18n';
import type { FiledReport } from '../utils/model/report';
import { KeyHint } from './KeyHint';
import type { FilingState } from './use-filing';

interface FilingBarProps {
  state: FilingState;
  reported: boolean;
  canDismiss: boolean;
  onReport: () => void;
  onUndo: () => void;
  onDismiss: () => void;
  onCopy: () => void;
  onOpen: (reportId: string) => void;
  onClose: () => void;
}

/** The one row of a card that acts; it says where the report is at every moment. */
export function FilingBar(props: FilingBarProps) {
  const { state, reported, onUndo, onCopy, onReport, onOpen, onClose } = props;
  return (
    <div class="filing">
      <span role="status" class={state.step === 'failed' ? 'bad' : 'good'}>
        {statusText(state)}
      </span>
      {state.step === 'open' && (
        <Decide {...props} label={reported ? t('actionReportAgain') : t('actionReport')} />
      )}
      {state.step === 'undone' && <Decide {...props} label={t('actionReport')} />}
      {state.step === 'saved' && (
        <>
          {/* One button, so that the focus on it outlives the ten seconds. */}
          <button
            type="button"
            data-autofocus
            aria-keyshortcuts={state.secondsLeft > 0 ? 'u' : 'Escape'}
            onClick={state.secondsLeft > 0 ? onUndo : onClose}
          >
            {state.secondsLeft > 0 ? t('actionUndoSeconds', state.secondsLeft) : t('actionClose')}
            <KeyHint of={state.secondsLeft > 0 ? 'U' : 'Esc'} />
          </button>
          <button type="button" class="link" onClick={() => onOpen(state.filed.reportId)}>
            {t('actionOpenReport')}
          </button>
        </>
      )}
      {state.step === 'failed' && (
        <>
          <button type="button" class="primary" data-autofocus aria-keyshortcuts="r" onClick={onReport}>
            {t('actionRetry')}
            <KeyHint of="R" />
          </button>
          <button type="button" onClick={onCopy}>
            {t('actionCopy')}
          </button>
        </>
      )}
      {state.step === 'dismissed' && (
        <button type="button" data-autofocus aria-keyshortcuts="u" onClick={onUndo}>
          {t('actionUndo')}
          <KeyHint of="U" />
        </button>
      )}
    </div>
  );
}

function Decide({ label, canDismiss, onReport, onDismiss }: FilingBarProps & { label: string }) {
  return (
    <>
      <button type="button" class="primary" data-autofocus aria-keyshortcuts="r" onClick={onReport}>
        {label}
        <KeyHint of="R" />
      </button>
      {canDismiss && (
        <button type="button" aria-keyshortcuts="d" onClick={onDismiss}>
          {t('actionDismiss')}
          <KeyHint of="D" />
        </button>
      )}
    </>
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
