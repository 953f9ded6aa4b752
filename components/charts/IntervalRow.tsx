import type { Share } from '../../utils/figures/share';
import { formatNumber, t } from '../../utils/i18n';
import { formatPercent } from './format';

export interface IntervalRowProps {
  name: string;
  share: Share;
  /** Whether there are enough decisions; otherwise it is drawn hollow, and said. */
  isSure: boolean;
  onPick: () => void;
}

/** A share as a dot, with the interval as a line through it. */
export function IntervalRow({ name, share, isSure, onPick }: IntervalRowProps) {
  const { rate, low, high, hits, n } = share;
  if (rate === null || low === null || high === null) return null;
  const percent = (fraction: number) => `${100 * fraction}%`;
  return (
    <li class={isSure ? 'chart-bar-row' : 'chart-bar-row chart-unsure'}>
      <button type="button" class="chart-bar chart-interval-bar" title={t('chartPick')} onClick={onPick}>
        <span class="chart-name">{name}</span>
        <span class="chart-track chart-interval" aria-hidden="true">
          <span
            class="chart-whisker"
            style={{ insetInlineStart: percent(low), inlineSize: percent(high - low) }}
          />
          <span class="chart-dot" style={{ insetInlineStart: percent(rate) }} />
        </span>
        <span class="chart-value">
          {t('chartShareOf', formatPercent(rate), formatNumber(hits), formatNumber(n))}
          <span class="visually-hidden">
            {t('summaryParts', t('chartFromTo', formatPercent(low), formatPercent(high)))}
          </span>
          {!isSure && <span class="chart-few small"> {t('chartTooFew')}</span>}
        </span>
      </button>
    </li>
  );
}
