import { localized, t } from '../utils/i18n';
import type { Finding } from '../utils/model/finding';
import type { Localized } from '../utils/model/localized';
import type { MediaCheck } from '../utils/model/media-check';
import type { Post } from '../utils/model/post';
import type { RuleTally } from '../utils/model/report';
import { type AnswerSheet, answeredOf, CheckList } from './CheckList';
import { ConfidenceMark } from './ConfidenceMark';
import { MatchedWords } from './MatchedWords';
import { MatchedFiles } from './media/MatchedFiles';
import { type RuleActions, RuleFooter } from './RuleFooter';

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
  /** What this reader's decisions say of the rule so far. */
  tally?: RuleTally | undefined;
}

/** What a person can do with a finding while its post is in front of them. */
export interface FindingReview extends RuleActions {
  post: Pick<Post, 'title' | 'text'>;
  sheet: AnswerSheet;
}

export interface CardFindingProps {
  finding: DescribedFinding;
  /** A finding before is of the same category: what the category says of itself is not said twice. */
  again?: boolean;
  /** What the files of the post say: all that a finding without words can rest on. */
  checks?: readonly MediaCheck[] | undefined;
  /** Absent where a stored finding is shown. */
  review?: FindingReview;
  onMore: (category: string) => void;
}

export function CardFinding({ finding, again = false, checks, review, onMore }: CardFindingProps) {
  const campaign = localized(finding.campaignName);
  return (
    <section class="finding">
      <h3>
        {localized(finding.categoryName)} <ConfidenceMark confidence={finding.confidence} />
      </h3>
      <p>{localized(finding.reason)}</p>
      <MatchedWords spans={finding.spans} confidence={finding.confidence} texts={review?.post} />
      {finding.spans.length === 0 && checks && <MatchedFiles checks={checks} />}
      {campaign && <p class="basis">{t('cardBasis', campaign, localized(finding.basis))}</p>}
      <p>
        <span class="term">{t('cardCounter')}</span> {finding.against.join('；') || t('cardNoCounter')}
      </p>
      {!again && <AboutCategory finding={finding} sheet={review?.sheet} />}
      {review && <RuleFooter rule={finding.rule} tally={finding.tally} actions={review} />}
      {!again && (
        <button type="button" class="link" onClick={() => onMore(finding.category)}>
          {t('cardMore')}
        </button>
      )}
    </section>
  );
}

function AboutCategory({ finding, sheet }: { finding: DescribedFinding; sheet: AnswerSheet | undefined }) {
  const reminder = localized(finding.reminder);
  const also = finding.also.map(({ campaign, category }) =>
    t('categoryCampaign', localized(campaign), localized(category)),
  );
  return (
    <>
      <Questions finding={finding} sheet={sheet} />
      {reminder && <p class="reminder">{reminder}</p>}
      {also.length > 0 && <p class="basis">{t('cardAlso', also.join(t('listSeparator')))}</p>}
    </>
  );
}

function Questions({ finding, sheet }: { finding: DescribedFinding; sheet: AnswerSheet | undefined }) {
  const { category, checklist: questions } = finding;
  if (questions.length === 0) return null;
  const asked = sheet && { category, questions, sheet };
  return (
    <details>
      <summary>
        {t('cardChecklist')}{' '}
        {asked && <span class="term">{t('cardAnswered', answeredOf(asked), questions.length)}</span>}
      </summary>
      {asked ? (
        <>
          <CheckList {...asked} />
          <p class="reminder">{t('cardAnswersHint')}</p>
        </>
      ) : (
        <ol>
          {questions.map((question) => (
            <li key={question.zh_CN}>{localized(question)}</li>
          ))}
        </ol>
      )}
    </details>
  );
}
