import { t } from '../utils/i18n';
import type { Finding } from '../utils/model/finding';
import { CardFinding, type DescribedFinding } from './CardFinding';
import { ConfidenceMark } from './ConfidenceMark';

export interface FindingViewProps {
  finding: Finding;
  /** Name of the finding's category, which may outlive the rule. */
  category: string;
  /** Absent when no pack holds the rule any more: reports outlive packs. */
  described: DescribedFinding | undefined;
  /** The finding before is of the same category: clause and checklist are not said twice. */
  again?: boolean;
}

/** A stored finding: as on the card, or what is left of it when its rule is gone. */
export function FindingView({ finding, category, described, again = false }: FindingViewProps) {
  if (described) return <CardFinding finding={described} again={again} />;
  return (
    <section class="finding">
      <h3>
        {category} <ConfidenceMark confidence={finding.confidence} />
      </h3>
      <p>{t('findingRuleGone', finding.rule)}</p>
      <p>
        <span class="term">{t('cardWords')}</span>{' '}
        {[...new Set(finding.spans.map(({ text }) => text))].map((word) => (
          <q key={word}>{word}</q>
        ))}
      </p>
    </section>
  );
}
