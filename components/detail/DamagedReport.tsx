import { t } from '../../utils/i18n';
import type { CorruptRow } from '../../utils/model/queue';
import { Notice } from '../Notice';

export interface DamagedReportProps {
  corrupt: CorruptRow;
  onExport: () => void;
  onRemove: () => void;
}

/** A row that has not the shape of a report: said, saved to a file as it is, and removed. */
export function DamagedReport({ corrupt, onExport, onRemove }: DamagedReportProps) {
  return (
    <Notice tone="warning">
      <h2>{t('detailDamaged')}</h2>
      <p>{t('detailDamagedHint')}</p>
      <p>
        <code>{corrupt.problem}</code>
      </p>
      <div class="row">
        <button type="button" class="button" onClick={onExport}>
          {t('detailDamagedSave')}
        </button>
        <button type="button" class="button danger" onClick={onRemove}>
          {t('detailDamagedRemove')}
        </button>
      </div>
      <p class="muted small">{t('detailReportNumber', corrupt.id)}</p>
    </Notice>
  );
}
