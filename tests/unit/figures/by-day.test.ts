import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byDay, DAY_RANGES } from '@/utils/figures/by-day';
import { localDay, startOfDay } from '@/utils/figures/local-days';
import { REPORT_STATUSES } from '@/utils/model/report';
import { anyDigest, makeDigest, NOW } from './support';

const on = (daysAgo: number) => makeDigest({ createdAt: startOfDay(NOW, -daysAgo) });

test('every day of the range has a bar, those without reports too', () => {
  const { bars, step } = byDay([on(0), on(2), on(2)], 30, NOW);
  expect(step).toBe('day');
  expect(bars).toHaveLength(30);
  expect(bars[0]?.from).toBe('2026-10-24');
  expect(bars.slice(-4).map(({ from, to, total }) => [from, to, total])).toEqual([
    ['2026-11-19', '2026-11-19', 0],
    ['2026-11-20', '2026-11-20', 2],
    ['2026-11-21', '2026-11-21', 0],
    ['2026-11-22', '2026-11-22', 1],
  ]);
});

test('a report belongs to its day from the first to the last moment of it', () => {
  const start = startOfDay(NOW, -3);
  const end = startOfDay(NOW, -2);
  const { bars } = byDay([makeDigest({ createdAt: start }), makeDigest({ createdAt: end - 1 })], 30, NOW);
  expect(bars.filter(({ total }) => total > 0).map(({ from, total }) => [from, total])).toEqual([
    [localDay(start), 2],
  ]);
});

describe('all days', () => {
  test('begin with the first report', () => {
    const { bars, outside } = byDay([on(40), on(3)], 'all', NOW);
    expect(bars).toHaveLength(41);
    expect(bars[0]?.total).toBe(1);
    expect(outside).toBe(0);
  });

  test('are one day while there is no report', () => {
    expect(byDay([], 'all', NOW).bars).toMatchObject([{ from: '2026-11-22', total: 0 }]);
  });

  test('of more than a year are drawn by whole weeks', () => {
    const { bars, step } = byDay([on(400), on(0)], 'all', NOW);
    expect(step).toBe('week');
    expect(bars[0]).toMatchObject({ total: 1 });
    expect(bars.at(-1)).toMatchObject({ from: '2026-11-16', to: '2026-11-22', total: 1 });
    expect(bars).toHaveLength(58);
  });

  test('of exactly a year are days', () => {
    expect(byDay([on(365)], 'all', NOW).step).toBe('day');
    expect(byDay([on(366)], 'all', NOW).step).toBe('week');
  });

  test('do not reach back to what a wrong clock wrote, nor ahead', () => {
    const wrong = [0, -8e15, 8e15].map((createdAt) => makeDigest({ createdAt }));
    const { bars, outside, sum } = byDay([...wrong, on(10)], 'all', NOW);
    expect(bars).toHaveLength(11);
    expect([sum.total, outside]).toEqual([1, 3]);
  });
});

test('bars cover their days, and everything is in a bar or outside', () => {
  fc.assert(
    fc.property(fc.array(anyDigest(NOW, 900)), fc.constantFrom(...DAY_RANGES), (digests, range) => {
      const { bars, sum, outside } = byDay(digests, range, NOW);
      for (const [i, bar] of bars.entries()) {
        const inside = digests.filter(({ createdAt }) => {
          const day = localDay(createdAt);
          return day >= bar.from && day <= bar.to;
        });
        expect(bar.total).toBe(inside.length);
        for (const status of REPORT_STATUSES)
          expect(bar[status]).toBe(inside.filter((digest) => digest.status === status).length);
        if (i > 0) expect(bar.from > bars[i - 1]!.to).toBe(true);
      }
      expect(bars.reduce((all, { total }) => all + total, 0)).toBe(sum.total);
      expect(sum.total + outside).toBe(digests.length);
    }),
    { numRuns: 60 },
  );
});
