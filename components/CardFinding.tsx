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

export interface CardFindingProps {
  finding: DescribedFinding;
  /** The finding before is of the same category: clause and checklist are not said twice. */
  again?: boolean;
}

export function CardFinding({ finding, again = false }: CardFindingProps) {
  const words = [...new Set(finding.spans.map(({ text }) => text))];
  const campaign = localized(finding.campaignName);
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
      {campaign && !again && <p class="clause">{t('cardClause', campaign, localized(finding.clause))}</p>}
      <p>
        <span class="term">{t('cardCounter')}</span> {finding.against.join('；') || t('cardNoCounter')}
      </p>
      {finding.checklist.length > 0 && !again && (
        <details>
          <summary>{t('cardChecklist')}</summary>
          <ol>
            {finding.checklist.map((question) => (
              <li key={question.zh_CN}>{localized(question)}</li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
