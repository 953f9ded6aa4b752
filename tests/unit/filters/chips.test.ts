import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chipsOf } from '@/components/filters/chips';
import { EVERYTHING, type ReportQuery } from '@/utils/model/queue';
import { rangeOf } from '@/utils/views/days';
import { isFiltering } from '@/utils/views/query';
import { FILTER_NAMES } from '../../support/filters';
import { useLanguage } from '../../support/setup';
import { anyQuery } from '../views/arbitraries';

const TODAY = new Date(2026, 10, 22, 12);
const chips = (query: Partial<ReportQuery>) => chipsOf({ ...EVERYTHING, ...query }, FILTER_NAMES, TODAY);
const texts = (query: Partial<ReportQuery>) => chips(query).map(({ text }) => text);

describe('chips', () => {
  test('name field and value', () => {
    expect(
      texts({
        campaigns: ['2025-3'],
        sites: ['zhihu', 'x'],
        labels: ['none'],
        files: ['ai'],
        rules: ['-'],
        copies: true,
        disagree: true,
      }),
    ).toEqual([
      'Campaign: 2025 · Malicious marketing',
      'Site: Zhihu',
      'Site: x',
      'Label reading: Read, no label',
      'What the files say: Evidence of AI in the file',
      'Rule: No rule (reported by hand)',
      'Only with copies',
      'Only where reviewers disagree',
    ]);
  });
  test('are in Chinese with its own colon', () => {
    useLanguage('zh_CN');
    expect(texts({ assignees: ['林'] })).toEqual(['负责人：林']);
    expect(texts({ from: '2026-11-01', to: '2026-11-05' })).toEqual([
      '举报日期：2026年11月1日 至 2026年11月5日',
    ]);
  });
  test('do not repeat what the search box and the statuses show', () => {
    expect(texts({ text: 'x', statuses: ['new', 'confirmed'] })).toEqual([]);
  });
  test.each([
    [rangeOf('month', TODAY), 'Filed: Last 30 days'],
    [{ from: '2026-11-05', to: '' }, 'Filed: since Nov 5, 2026'],
    [{ from: '', to: '2026-11-05' }, 'Filed: until Nov 5, 2026'],
    [{ from: '2026-11-05', to: '2026-11-05' }, 'Filed: on Nov 5, 2026'],
    [{ from: '2026-11-01', to: '2026-11-05' }, 'Filed: Nov 1, 2026 to Nov 5, 2026'],
  ])('days %j are called %s', (range, text) => {
    expect(texts(range)).toEqual([text]);
  });
  test('taken away one after the other leave nothing but text and statuses', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        let left = query;
        for (
          let [chip] = chipsOf(left, FILTER_NAMES, TODAY);
          chip;
          [chip] = chipsOf(left, FILTER_NAMES, TODAY)
        ) {
          left = { ...left, ...chip.without };
        }
        expect(left).toEqual({ ...EVERYTHING, text: query.text, statuses: query.statuses });
      }),
    );
  });
  test('there is one for each value, each with its own key', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const keys = chipsOf(query, FILTER_NAMES, TODAY).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        const rest = { ...query, text: '', statuses: [] };
        expect(keys.length > 0).toBe(isFiltering(rest));
      }),
    );
  });
});
