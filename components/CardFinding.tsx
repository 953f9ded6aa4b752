import { localized, t } from '../utils/i18n';
import type { Finding } from '../utils/model/finding';
import type { Localized } from '../utils/model/localized';
import { ConfidenceMark } from './ConfidenceMark';

/** A finding joined with what its rule says of itself. */
export interface DescribedFinding extends Finding {
  categoryName: Localized;
  campaignName: Localized;
  clause: Localized;
  reason: Localized;
  checklist: readonly Localized[];
  /** Counter-evidence in words. */
  against: readonly string[];
}

export function CardFinding({ finding }: { finding: DescribedFinding }) {
  const words = [...new Set(finding.spans.map(({ text }) => text))];
  return (
    <section class="finding">
      <h3>
        {localized(finding.categoryName)} <ConfidenceMark confidence={finding.confidence} />
      </h3>
      <p>{localized(finding.reason)}</p>
      {words.length > 0 && (
        <p>
          <span class="term">{t('cardWords')}</span>{' '}
          {words.map((word) => (
            <q key={word}>{word}</q>
          ))}
        </p>
      )}
      <p class="clause">{t('cardClause', localized(finding.campaignName), localized(finding.clause))}</p>
      <p>
        <span class="term">{t('cardCounter')}</span> {finding.against.join('；') || t('cardNoCounter')}
      </p>
      <details>
        <summary>{t('cardChecklist')}</summary>
        <ol>
          {finding.checklist.map((question) => (
            <li key={question.zh_CN}>{localized(question)}</li>
          ))}
        </ol>
      </details>
    </section>
  );
}
