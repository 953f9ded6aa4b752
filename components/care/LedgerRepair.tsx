import { t } from '@/utils/i18n';
import { TwoSteps } from './TwoSteps';

export interface LedgerRepairProps {
  countsDiffer: boolean;
  onRecount: () => void;
  onBeginLedger: () => void;
}

/** What can be done after problems were found; never by itself. */
export function LedgerRepair({ countsDiffer, onRecount, onBeginLedger }: LedgerRepairProps) {
  return (
    <div class="care-repair">
      {countsDiffer && (
        <div class="care-repair-way">
          <p>{t('careRecountHint')}</p>
          <button type="button" class="button" onClick={onRecount}>
            {t('careRecount')}
          </button>
        </div>
      )}
      <div class="care-repair-way">
        <p>{t('careBeginHint')}</p>
        <TwoSteps
          first={t('careBegin')}
          consequence={t('careBeginConsequence')}
          yes={t('careBeginYes')}
          no={t('careBeginNo')}
          onYes={onBeginLedger}
        />
      </div>
    </div>
  );
}
