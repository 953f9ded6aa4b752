import { t } from '../../utils/i18n';
import { type ReportSort, SORT_KEYS } from '../../utils/model/queue';
import { Switch } from '../Switch';
import { sortWord } from './facet-words';

export interface OrderBarProps {
  sort: ReportSort;
  grouped: boolean;
  onSort: (sort: ReportSort) => void;
  onGrouped: (grouped: boolean) => void;
}

/** The order of the queue where its header has no room, and whether copies are one row. */
export function OrderBar({ sort, grouped, onSort, onGrouped }: OrderBarProps) {
  const way = sort.descending ? t('filterDescending') : t('filterAscending');
  return (
    <div class="filter-order">
      <Switch on={grouped} onSwitch={onGrouped}>
        {t('filterGrouped')}
      </Switch>
      <label class="filter-sort">
        <span class="muted small">{t('filterSort')}</span>
        <select
          value={sort.by}
          onChange={(event) => onSort({ ...sort, by: event.currentTarget.value as ReportSort['by'] })}
        >
          {SORT_KEYS.map((key) => (
            <option key={key} value={key}>
              {sortWord(key)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="button filter-way"
        title={way}
        aria-label={way}
        onClick={() => onSort({ ...sort, descending: !sort.descending })}
      >
        <span aria-hidden="true">{sort.descending ? '↓' : '↑'}</span>
      </button>
    </div>
  );
}
