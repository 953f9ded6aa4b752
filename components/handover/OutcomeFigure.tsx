import { t } from '../../utils/i18n';
import { OUTCOMES, type Outcome } from '../../utils/model/handover';
import { PlainBars } from '../charts/PlainBars';
import { outcomeWord } from './case-words';

/** How many cases came to what. */
export function OutcomeFigure({ counts }: { counts: ReadonlyMap<Outcome, number> }) {
  return (
    <section class="handover-section chart" aria-label={t('caseFigure')}>
      <h2>{t('caseFigure')}</h2>
      <PlainBars
        look="plain"
        bars={OUTCOMES.map((outcome) => ({
          id: outcome,
          name: outcomeWord(outcome),
          count: counts.get(outcome) ?? 0,
        }))}
      />
    </section>
  );
}
