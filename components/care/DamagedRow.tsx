import { t } from '@/utils/i18n';

export interface DamagedRowProps {
  id: string;
  problem: string;
  onExport: () => void;
  onRemove: () => void;
}

export function DamagedRow({ id, problem, onExport, onRemove }: DamagedRowProps) {
  return (
    <li class="care-item">
      <div class="care-item-head">
        <code>{id}</code>
        <div class="row">
          <button type="button" class="button" aria-label={t('careDamagedExportOf', id)} onClick={onExport}>
            {t('careDamagedExport')}
          </button>
          <button
            type="button"
            class="button danger"
            aria-label={t('careDamagedRemoveOf', id)}
            onClick={onRemove}
          >
            {t('actionRemoveEntry')}
          </button>
        </div>
      </div>
      <p class="small">
        <span class="muted">{t('careDamagedWhy')}</span> <code>{problem}</code>
      </p>
    </li>
  );
}
