import { FACETS, type Facet, type ReportQuery, type ReportSort, SORT_KEYS } from '../model/queue';
import { START, type ViewState } from './query';
import { IS_VALUE, isEnd, isSearch } from './values';

/** What the part of the address after `#` says: `queue?site=zhihu&sort=-confidence`. */
export interface ViewAddress extends ViewState {
  /** What stands before the question mark, for instance `queue` or `report/…`. */
  path: string;
  /** The view that this one started from; empty when the address names none. */
  base: string;
  /** Parts that could not be understood and were left out, as they stand in the address. */
  dropped: readonly string[];
}

const LISTS: Readonly<Record<Facet, string>> = {
  statuses: 'status',
  campaigns: 'campaign',
  categories: 'category',
  sites: 'site',
  confidences: 'confidence',
  labels: 'label',
  files: 'file',
  rules: 'rule',
  assignees: 'reviewer',
  tags: 'tag',
};
const FACET_OF = new Map(FACETS.map((facet) => [LISTS[facet], facet]));

/** The address of a view, from `#` on; only what differs from {@link START} is in it. */
export function addressOf(path: string, { query, sort, grouped }: ViewState, base = ''): string {
  const params = new URLSearchParams();
  if (base) params.append('view', base);
  if (query.text) params.append('q', query.text);
  for (const facet of FACETS) for (const value of query[facet]) params.append(LISTS[facet], value);
  if (query.from) params.append('from', query.from);
  if (query.to) params.append('to', query.to);
  if (query.copies) params.append('copies', '1');
  if (query.disagree) params.append('disagree', '1');
  const order = formatSort(sort);
  if (order !== formatSort(START.sort)) params.append('sort', order);
  if (grouped) params.append('group', '1');
  // Slashes may stand in a fragment as they are; categories and rules are full of them.
  const search = params.toString().replaceAll('%2F', '/');
  return search ? `#${path}?${search}` : `#${path}`;
}

/** Never fails: addresses are written by hand, by other versions, and cut short by messengers. */
export function readAddress(hash: string): ViewAddress {
  const [, path = '', search = ''] = /^#?([^?]*)\??(.*)$/s.exec(hash) ?? [];
  const reading = { query: { ...START.query }, sort: START.sort, grouped: START.grouped, base: '' };
  const dropped: string[] = [];
  for (const [name, value] of new URLSearchParams(search)) {
    if (!take(reading, name, value)) dropped.push(`${name}=${value}`);
  }
  return { path, ...reading, dropped };
}

type Reading = Omit<ViewAddress, 'path' | 'dropped'>;

/** Puts one part of the address into what was read so far; false when it cannot be understood. */
function take(reading: Reading, name: string, value: string): boolean {
  const { query } = reading;
  const facet = FACET_OF.get(name);
  if (facet) return IS_VALUE[facet](value) && choose(query, facet, value);
  if (name === 'q' && isSearch(value)) query.text = value;
  else if ((name === 'from' || name === 'to') && isEnd(value)) query[name] = value;
  else if (name === 'copies' && value === '1') query.copies = true;
  else if (name === 'disagree' && value === '1') query.disagree = true;
  else if (name === 'group' && value === '1') reading.grouped = true;
  else if (name === 'view') reading.base = value;
  else if (name === 'sort') {
    const sort = parseSort(value);
    if (sort) reading.sort = sort;
    return sort !== undefined;
  } else return false;
  return true;
}

function choose(query: ReportQuery, facet: Facet, value: string): true {
  const values: readonly string[] = query[facet];
  if (!values.includes(value)) Object.assign(query, { [facet]: [...values, value] });
  return true;
}

/** `-createdAt` counts down. */
function formatSort({ by, descending }: ReportSort): string {
  return descending ? `-${by}` : by;
}

function parseSort(text: string): ReportSort | undefined {
  const descending = text.startsWith('-');
  const by = SORT_KEYS.find((key) => key === (descending ? text.slice(1) : text));
  return by && { by, descending };
}
