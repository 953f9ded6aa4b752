import { render } from 'preact';
import { useRef, useState } from 'preact/hooks';
import baseCss from '@/components/base.css?inline';
import { FilterBar } from '@/components/filters/FilterBar';
import filtersCss from '@/components/filters/filters.css?inline';
import { OrderBar } from '@/components/filters/OrderBar';
import tokensCss from '@/components/tokens.css?inline';
import {
  EVERYTHING,
  type FacetCounts,
  NEWEST_FIRST,
  type ReportQuery,
  type ReportSort,
} from '@/utils/model/queue';
import { FACET_COUNTS, FILTER_NAMES } from '../../support/filters';

let style: HTMLStyleElement | undefined;
export let root: HTMLElement;

/** An empty page with the sheets of the reports page, in the colours that are asked for. */
export function openPage(scheme: 'light' | 'dark' = 'light'): void {
  style = document.createElement('style');
  style.textContent = tokensCss + baseCss + filtersCss;
  document.documentElement.lang = 'en';
  document.documentElement.style.colorScheme = scheme;
  root = document.createElement('main');
  root.style.padding = '16px';
  document.head.append(style);
  document.body.append(root);
}

export function closePage(): void {
  render(null, root);
  root.remove();
  style?.remove();
}

export interface Shown {
  /** Every query that was asked for, in order. */
  asked: ReportQuery[];
  /** The order and grouping that were asked for. */
  orders: { sort: ReportSort; grouped: boolean }[];
  /** How often the search handed over. */
  done: () => number;
  /** Changes the query from outside the bar, as a view does. */
  change: (query: Partial<ReportQuery>) => void;
}

/** The bar as a page uses it: what it asks for is what it is given. */
export function showFilters(first: Partial<ReportQuery> = {}, facets: FacetCounts = FACET_COUNTS): Shown {
  const asked: ReportQuery[] = [];
  const orders: Shown['orders'] = [];
  let done = 0;
  let change: Shown['change'] = () => undefined;
  function Page() {
    const [query, setQuery] = useState({ ...EVERYTHING, ...first });
    const [order, setOrder] = useState({ sort: NEWEST_FIRST, grouped: false });
    const search = useRef<HTMLInputElement>(null);
    change = (part) => setQuery((last) => ({ ...last, ...part }));
    const reorder = (next: typeof order) => {
      orders.push(next);
      setOrder(next);
    };
    return (
      <FilterBar
        query={query}
        facets={facets}
        count={12}
        total={340}
        names={FILTER_NAMES}
        searchRef={search}
        onSearchDone={() => done++}
        onQuery={(change) =>
          setQuery((last) => {
            const next = { ...last, ...change };
            asked.push(next);
            return next;
          })
        }
      >
        <OrderBar
          {...order}
          onSort={(sort) => reorder({ ...order, sort })}
          onGrouped={(grouped) => reorder({ ...order, grouped })}
        />
      </FilterBar>
    );
  }
  render(<Page />, root);
  return { asked, orders, done: () => done, change: (part) => change(part) };
}
