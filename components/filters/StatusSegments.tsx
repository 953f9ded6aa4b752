import { formatNumber, t } from '../../utils/i18n';
import { REPORT_STATUSES, type ReportStatus } from '../../utils/model/report';
import { statusWord } from '../words';

export interface StatusSegmentsProps {
  chosen: readonly ReportStatus[];
  counts: ReadonlyMap<string, number>;
  onChoose: (chosen: readonly ReportStatus[]) => void;
}

/** One status, or all of them; several at once are chosen in the list of further filters and shown here. */
export function StatusSegments({ chosen, counts, onChoose }: StatusSegmentsProps) {
  const all = REPORT_STATUSES.reduce((sum, status) => sum + (counts.get(status) ?? 0), 0);
  const segment = (word: string, count: number, pressed: boolean, next: readonly ReportStatus[]) => (
    <button
      key={word}
      type="button"
      class="filter-segment"
      aria-pressed={pressed}
      onClick={() => onChoose(next)}
    >
      {word} <span class="menu-count">{formatNumber(count)}</span>
    </button>
  );
  return (
    <fieldset class="filter-segments">
      <legend class="visually-hidden">{t('reportStatus')}</legend>
      {segment(t('filterAllStatuses'), all, chosen.length === 0, [])}
      {REPORT_STATUSES.map((status) => {
        const isOnly = chosen.length === 1 && chosen[0] === status;
        const pressed = chosen.includes(status);
        return segment(statusWord(status), counts.get(status) ?? 0, pressed, isOnly ? [] : [status]);
      })}
    </fieldset>
  );
}
