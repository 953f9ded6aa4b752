import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatNumber, t } from '@/utils/i18n';
import { Notice } from '../Notice';
import { CareSection } from './CareSection';
import { VerifyResult, type VerifyResultProps } from './VerifyResult';
import { WhatItProves } from './WhatItProves';

export interface VerifySectionProps extends VerifyResultProps {
  /** Rows; absent while nothing runs. */
  progress: { done: number; total: number } | undefined;
  /** Why the last try came to nothing. */
  problem: string | undefined;
  /** What was done to counts or ledger since the last result. */
  news: string | undefined;
  onVerify: () => void;
  onCancel: () => void;
}

/** Compares everything stored with the ledger, and says what that proves. */
export function VerifySection(props: VerifySectionProps) {
  const { progress, found, problem, news, onVerify, onCancel, ...result } = props;
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    // The result is gone, and with it the button that was pressed.
    if (news && document.activeElement === document.body) button.current?.focus();
  }, [news]);
  return (
    <CareSection title={t('careVerifyTitle')}>
      <p>{t('careVerifyLead')}</p>
      <WhatItProves />
      <div class="row care-run">
        {/* One button, so that the focus stays when it changes what it does. */}
        <button
          type="button"
          class={progress ? 'button' : 'button primary'}
          ref={button}
          onClick={progress ? onCancel : onVerify}
        >
          {t(progress ? 'actionCancel' : found ? 'careVerifyAgain' : 'careVerify')}
        </button>
        {progress && (
          <label class="row">
            <progress max={Math.max(progress.total, 1)} value={progress.done} />
            {t('careVerifying', formatNumber(progress.done), formatNumber(progress.total))}
          </label>
        )}
      </div>
      {problem && <Notice tone="error">{problem}</Notice>}
      <div role="status">{news && <Notice tone="info">{news}</Notice>}</div>
      <VerifyResult found={progress ? undefined : found} {...result} />
    </CareSection>
  );
}
