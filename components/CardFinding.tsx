import { localized, t } from '../utils/i18n';
import type { Finding } from '../utils/model/finding';
import type { Localized } from '../utils/model/localized';
import { ConfidenceMark } from './ConfidenceMark';
import { MatchedWords } from './MatchedWords';

/** A finding joined with what its rule and its category say of themselves. */
export interface DescribedFinding extends Finding {
  categoryName: Localized;
  campaignName: Localized;
  /** The words of the notice that the rule rests on. */
  basis: Localized;
  reason: Localized;
  checklist: readonly Localized[];
  reminder: Localized;
  /** Minors or self-harm may be concerned: whoever shows the finding says first where help is. */
  help: boolean;
  /** The same check under other campaigns. */
  also: readonly { campaign: Localized; category: Localized }[];
  /** Counter-evidence in words. */
  against: readonly string[];
}

export interface CardFindingProps {
  finding: DescribedFinding;
  /** A finding before is of the same category: what the category says of itself is not said twice. */
  again?: boolean;
  onMore: (category: string) => void;
}

export function CardFinding({ finding, again = false, onMore }: CardFindingProps) {
  const campaign = localized(finding.campaignName);
  return (
    <section class="finding">
      <h3>
        {localized(finding.categoryName)} <ConfidenceMark confidence={finding.confidence} />
      </h3>
      <p>{localized(finding.reason)}</p>
      <MatchedWords spans={finding.spans} />
      {campaign && <p class="basis">{t('cardBasis', campaign, localized(finding.basis))}</p>}
      <p>
        <span class="term">{t('cardCounter')}</span> {finding.against.join('；') || t('cardNoCounter')}
      </p>
      {!again && <AboutCategory finding={finding} onMore={onMore} />}
    </section>
  );
}

function AboutCategory({ finding, onMore }: Pick<CardFindingProps, 'finding' | 'onMore'>) {
  const reminder = localized(finding.reminder);
  const also = finding.also.map(({ campaign, category }) =>
    t('categoryCampaign', localized(campaign), localized(category)),
  );
  return (
    <>
      {finding.checklist.length > 0 && (
        <details>
          <summary>{t('cardChecklist')}</summary>
          <ol>
            {finding.checklist.map((question) => (
              <li key={question.zh_CN}>{localized(question)}</li>
            ))}
          </ol>
        </details>
      )}
      {reminder && <p class="reminder">{reminder}</p>}
      {also.length > 0 && <p class="basis">{t('cardAlso', also.join(t('listSeparator')))}</p>}
      <p>
        <button type="button" class="link" onClick={() => onMore(finding.category)}>
          {t('cardMore')}
        </button>
      </p>
    </>
  );
}
