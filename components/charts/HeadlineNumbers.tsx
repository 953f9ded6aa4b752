import type { Headline } from '../../utils/figures/headline';
import { formatNumber, t } from '../../utils/i18n';
import { formatDuration } from './format';

export interface HeadlineNumbersProps {
  headline: Headline;
  /** Of the time to a decision, in milliseconds; `undefined` when nothing is timed. */
  median: number | undefined;
  onUndecided: () => void;
}

/** The four numbers that are asked for first. */
export function HeadlineNumbers({ headline, median, onUndecided }: HeadlineNumbersProps) {
  return (
    <dl class="chart-numbers">
      <div>
        <dt>{t('chartTotal')}</dt>
        <dd>{formatNumber(headline.total)}</dd>
      </div>
      <div>
        <dt>{t('chartUndecided')}</dt>
        <dd>
          {headline.new > 0 ? (
            <button type="button" class="chart-link" title={t('chartPick')} onClick={onUndecided}>
              {formatNumber(headline.new)}
            </button>
          ) : (
            formatNumber(0)
          )}
        </dd>
      </div>
      <div>
        <dt>{t('chartThisWeek')}</dt>
        <dd>{formatNumber(headline.thisWeek)}</dd>
        <dd class="small muted">{t('chartLastWeek', formatNumber(headline.lastWeek))}</dd>
      </div>
      <div>
        <dt>{t('chartMedian')}</dt>
        <dd>{median === undefined ? '–' : formatDuration(median)}</dd>
      </div>
    </dl>
  );
}
