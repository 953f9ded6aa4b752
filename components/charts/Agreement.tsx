import { useState } from 'preact/hooks';
import type { PairAgreement } from '../../utils/figures/agreement';
import { formatNumber, t } from '../../utils/i18n';
import { accountName } from '../detail/account-name';
import { AgreementTable } from './AgreementTable';
import { ChartFigure } from './ChartFigure';
import { formatKappa, formatPercent } from './format';

export interface AgreementProps {
  /** Those with most posts in common first. */
  pairs: readonly PairAgreement[];
  categoryName: (id: string) => string;
  /** Shows the reports that reviewers disagree about. */
  onDisputed: () => void;
}

/** How far reviewers agree whether a post is a problem, and under which category. */
export function Agreement({ pairs, categoryName, onDisputed }: AgreementProps) {
  const [chosen, setChosen] = useState<string>();
  const title = t('agreementTitle');
  const pair = pairs.find((each) => keyOf(each) === chosen) ?? pairs[0];
  if (!pair) {
    return (
      <ChartFigure title={title} point={t('agreementNone')}>
        <p class="muted">{t('agreementHow')}</p>
      </ChartFigure>
    );
  }
  return (
    <ChartFigure title={title} point={pointOf(pairs)} note={t('agreementNote')}>
      <AgreementTable
        caption={t('agreementPairs')}
        first={t('agreementReviewers')}
        rows={pairs.map((each) => ({
          id: keyOf(each),
          name: pairName(each),
          figures: each.verdict,
          pressed: each === pair,
          onPick: () => setChosen(keyOf(each)),
        }))}
      />
      <Categories pair={pair} categoryName={categoryName} />
      <div class="row">
        <button type="button" class="button" onClick={onDisputed}>
          {t('agreementShow')}
        </button>
      </div>
    </ChartFigure>
  );
}

function Categories({ pair, categoryName }: { pair: PairAgreement } & Pick<AgreementProps, 'categoryName'>) {
  const heading = t('agreementCategories', pairName(pair));
  return (
    <>
      <h4 class="agreement-heading" aria-live="polite">
        {heading}
      </h4>
      {pair.categories.length === 0 ? (
        <p class="muted">{t('agreementNoCategories')}</p>
      ) : (
        <AgreementTable
          caption={heading}
          first={t('chartCategory')}
          rows={pair.categories.map(({ category, first, second, ...figures }) => ({
            id: category,
            name: categoryName(category),
            detail: t('agreementChosen', formatNumber(first), formatNumber(second)),
            figures,
          }))}
        />
      )}
    </>
  );
}

function pointOf(pairs: readonly PairAgreement[]): string {
  const [pair] = pairs;
  if (!pair || pair.verdict.n === 0) return t('agreementPointNone');
  const { n, observed, kappa, low, high } = pair.verdict;
  const said = t('agreementPoint', pairName(pair), formatNumber(n), formatPercent(observed ?? 0));
  if (kappa === null || low === null || high === null) return `${said} ${t('agreementUntold')}`;
  return `${said} ${t('agreementKappa', formatKappa(kappa), formatKappa(low), formatKappa(high))}`;
}

function pairName({ first, second }: PairAgreement): string {
  return t('agreementPair', accountName(first), accountName(second));
}

function keyOf({ first, second }: PairAgreement): string {
  return JSON.stringify([first.id, second.id]);
}
