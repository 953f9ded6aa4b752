import { t } from '../../utils/i18n';
import { type Facet, type FacetCounts, type ReportQuery, WITHOUT } from '../../utils/model/queue';
import { REPORT_STATUSES } from '../../utils/model/report';
import { foldForSearch, searchWords } from '../../utils/search';
import { type FilterNames, facetWord, valueWord } from './facet-words';

/** One value that can be chosen. */
export interface FilterOption {
  /** Distinct over all fields. */
  key: string;
  facet: Facet;
  value: string;
  name: string;
  /** Reports that fit the other fields and have it. */
  count: number;
  chosen: boolean;
}

export interface FilterGroup {
  key: string;
  name: string;
  options: readonly FilterOption[];
}

export interface OptionContext {
  query: ReportQuery;
  facets: FacetCounts;
  names: FilterNames;
}

/** Lists that are always shown whole, in this order; of the others, the values that occur or are chosen. */
const WHOLE: Partial<Record<Facet, readonly string[]>> = {
  statuses: REPORT_STATUSES,
  confidences: ['strong', 'likely', 'clue', 'none'],
  labels: ['seen', 'none', 'unknown'],
};

/** What is chosen first, then what is most frequent. */
export function optionsOf(facet: Facet, context: OptionContext): FilterOption[] {
  const { query, facets } = context;
  const whole = WHOLE[facet];
  const option = (value: string) => optionOf(facet, value, context);
  if (whole) return whole.map(option);
  return [...new Set([...query[facet], ...facets[facet].keys()])].map(option).sort(byUse);
}

export function groupOf(facet: Facet, context: OptionContext): FilterGroup {
  return { key: facet, name: facetWord(facet), options: optionsOf(facet, context) };
}

/** A group for each campaign, the newest first: the whole campaign, then its categories. */
export function categoryGroups(context: OptionContext): FilterGroup[] {
  const campaigns = new Map(optionsOf('campaigns', context).map((option) => [option.value, option]));
  const categories = Map.groupBy(optionsOf('categories', context), ({ value }) => campaignOf(value));
  const ids = [...new Set([...campaigns.keys(), ...categories.keys()])].sort(newestFirst);
  return ids.map((id) => {
    const whole = campaigns.get(id) ?? optionOf('campaigns', id, context);
    const name = whole.name;
    // Without a category is without a campaign: one of the two says it.
    const lead = id === WITHOUT && !whole.chosen ? [] : [{ ...whole, name: t('filterWholeCampaign') }];
    return { key: id, name, options: [...lead, ...(categories.get(id) ?? [])] };
  });
}

/** The options that hold every word, in their name, their id or the name of their group. */
export function narrowed(groups: readonly FilterGroup[], search: string): FilterGroup[] {
  const words = searchWords(search);
  const fits = (group: FilterGroup) => (option: FilterOption) => {
    const text = foldForSearch([option.name, option.value, group.name].join('\n'));
    return words.every((word) => text.includes(word));
  };
  return groups
    .map((group) => ({ ...group, options: group.options.filter(fits(group)) }))
    .filter(({ options }) => options.length > 0);
}

/**
 * Options in the order of earlier ones: while a list is open nothing may move under the pointer.
 *
 * @param order keys of options; others come last
 */
export function inOrder(groups: readonly FilterGroup[], order: readonly string[]): FilterGroup[] {
  const ranks = new Map(order.map((key, rank) => [key, rank]));
  const rank = ({ key }: FilterOption) => ranks.get(key) ?? order.length;
  return groups.map((group) => ({
    ...group,
    options: [...group.options].sort((a, b) => rank(a) - rank(b)),
  }));
}

function optionOf(facet: Facet, value: string, { query, facets, names }: OptionContext): FilterOption {
  const chosen: readonly string[] = query[facet];
  return {
    key: `${facet}:${value}`,
    facet,
    value,
    name: valueWord(facet, value, names),
    count: facets[facet].get(value) ?? 0,
    chosen: chosen.includes(value),
  };
}

function byUse(one: FilterOption, other: FilterOption): number {
  return (
    Number(other.chosen) - Number(one.chosen) ||
    other.count - one.count ||
    one.name.localeCompare(other.name) ||
    one.value.localeCompare(other.value)
  );
}

function campaignOf(category: string): string {
  return category.split('/', 1)[0] ?? category;
}

function newestFirst(one: string, other: string): number {
  return Number(one === WITHOUT) - Number(other === WITHOUT) || other.localeCompare(one, 'en');
}
