import type { ComponentChildren, RefObject } from 'preact';
import { t } from '../../utils/i18n';
import { EVERYTHING, type Facet, type FacetCounts, type ReportQuery } from '../../utils/model/queue';
import { isFiltering, toggling } from '../../utils/views/query';
import { Switch } from '../Switch';
import { CheckLists } from './CheckLists';
import { chipsOf } from './chips';
import { DateFilter } from './DateFilter';
import { FilterChips } from './FilterChips';
import type { FilterNames } from './facet-words';
import { categoryGroups, type FilterGroup, groupOf } from './options';
import { Popover } from './Popover';
import { ResultLine } from './ResultLine';
import { SearchBox } from './SearchBox';
import { StatusSegments } from './StatusSegments';

export interface FilterBarProps {
  query: ReportQuery;
  facets: FacetCounts;
  /** Reports that fit, and all reports. */
  count: number;
  total: number;
  names: FilterNames;
  onQuery: (change: Partial<ReportQuery>) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  /** Enter was pressed in the search box: the reader goes on to the list. */
  onSearchDone: () => void;
  /** At the end of the result line: the order of the list. */
  children?: ComponentChildren;
}

const CATEGORY_FACETS: readonly Facet[] = ['campaigns', 'categories'];
const MORE_FACETS: readonly Facet[] = ['confidences', 'labels', 'files', 'rules', 'assignees', 'tags'];

/** Every filter of the queue: values of one field are alternatives, fields restrict each other. */
export function FilterBar(props: FilterBarProps) {
  const { query, facets, names, onQuery, searchRef } = props;
  const today = new Date();
  const focusSearch = () => searchRef.current?.focus();
  const filtering = isFiltering(query);
  return (
    <search class="filter-bar" aria-label={t('filterLegend')}>
      <div class="filter-line">
        <SearchBox
          text={query.text}
          boxRef={searchRef}
          onText={(text) => onQuery({ text })}
          onDone={props.onSearchDone}
        />
        <StatusSegments
          chosen={query.statuses}
          counts={facets.statuses}
          onChoose={(statuses) => onQuery({ statuses })}
        />
        <FilterMenus {...props} today={today} />
      </div>
      <div class="filter-line">
        <ResultLine filtering={filtering} count={props.count} total={props.total} />
        <FilterChips
          chips={chipsOf(query, names, today)}
          onRemove={({ without }) => onQuery(without)}
          onGone={focusSearch}
        />
        {filtering && (
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              onQuery(EVERYTHING);
              focusSearch();
            }}
          >
            {t('actionClearFilters')}
          </button>
        )}
        {props.children}
      </div>
    </search>
  );
}

function FilterMenus({ query, facets, names, today, onQuery }: FilterBarProps & { today: Date }) {
  const context = { query, facets, names };
  // Statuses stand in the bar already.
  const more = chosenOf(query, MORE_FACETS) + Number(query.copies) + Number(query.disagree);
  const lists = (name: string, groups: readonly FilterGroup[], headings = true) => (
    <CheckLists
      name={name}
      groups={groups}
      headings={headings}
      onToggle={(facet, value) => onQuery(toggling(query, facet, value))}
    />
  );
  return (
    <div class="filter-menus">
      <FilterMenu name={t('filterCategory')} chosen={chosenOf(query, CATEGORY_FACETS)}>
        {(name) => lists(name, categoryGroups(context))}
      </FilterMenu>
      <FilterMenu name={t('filterSite')} chosen={query.sites.length}>
        {(name) => lists(name, [groupOf('sites', context)].filter(hasOptions), false)}
      </FilterMenu>
      <FilterMenu name={t('filterDate')} chosen={Number(query.from !== '' || query.to !== '')}>
        {() => <DateFilter range={query} today={today} onRange={({ from, to }) => onQuery({ from, to })} />}
      </FilterMenu>
      <FilterMenu name={t('filterMore')} chosen={more}>
        {(name) => (
          <>
            <Switch on={query.copies} onSwitch={(copies) => onQuery({ copies })}>
              {t('filterCopies')}
            </Switch>
            <Switch on={query.disagree} onSwitch={(disagree) => onQuery({ disagree })}>
              {t('filterDisagree')}
            </Switch>
            {lists(
              name,
              [...MORE_FACETS, 'statuses' as const]
                .map((facet) => groupOf(facet, context))
                .filter(hasOptions),
            )}
          </>
        )}
      </FilterMenu>
    </div>
  );
}

interface FilterMenuProps {
  name: string;
  chosen: number;
  children: (name: string) => ComponentChildren;
}

function FilterMenu({ name, chosen, children }: FilterMenuProps) {
  return (
    <Popover
      name={name}
      active={chosen > 0}
      label={
        <>
          {name}
          {chosen > 0 && (
            <>
              <span class="menu-chosen" aria-hidden="true">
                {chosen}
              </span>
              <span class="visually-hidden"> {t('filterChosen', chosen)}</span>
            </>
          )}
        </>
      }
    >
      {() => children(name)}
    </Popover>
  );
}

function chosenOf(query: ReportQuery, facets: readonly Facet[]): number {
  return facets.reduce((sum, facet) => sum + query[facet].length, 0);
}

function hasOptions({ options }: FilterGroup): boolean {
  return options.length > 0;
}
