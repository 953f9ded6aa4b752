import { describe, expect, test } from 'vitest';
import { firstReports } from '@/entrypoints/reports/exchange/export/first-reports';
import {
  type ExportScopes,
  scopeCounts,
  scopeIds,
  usableScope,
} from '@/entrypoints/reports/exchange/export/scopes';

const scopes = (parts: Partial<ExportScopes> = {}): ExportScopes => ({
  all: 5,
  view: { ids: new Set(['a', 'b']), filtered: true },
  selection: new Set(['c']),
  ...parts,
});

describe('what is exported', () => {
  test('is named by id, but for everything', () => {
    expect(scopeCounts(scopes())).toEqual({ all: 5, view: 2, selection: 1 });
    expect(scopeIds(scopes(), 'all')).toBeUndefined();
    expect(scopeIds(scopes(), 'view')).toEqual(new Set(['a', 'b']));
    expect(scopeIds(scopes(), 'selection')).toEqual(new Set(['c']));
  });

  test('is everything where the queue shows everything', () => {
    expect(scopeIds(scopes({ view: { ids: new Set(['a']), filtered: false } }), 'view')).toBeUndefined();
  });

  test('is everything when what was asked for has become empty', () => {
    expect(usableScope(scopes(), 'selection')).toBe('selection');
    expect(usableScope(scopes({ selection: new Set() }), 'selection')).toBe('all');
    expect(usableScope(scopes({ view: { ids: new Set(), filtered: true } }), 'view')).toBe('all');
  });
});

describe('the reports with which a file begins', () => {
  const newestFirst = ['e', 'd', 'c', 'b', 'a'].map((id) => ({ id }));

  test('are the oldest of those that are asked for', () => {
    expect(firstReports(newestFirst, undefined, 3)).toEqual(['a', 'b', 'c']);
    expect(firstReports(newestFirst, new Set(['e', 'b', 'x']), 3)).toEqual(['b', 'e']);
    expect(firstReports([], undefined, 3)).toEqual([]);
  });
});
