import type { StatusCounts } from '../../utils/figures/status-counts';
import { formatNumber, t } from '../../utils/i18n';
import { REPORT_STATUSES, type ReportStatus } from '../../utils/model/report';
import { statusWord } from '../words';

/** From the axis on: what was right, what was not, what is open. */
export const STACK = [
  'submitted',
  'confirmed',
  'dismissed',
  'new',
] as const satisfies readonly ReportStatus[];

/** Heads and cells of a table's columns of statuses, the sum first. */
export const statusColumns = () => [t('chartTotal'), ...REPORT_STATUSES.map(statusWord)];
export const statusCells = (counts: StatusCounts) =>
  (['total', ...REPORT_STATUSES] as const).map((each) => formatNumber(counts[each]));

/** The statuses that occur, as `Confirmed 12, New 3`. */
export function statusParts(counts: StatusCounts): string {
  return STACK.filter((status) => counts[status] > 0)
    .map((status) => t('summaryPart', statusWord(status), formatNumber(counts[status])))
    .join(t('listSeparator'));
}

/** Which look is which status: each has its own shade or pattern, so that colour is not the only sign. */
export function StatusLegend() {
  return (
    <p class="chart-legend small" aria-hidden="true">
      {STACK.map((status) => (
        <span key={status}>
          <span class={`chart-fill chart-${status}`} />
          {statusWord(status)}
        </span>
      ))}
    </p>
  );
}
