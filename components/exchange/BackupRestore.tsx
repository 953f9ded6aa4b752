import { useId } from 'preact/hooks';
import { t } from '../../utils/i18n';

/** How to come back from a backup; the import does it. */
export function BackupRestore({ onRestore }: { onRestore: () => void }) {
  const title = useId();
  return (
    <section class="exchange-section" aria-labelledby={title}>
      <h2 id={title}>{t('backupRestoreTitle')}</h2>
      <p>{t('backupRestoreLead')}</p>
      <div class="exchange-actions">
        <button type="button" class="button" onClick={onRestore}>
          {t('backupRestore')}
        </button>
      </div>
    </section>
  );
}
