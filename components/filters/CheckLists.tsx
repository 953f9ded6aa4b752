import { useMemo, useState } from 'preact/hooks';
import { formatNumber, t } from '../../utils/i18n';
import type { Facet } from '../../utils/model/queue';
import { type FilterGroup, type FilterOption, inOrder, narrowed } from './options';

/** From how many values on a field to narrow them is shown, and how many of a group are shown at once. */
const NARROWABLE = 9;
const SHOWN = 60;

export interface CheckListsProps {
  /** What all groups are about. */
  name: string;
  groups: readonly FilterGroup[];
  /** A single group needs no heading beside the name. */
  headings: boolean;
  onToggle: (facet: Facet, value: string) => void;
}

/** Values to choose from, in groups; Enter in the field chooses the first that fits. */
export function CheckLists({ name, groups, headings, onToggle }: CheckListsProps) {
  const [search, setSearch] = useState('');
  const [stop, setStop] = useState('');
  const [order] = useState(() => keysOf(groups));
  const shown = useMemo(() => narrowed(inOrder(groups, order), search), [groups, order, search]);
  const keys = keysOf(shown);
  const tabStop = keys.includes(stop) ? stop : keys[0];
  const chooseFirst = (event: KeyboardEvent) => {
    const first = shown[0]?.options[0];
    if (event.key !== 'Enter' || event.isComposing || !search.trim() || !first) return;
    event.preventDefault();
    onToggle(first.facet, first.value);
  };
  return (
    <>
      {(order.length >= NARROWABLE || search) && (
        <input
          type="search"
          data-narrow=""
          class="menu-narrow"
          aria-label={t('filterNarrow', name)}
          placeholder={t('filterNarrowHint')}
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={chooseFirst}
        />
      )}
      <p class="muted small" role="status">
        {shown.length === 0 && (search ? t('filterNothing') : t('filterNoValues'))}
      </p>
      {shown.map((group) => (
        <fieldset key={group.key} class="menu-group">
          <legend class={headings ? 'menu-heading' : 'visually-hidden'}>{group.name}</legend>
          {group.options.slice(0, SHOWN).map((option) => (
            <CheckRow
              key={option.key}
              option={option}
              tabbable={option.key === tabStop}
              onFocus={() => setStop(option.key)}
              onToggle={() => onToggle(option.facet, option.value)}
            />
          ))}
          {group.options.length > SHOWN && (
            <p class="muted small">{t('filterFurther', formatNumber(group.options.length - SHOWN))}</p>
          )}
        </fieldset>
      ))}
    </>
  );
}

interface CheckRowProps {
  option: FilterOption;
  tabbable: boolean;
  onFocus: () => void;
  onToggle: () => void;
}

function CheckRow({ option, tabbable, onFocus, onToggle }: CheckRowProps) {
  return (
    <label class="menu-row">
      <input
        type="checkbox"
        data-option=""
        tabIndex={tabbable ? 0 : -1}
        checked={option.chosen}
        onFocus={onFocus}
        onChange={onToggle}
      />
      <span class="menu-name">{option.name}</span>
      <span class="menu-count">{formatNumber(option.count)}</span>
    </label>
  );
}

function keysOf(groups: readonly FilterGroup[]): string[] {
  return groups.flatMap(({ options }) => options.map(({ key }) => key));
}
