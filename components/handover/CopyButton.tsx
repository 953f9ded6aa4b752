import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';

export interface CopyButtonProps {
  text: string;
  /** What is copied, for those who do not see where the button stands. */
  name: string;
  disabled?: boolean;
  /** Selects the text where the browser refuses to copy it. */
  onRefused?: () => void;
}

/** Puts a text onto the clipboard and says whether it is there. */
export function CopyButton({ text, name, disabled = false, onRefused }: CopyButtonProps) {
  const [copied, setCopied] = useState<{ text: string; how: 'yes' | 'refused' }>();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied({ text, how: 'yes' }),
      () => {
        setCopied({ text, how: 'refused' });
        onRefused?.();
      },
    );
  return (
    <>
      <button
        type="button"
        class="button"
        disabled={disabled || text === ''}
        aria-label={t('handoverCopyOf', name)}
        onClick={() => void copy()}
      >
        {t('handoverCopy')}
      </button>
      <span class="small" role="status">
        {copied?.text === text && t(copied.how === 'yes' ? 'stateCopied' : 'handoverCopyRefused')}
      </span>
    </>
  );
}
