import { formatNumber, t } from '@/utils/i18n';
import { formatBytes } from '../care/format-bytes';

export interface ImportProgressProps {
  /** What is being done. */
  what: string;
  /** `of`: bytes of a file, or entries. */
  progress: { done: number; total: number; of: 'bytes' | 'entries' };
  /** Absent where it cannot be stopped any more. */
  onCancel?: () => void;
}

export function ImportProgress({ what, progress, onCancel }: ImportProgressProps) {
  const { done, total, of } = progress;
  const words = of === 'bytes' ? formatBytes : formatNumber;
  return (
    <div class="exchange-actions">
      <label class="row">
        <progress max={Math.max(total, 1)} value={done} />
        {total > 0 ? t('importProgress', what, words(done), words(total)) : what}
      </label>
      {onCancel && (
        <button type="button" class="button" onClick={onCancel}>
          {t('actionCancel')}
        </button>
      )}
    </div>
  );
}
