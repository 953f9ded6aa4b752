import { formatNumber, t } from '../utils/i18n';
import type { PageReading } from '../utils/model/page';
import { CategoryBars } from './CategoryBars';
import { type FoundLists, tallyCategories } from './groups';
import { HealthNotice } from './HealthNotice';
import { Notice } from './Notice';

export interface PageSummaryProps {
  reading: PageReading;
  lists: FoundLists;
  /** Categories that have a bar of their own. */
  bars: number;
}

/** A page in figures: how far it was read, what was found and decided. */
export function PageSummary({ reading, lists, bars }: PageSummaryProps) {
  const { health, pace } = reading;
  const { marked, clues, listed, dismissed } = lists;
  const reported = listed.filter(({ standing }) => standing !== 'open').length;
  return (
    <section class="summary" aria-label={t('summaryTitle')}>
      <HealthNotice health={health} />
      {pace === 'slowed' && <Notice tone="info">{t('summarySlowed')}</Notice>}
      {health.posts > 0 && (
        <dl class="figures">
          <Figure name={t('summaryRead')} value={formatNumber(health.posts)} />
          <Figure name={t('summaryMarked')} value={formatNumber(marked.length)} />
          <Figure name={t('summaryClues')} value={formatNumber(clues.length)} />
          <Figure name={t('summaryReported')} value={formatNumber(reported)} />
          <Figure name={t('summaryDismissed')} value={formatNumber(dismissed.length)} />
          <Figure
            name={t('summaryLabels')}
            value={t('summaryOf', formatNumber(health.labelsRead), formatNumber(health.posts))}
          />
        </dl>
      )}
      <CategoryBars tallies={tallyCategories(listed)} limit={bars} />
    </section>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
