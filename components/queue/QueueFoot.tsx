import { formatNumber, t } from '../../utils/i18n';

export interface QueueFootProps {
  /** The current row from 1, 0 for none, of how many. */
  at: number;
  of: number;
  /** While the reports are being read. */
  progress: { done: number; total: number } | undefined;
  /** A change that takes long. */
  busy: boolean;
  /** What the next undo takes back. */
  undo: string | undefined;
  onUndo: () => void;
  onHelp: () => void;
}

/** Where the reader is, what is going on, and the two keys that are good to know. */
export function QueueFoot({ at, of, progress, busy, undo, onUndo, onHelp }: QueueFootProps) {
  return (
    <div class="queue-foot">
      <span>{of > 0 && placeWords(at, of)}</span>
      {progress && progress.total > 0 && (
        <label class="row">
          {t('queueReading', formatNumber(progress.done), formatNumber(progress.total))}
          <progress max={progress.total} value={progress.done} />
        </label>
      )}
      <span role="status" class="row">
        {busy && (
          <>
            {t('queueBusy')}
            <progress aria-label={t('queueBusy')} />
          </>
        )}
      </span>
      {undo !== undefined && (
        <button type="button" class="button queue-undo" aria-keyshortcuts="z" onClick={onUndo}>
          {t('queueUndoOf', undo)}
        </button>
      )}
      <button type="button" class="button" aria-keyshortcuts="?" onClick={onHelp}>
        {t('keysTitle')}
      </button>
    </div>
  );
}

function placeWords(at: number, of: number): string {
  return at > 0 ? t('queuePosition', formatNumber(at), formatNumber(of)) : t('queueRows', formatNumber(of));
}
