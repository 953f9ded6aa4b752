import { t } from '../utils/i18n';
import type { Finding } from '../utils/model/finding';
import type { MediaCheck } from '../utils/model/media-check';
import { CardFinding, type DescribedFinding } from './CardFinding';
import { ConfidenceMark } from './ConfidenceMark';
import { MatchedWords } from './MatchedWords';
import { MatchedFiles } from './media/MatchedFiles';

export interface FindingViewProps {
  finding: Finding;
  /** Name of the finding's category, which may outlive the rule. */
  category: string;
  /** Absent when no pack holds the rule any more: reports outlive packs. */
  described: DescribedFinding | undefined;
  /** A finding before is of the same category: what the category says of itself is not said twice. */
  again?: boolean;
  /** What the files of the post said. */
  checks?: readonly MediaCheck[] | undefined;
  onMore: (category: string) => void;
}

/** A stored finding: as on the card, or what is left of it when its rule is gone. */
export function FindingView(props: FindingViewProps) {
  const { finding, category, described, again = false, checks, onMore } = props;
  if (described) return <CardFinding finding={described} again={again} checks={checks} onMore={onMore} />;
  return (
    <section class="finding">
      <h3>
        {category} <ConfidenceMark confidence={finding.confidence} />
      </h3>
      <p>{t('findingRuleGone', finding.rule)}</p>
      <MatchedWords spans={finding.spans} confidence={finding.confidence} />
      {finding.spans.length === 0 && checks && <MatchedFiles checks={checks} />}
    </section>
  );
}
