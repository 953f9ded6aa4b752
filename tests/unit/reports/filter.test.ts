import { describe, expect, test } from 'vitest';
import type { Filters } from '@/components/ReportFilters';
import {
  countStatuses,
  isFiltering,
  matches,
  NO_FILTERS,
  optionsOf,
  WITHOUT_CATEGORY,
} from '@/entrypoints/reports/filter';
import { makePost, makeReport } from '../../support/builders';

const report = makeReport({
  status: 'confirmed',
  note: '同一老人出现三次',
  post: makePost({ title: 'ＡＩ变现课', author: { name: '老王' } }),
});
const fits = (filters: Partial<Filters>) => matches(report, { ...NO_FILTERS, ...filters });

describe('filters', () => {
  test.each(['拾荒老人', 'ai变现', '老王', '出现三次', '暖心', '老王 拾荒', '  '])('%j is found', (text) => {
    expect(fits({ text })).toBe(true);
  });
  test.each(['没有的词', '老王 不存在'])('%j is not found', (text) => {
    expect(fits({ text })).toBe(false);
  });
  test('by status, site and category', () => {
    expect(
      fits({
        status: 'confirmed',
        site: 'xiaohongshu',
        category: '2025-3/fake-staged',
      }),
    ).toBe(true);
    expect(fits({ status: 'new' })).toBe(false);
    expect(fits({ site: 'zhihu' })).toBe(false);
    expect(fits({ category: '2025-4/ai-label-missing' })).toBe(false);
    expect(fits({ category: WITHOUT_CATEGORY })).toBe(false);
    expect(
      matches(makeReport({ categories: [] }), {
        ...NO_FILTERS,
        category: WITHOUT_CATEGORY,
      }),
    ).toBe(true);
  });
  test('an empty search filters nothing', () => {
    expect(isFiltering({ ...NO_FILTERS, text: ' ' })).toBe(false);
    expect(isFiltering({ ...NO_FILTERS, status: 'new' })).toBe(true);
  });
  test('status counts ignore the chosen status and heed the rest', () => {
    const counts = countStatuses([report, makeReport()], {
      ...NO_FILTERS,
      status: 'new',
      text: '老王',
    });
    expect(counts).toEqual({
      '': 1,
      new: 0,
      confirmed: 1,
      dismissed: 0,
      submitted: 0,
    });
  });
  test('options are the values that occur, most frequent first', () => {
    expect(optionsOf(['b', 'a', 'b'], (id) => id.toUpperCase())).toEqual([
      { id: 'b', name: 'B', count: 2 },
      { id: 'a', name: 'A', count: 1 },
    ]);
  });
});
