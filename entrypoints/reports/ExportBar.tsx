import { Fragment } from 'preact';
import { formatNumber, t } from '@/utils/i18n';
import type { ExportProgress } from './use-export';

export interface ExportBarProps {
  formats: readonly { id: string }[];
  total: number;
  /** Number that passes the filters; absent when nothing is filtered. */
  filtered: number | undefined;
  progress: ExportProgress | undefined;
  onExport: (format: string, scope: ExportScope) => void;
  onCancel: () => void;
}

export type ExportScope = 'all' | 'filtered';

/** One button per format and scope; each says what it writes and how many. */
export function ExportBar({ formats, total, filtered, progress, onExport, onCancel }: ExportBarProps) {
  if (progress) {
    return (
      <div class="row">
        <label class="row">
          {t('exportProgress', formatNumber(progress.done), formatNumber(progress.total))}
          <progress max={progress.total} value={progress.done} />
        </label>
        <button type="button" class="button" onClick={onCancel}>
          {t('actionCancel')}
        </button>
      </div>
    );
  }
  return (
    <div class="row">
      {formats.map(({ id }) => (
        <Fragment key={id}>
          {filtered !== undefined && (
            <button
              type="button"
              class="button primary"
              disabled={filtered === 0}
              onClick={() => onExport(id, 'filtered')}
            >
              {t('exportShown', formatNumber(filtered), id.toUpperCase())}
            </button>
          )}
          <button
            type="button"
            class={filtered === undefined ? 'button primary' : 'button'}
            disabled={total === 0}
            onClick={() => onExport(id, 'all')}
          >
            {t('exportAll', formatNumber(total), id.toUpperCase())}
          </button>
        </Fragment>
      ))}
    </div>
  );
}
