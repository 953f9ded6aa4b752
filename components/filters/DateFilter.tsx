import { useId } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { DAY_PRESETS, type DayRange, presetOf, rangeOf } from '../../utils/views/days';
import { presetWord } from './facet-words';

export interface DateFilterProps {
  range: DayRange;
  today: Date;
  onRange: (range: DayRange) => void;
}

/** Days of filing: usual ranges, or a first and a last day. */
export function DateFilter({ range, today, onRange }: DateFilterProps) {
  const id = useId();
  const { from, to } = range;
  const preset = presetOf(range, today);
  const isCrossed = from !== '' && to !== '' && from > to;
  const choice = (word: string, pressed: boolean, next: DayRange) => (
    <button
      key={word}
      type="button"
      class="menu-choice"
      data-option=""
      aria-pressed={pressed}
      onClick={() => onRange(next)}
    >
      {word}
    </button>
  );
  const end = (name: string, value: string, onDay: (day: string) => void) => (
    <label class="field">
      <span class="field-name">{name}</span>
      <input
        type="date"
        class="filter-day"
        value={value}
        aria-invalid={isCrossed}
        aria-describedby={isCrossed ? id : undefined}
        onChange={(event) => onDay(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <div class="filter-days">
      <fieldset class="menu-group">
        <legend class="visually-hidden">{t('filterDays')}</legend>
        {choice(t('filterAnyDay'), !from && !to, { from: '', to: '' })}
        {DAY_PRESETS.map((each) => choice(presetWord(each), each === preset, rangeOf(each, today)))}
      </fieldset>
      <div class="filter-ends">
        {end(t('filterFrom'), from, (day) => onRange({ from: day, to }))}
        {end(t('filterTo'), to, (day) => onRange({ from, to: day }))}
      </div>
      <p id={id} class="small" role="status">
        {isCrossed && t('filterDaysCrossed')}
      </p>
    </div>
  );
}
