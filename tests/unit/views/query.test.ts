import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVERYTHING, FACETS, type ReportQuery } from '@/utils/model/queue';
import { isFiltering, isSameQuery, isSameView, START, toggling } from '@/utils/views/query';
import { anyQuery, anyState } from './arbitraries';

const PARTS: Partial<ReportQuery>[] = [
  { text: 'x' },
  { from: '2026-11-22' },
  { to: '2026-11-22' },
  { copies: true },
  ...FACETS.map((facet) => ({ [facet]: ['-'] })),
];

describe('queries', () => {
  test('everything filters nothing, nor does an empty search', () => {
    expect(isFiltering(EVERYTHING)).toBe(false);
    expect(isFiltering({ ...EVERYTHING, text: '  ' })).toBe(false);
  });

  test.each(PARTS)('%j filters, and is another query', (part) => {
    expect(isFiltering({ ...EVERYTHING, ...part })).toBe(true);
    expect(isSameQuery({ ...EVERYTHING, ...part }, EVERYTHING)).toBe(false);
    expect(isSameQuery(EVERYTHING, { ...EVERYTHING, ...part })).toBe(false);
  });

  test('are the same in whatever order their values were chosen', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const turned = Object.fromEntries(FACETS.map((facet) => [facet, [...query[facet]].reverse()]));
        expect(isSameQuery(query, { ...query, ...turned, text: ` ${query.text} ` })).toBe(true);
      }),
    );
  });

  test('a value that is chosen twice is not chosen', () => {
    fc.assert(
      fc.property(anyQuery, fc.constantFrom(...FACETS), (query, facet) => {
        const value = 'another value';
        const chosen = { ...query, ...toggling(query, facet, value) };
        expect(chosen[facet]).toContain(value);
        expect({ ...chosen, ...toggling(chosen, facet, value) }).toEqual(query);
      }),
    );
  });
});

test('views differ by query, sort, direction and grouping', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      expect(isSameView(state, structuredClone(state))).toBe(true);
    }),
  );
  expect(isSameView(START, { ...START, grouped: true })).toBe(false);
  expect(isSameView(START, { ...START, sort: { ...START.sort, descending: false } })).toBe(false);
  expect(isSameView(START, { ...START, sort: { ...START.sort, by: 'site' } })).toBe(false);
  expect(isSameView(START, { ...START, query: { ...EVERYTHING, copies: true } })).toBe(false);
});
