import { t } from '@/utils/i18n';

export interface PersistChoiceProps {
  persisted: boolean;
  answer: 'granted' | 'refused' | undefined;
  onAsk: () => void;
}

/** Whether the browser may clear the data by itself, and the way to ask it not to. */
export function PersistChoice({ persisted, answer, onAsk }: PersistChoiceProps) {
  return (
    <div class="care-persist">
      <p class={persisted ? 'care-kept' : 'care-at-risk'}>
        {t(persisted ? 'carePersisted' : 'careNotPersisted')}
      </p>
      {!persisted && (
        <>
          <button type="button" class="button" onClick={onAsk}>
            {t('careAskPersist')}
          </button>
          <p class="muted small">{t('careAskPersistHint')}</p>
        </>
      )}
      <p role="status">{answer && t(answer === 'granted' ? 'careGranted' : 'careRefused')}</p>
    </div>
  );
}
