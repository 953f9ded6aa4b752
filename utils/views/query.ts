import {
  EVERYTHING,
  FACETS,
  type Facet,
  NEWEST_FIRST,
  type ReportQuery,
  type SavedView,
} from '../model/queue';

/** What of the queue is shown and how; a saved view without its name. */
export type ViewState = Pick<SavedView, 'query' | 'sort' | 'grouped'>;

/** What the queue shows when nothing was asked for. */
export const START: ViewState = { query: EVERYTHING, sort: NEWEST_FIRST, grouped: false };

/** Whether any report could be kept back. */
export function isFiltering(query: ReportQuery): boolean {
  return !isSameQuery(query, EVERYTHING);
}

/** Whether two queries ask for the same; the order in which values were chosen does not matter. */
export function isSameQuery(one: ReportQuery, other: ReportQuery): boolean {
  return (
    one.text.trim() === other.text.trim() &&
    one.from === other.from &&
    one.to === other.to &&
    one.copies === other.copies &&
    one.disagree === other.disagree &&
    FACETS.every((facet) => isSameSet(one[facet], other[facet]))
  );
}

export function isSameView(one: ViewState, other: ViewState): boolean {
  return (
    isSameQuery(one.query, other.query) &&
    one.sort.by === other.sort.by &&
    one.sort.descending === other.sort.descending &&
    one.grouped === other.grouped
  );
}

/** The change that chooses a value of a field, or gives it up. */
export function toggling(query: ReportQuery, facet: Facet, value: string): Partial<ReportQuery> {
  const chosen: readonly string[] = query[facet];
  const next = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
  return { [facet]: next };
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const values = new Set(one);
  return values.size === new Set(other).size && other.every((value) => values.has(value));
}
