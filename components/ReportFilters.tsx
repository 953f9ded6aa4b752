import type { Ref } from 'preact';
import { t } from '../utils/i18n';
import { REPORT_STATUSES, type ReportStatus } from '../utils/model/report';
import { statusWord } from './words';

/** Empty strings let everything pass. */
export interface Filters {
  text: string;
  category: string;
  site: string;
  status: ReportStatus | '';
}

export interface FilterOption {
  id: string;
  name: string;
  count: number;
}

export interface ReportFiltersProps {
  filters: Filters;
  categories: readonly FilterOption[];
  sites: readonly FilterOption[];
  /** Reports of each status that pass the other filters; the empty string counts all. */
  statusCounts: Record<ReportStatus | '', number>;
  searchRef?: Ref<HTMLInputElement>;
  onChange: (change: Partial<Filters>) => void;
}

export function ReportFilters({
  filters,
  categories,
  sites,
  statusCounts,
  searchRef,
  onChange,
}: ReportFiltersProps) {
  return (
    <search class="filters">
      <label class="field filter-text">
        <span class="field-name">{t('filterText')}</span>
        <input
          {...(searchRef && { ref: searchRef })}
          type="search"
          placeholder={t('filterTextHint')}
          value={filters.text}
          // While an input method composes, its spelling is not yet what the person means.
          onInput={(event) => !event.isComposing && onChange({ text: event.currentTarget.value })}
          onCompositionEnd={(event) => onChange({ text: event.currentTarget.value })}
        />
      </label>
      <Choice
        name={t('cardCategories')}
        all={t('filterAllCategories')}
        options={categories}
        value={filters.category}
        onChange={(category) => onChange({ category })}
      />
      <Choice
        name={t('filterSite')}
        all={t('filterAllSites')}
        options={sites}
        value={filters.site}
        onChange={(site) => onChange({ site })}
      />
      <fieldset class="segments filter-status">
        <legend class="visually-hidden">{t('reportStatus')}</legend>
        {(['', ...REPORT_STATUSES] as const).map((status) => (
          <label key={status} class="segment">
            <input
              type="radio"
              name="status"
              checked={filters.status === status}
              onChange={() => onChange({ status })}
            />
            {status ? statusWord(status) : t('filterAllStatuses')}{' '}
            <span class="count">{statusCounts[status]}</span>
          </label>
        ))}
      </fieldset>
    </search>
  );
}

interface ChoiceProps {
  name: string;
  all: string;
  options: readonly FilterOption[];
  value: string;
  onChange: (value: string) => void;
}

function Choice({ name, all, options, value, onChange }: ChoiceProps) {
  return (
    <label class="field">
      <span class="field-name">{name}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {t('filterOption', option.name, option.count)}
          </option>
        ))}
      </select>
    </label>
  );
}
