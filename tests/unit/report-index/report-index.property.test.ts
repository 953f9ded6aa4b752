import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  EVERYTHING,
  FACETS,
  NEWEST_FIRST,
  type ReportQuery,
  type Selection,
  SORT_KEYS,
} from '@/utils/model/queue';
import { ReportIndex } from '@/utils/report-index/report-index';
import type { StoredReport } from '@/utils/storage/tables';
import { asStored, manyReports } from '../../support/many-reports';
import {
  arbitraryQuery,
  arbitraryRow,
  arbitrarySort,
  digestsOf,
  naiveCompare,
  naiveFits,
  naiveValues,
} from './naive';

vi.setConfig({ testTimeout: 20_000 });

const rowsOf = fc.array(arbitraryRow, { maxLength: 14 });

/** What one does to an index: rows in, rows out, a row damaged. */
const arbitraryStep = fc.oneof(
  rowsOf.map((rows) => ({ put: rows as unknown[] })),
  fc.integer({ min: 0, max: 12 }).map((id) => ({ remove: [`r-${id}`] })),
  arbitraryRow.map((row) => ({ put: [{ ...row, note: 7 }] as unknown[] })),
);

function seen(index: ReportIndex): unknown {
  return {
    digests: [...index.digests()],
    corrupt: [...index.corrupt].sort(),
    size: index.size,
    ids: [...index.ids()].sort(),
  };
}

/** Members of groups and orders aside, which follow from the rest. */
function sameSelection(one: Selection, other: Selection): void {
  expect(one.rows).toEqual(other.rows);
  expect(one.count).toBe(other.count);
  expect(one.facets).toEqual(other.facets);
}

describe('the index', () => {
  test('is after any changes what it would be when made anew of the rows that are left', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(arbitraryStep, arbitraryQuery, arbitrarySort, fc.boolean()), { maxLength: 8 }),
        (steps) => {
          const index = new ReportIndex();
          const left = new Map<string, unknown>();
          for (const [step, query, sort, grouped] of steps) {
            if ('put' in step) {
              index.put(step.put);
              for (const row of step.put) left.set((row as StoredReport).id, row);
            } else {
              index.remove(step.remove);
              for (const id of step.remove) left.delete(id);
            }
            const fresh = new ReportIndex();
            fresh.put([...left.values()]);
            expect(seen(index)).toEqual(seen(fresh));
            sameSelection(index.select(query, sort, { grouped }), fresh.select(query, sort, { grouped }));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('selects, sorts and counts as one would by hand', () => {
    fc.assert(
      fc.property(
        rowsOf,
        fc.array(fc.tuple(arbitraryQuery, arbitrarySort), { maxLength: 4 }),
        (rows, asked) => {
          const index = new ReportIndex();
          index.put(rows);
          const digests = digestsOf(new Map(rows.map((row) => [row.id, row])).values());
          const copiesOf = (id: string) => index.copies.clusterOf(id).length;
          for (const [query, sort] of asked) {
            const fits = digests.filter((digest) => naiveFits(digest, query, copiesOf));
            const { rows: shown, count, facets } = index.select(query, sort, { grouped: false });
            expect(shown.map(({ id }) => id)).toEqual(
              fits.toSorted(naiveCompare(sort, copiesOf)).map(({ id }) => id),
            );
            expect(shown.every(({ id, members }) => members.length === 1 && members[0] === id)).toBe(true);
            expect(count).toBe(fits.length);
            for (const facet of FACETS) {
              const others: ReportQuery = { ...query, [facet]: [] };
              const values = digests
                .filter((digest) => naiveFits(digest, others, copiesOf))
                .flatMap((digest) => naiveValues(digest, facet));
              expect(facets[facet], facet).toEqual(
                new Map(
                  [...Map.groupBy(values, (value) => value)].map(([value, { length }]) => [value, length]),
                ),
              );
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('grouped, holds each report that fits once, in the row of its first copy', () => {
    fc.assert(
      fc.property(rowsOf, arbitraryQuery, arbitrarySort, (rows, query, sort) => {
        const index = new ReportIndex();
        index.put(rows);
        const flat = index.select(query, sort, { grouped: false });
        const grouped = index.select(query, sort, { grouped: true });
        const order = new Map(flat.rows.map(({ id }, i) => [id, i]));
        expect(grouped.rows.flatMap(({ members }) => members).toSorted()).toEqual(
          [...order.keys()].toSorted(),
        );
        expect(grouped.count).toBe(flat.count);
        expect(grouped.facets).toEqual(flat.facets);
        const placesOf = (ids: readonly string[]) => ids.map((id) => order.get(id)!);
        const ascending = (places: number[]) => expect(places).toEqual(places.toSorted((a, b) => a - b));
        ascending(placesOf(grouped.rows.map(({ id }) => id)));
        for (const { id, members } of grouped.rows) {
          expect(members[0]).toBe(id);
          ascending(placesOf(members));
          const cluster = index.copies.clusterOf(id);
          expect(members.toSorted()).toEqual(cluster.filter((each) => order.has(each)).toSorted());
        }
      }),
      { numRuns: 200 },
    );
  });

  test('does so for thousands, some of them gone again', () => {
    const rows = [...manyReports({ count: 3_000, length: 40 })].map((report, i) => asStored(report, i));
    const index = new ReportIndex();
    index.put(rows.slice(0, 2_000));
    index.remove(rows.slice(0, 600).map(({ id }) => id));
    index.select({ ...EVERYTHING, text: 'a' }, NEWEST_FIRST, { grouped: true });
    index.put(rows.slice(2_000));
    const digests = digestsOf(rows.slice(600));
    const copiesOf = (id: string) => index.copies.clusterOf(id).length;
    for (const by of SORT_KEYS) {
      for (const text of ['', '养蜂人']) {
        const query: ReportQuery = { ...EVERYTHING, text, statuses: ['new', 'confirmed'] };
        const sort = { by, descending: true };
        const { rows: shown, facets } = index.select(query, sort, { grouped: false });
        const fits = digests.filter((digest) => naiveFits(digest, query, copiesOf));
        expect(shown.map(({ id }) => id)).toEqual(
          fits.toSorted(naiveCompare(sort, copiesOf)).map(({ id }) => id),
        );
        expect(facets.sites.values().reduce((sum, each) => sum + each, 0)).toBe(fits.length);
      }
    }
  });

  test('a search that is typed letter by letter finds what one asked at once does', () => {
    fc.assert(
      fc.property(
        rowsOf,
        fc.array(fc.constantFrom('蜂', '养', '人', ' ', '天', '地', 'k', 'e'), { maxLength: 8 }),
        (rows, letters) => {
          const typed = new ReportIndex();
          typed.put(rows);
          for (let end = 0; end <= letters.length; end++) {
            const query = { ...EVERYTHING, text: letters.slice(0, end).join('') };
            const fresh = new ReportIndex();
            fresh.put(rows);
            sameSelection(
              typed.select(query, NEWEST_FIRST, { grouped: false }),
              fresh.select(query, NEWEST_FIRST, { grouped: false }),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
