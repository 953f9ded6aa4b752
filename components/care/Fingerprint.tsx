import { useId } from 'preact/hooks';
import { t } from '@/utils/i18n';

/** @param onCopy what to do is the page's matter: a clipboard can refuse */
export function Fingerprint({ value, onCopy }: { value: string; onCopy: () => void }) {
  const id = useId();
  return (
    <div class="care-fingerprint">
      <p>
        <span class="muted">{t('careFingerprint')}</span> <code>{value}</code>
      </p>
      <button type="button" class="button" aria-describedby={id} onClick={onCopy}>
        {t('careCopyFingerprint')}
      </button>
      <p class="muted small" id={id}>
        {t('careFingerprintHint')}
      </p>
    </div>
  );
}
