// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { conclude } from '@/scripts/bench/conclude';
import { type Figure, figureRows, judge, missedBy } from '@/scripts/bench/targets';

const most = (value: number): Figure => ({ what: 'floor', value, target: 4, is: 'most' });
const least = (value: number): Figure => ({ what: 'peer', value, target: 10, is: 'least' });
const none = (value: number): Figure => ({ what: 'layouts', value, target: 0, is: 'most' });

describe('the verdict', () => {
  test('all targets met', () => {
    const figures = [most(4), least(10), none(0)];
    expect(judge('match', figures)).toEqual({ line: 'bench:match: all targets met', failed: false });
  });

  test('a target missed within the tolerance is said and does not fail', () => {
    expect(judge('page', [most(5), least(12)])).toEqual({
      line: 'bench:page: missed within the tolerance: floor 5 (≤ 4, by 25 %)',
      failed: false,
    });
  });

  test('a target missed by more fails, and all that are missed are named', () => {
    expect(judge('match', [most(5.4), least(9)])).toEqual({
      line: 'bench:match: FAILED, missed: floor 5.4 (≤ 4, by 35 %); peer 9 (≥ 10, by 10 %)',
      failed: true,
    });
    expect(missedBy(least(6.9))).toBeGreaterThan(0.3);
    expect(judge('match', [most(Number.NaN)]).failed).toBe(true);
  });

  test('where nothing is allowed, one is too many', () => {
    expect(judge('page', [none(1)])).toEqual({
      line: 'bench:page: FAILED, missed: layouts 1 (≤ 0)',
      failed: true,
    });
  });

  test('is shown for each target', () => {
    expect(figureRows([most(2), least(9), none(3)]).map(({ verdict }) => verdict)).toEqual([
      'met',
      'missed by 10 %',
      'missed',
    ]);
  });
});

describe('the end of a bench', () => {
  beforeEach(() => {
    vi.spyOn(console, 'log').mockReturnValue();
    vi.spyOn(console, 'table').mockReturnValue();
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('is the line of verdict, and the exit status', () => {
    expect([conclude('page', [most(4)]), conclude('page', [most(5)]), conclude('page', [most(6)])]).toEqual([
      0, 0, 1,
    ]);
    expect(vi.mocked(console.log).mock.lastCall).toEqual([
      'bench:page: FAILED, missed: floor 6 (≤ 4, by 50 %)',
    ]);
    expect(vi.mocked(console.table)).toHaveBeenCalledTimes(3);
  });
});
