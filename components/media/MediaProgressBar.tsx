import { formatNumber, t } from '../../utils/i18n';
import type { MediaProgress } from '../../utils/model/media-check';

export interface MediaProgressBarProps {
  progress: MediaProgress;
  /** Absent where it cannot be stopped from. */
  onStop?: (() => void) | undefined;
}

/** How far the looking into the files of a page has come; nothing while there is nothing to do. */
export function MediaProgressBar({ progress: { done, total }, onStop }: MediaProgressBarProps) {
  if (total === 0) return null;
  return (
    <div class="media-progress">
      <span class="small">{t('mediaCardRunning', formatNumber(done), formatNumber(total))}</span>
      {done < total && (
        <>
          <progress aria-label={t('mediaTitle')} max={total} value={done} />
          {onStop && (
            <button type="button" class="button" onClick={onStop}>
              {t('mediaStop')}
            </button>
          )}
        </>
      )}
    </div>
  );
}
