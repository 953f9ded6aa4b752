import type { Agreement } from '../../utils/figures/agreement';
import { formatNumber, t } from '../../utils/i18n';
import { formatKappa, formatPercent } from './format';

export interface AgreementRow {
  id: string;
  name: string;
  detail?: string;
  figures: Agreement;
  /** Whether more is shown of it below; absent where nothing is. */
  pressed?: boolean;
  onPick?: () => void;
}

export interface AgreementTableProps {
  caption: string;
  /** What the first column holds. */
  first: string;
  rows: readonly AgreementRow[];
}

/** Posts, agreement and kappa of each row, with its interval on a scale from −1 to 1. */
export function AgreementTable({ caption, first, rows }: AgreementTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="chart-scroll" tabIndex={0} aria-label={caption}>
      <table class="chart-table agreement-table">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col" class="chart-number">
              {t('agreementPosts')}
            </th>
            <th scope="col" class="chart-number">
              {t('agreementObserved')}
            </th>
            <th scope="col" class="chart-number">
              {t('agreementExpected')}
            </th>
            <th scope="col">{t('agreementKappaColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} {...row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ name, detail, figures, pressed, onPick }: AgreementRow) {
  const { n, agreed, observed, expected } = figures;
  return (
    <tr class={pressed ? 'agreement-chosen' : undefined}>
      <th scope="row">
        {onPick ? (
          <button type="button" class="chart-link" aria-pressed={pressed} onClick={onPick}>
            {name}
          </button>
        ) : (
          name
        )}
        {detail && <span class="agreement-detail muted"> {detail}</span>}
      </th>
      <td class="chart-number">{formatNumber(n)}</td>
      <td class="chart-number">
        {observed === null ? '–' : `${formatPercent(observed)} (${formatNumber(agreed)})`}
      </td>
      <td class="chart-number">{expected === null ? '–' : formatPercent(expected)}</td>
      <td>
        <Kappa {...figures} />
      </td>
    </tr>
  );
}

function Kappa({ kappa, low, high }: Agreement) {
  if (kappa === null || low === null || high === null) {
    return <span class="muted">{t('agreementUntold')}</span>;
  }
  const place = (value: number) => `${50 * (value + 1)}%`;
  return (
    <span class="agreement-kappa">
      <span class="chart-track chart-interval" aria-hidden="true">
        <span
          class="chart-whisker"
          style={{ insetInlineStart: place(low), inlineSize: `${50 * (high - low)}%` }}
        />
        <span class="chart-dot" style={{ insetInlineStart: place(kappa) }} />
      </span>
      <span class="chart-value">
        {formatKappa(kappa)}{' '}
        <span class="muted">{t('chartFromTo', formatKappa(low), formatKappa(high))}</span>
      </span>
    </span>
  );
}
