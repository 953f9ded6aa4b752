import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AGE_STEPS, decisions, quantile, TIME_STEPS } from '@/utils/figures/decisions';
import { headline } from '@/utils/figures/headline';
import { localDay, startOfDay, startOfWeek } from '@/utils/figures/local-days';
import { anyDigest, makeDigest, NOW } from './support';

const MINUTE = 60_000;
const decided = (took: number) =>
  makeDigest({ status: 'confirmed', createdAt: 1000, decidedAt: 1000 + took });
const counts = (values: readonly { count: number }[]) => values.map(({ count }) => count);

describe('times', () => {
  test('a bar holds what was decided in less than its end', () => {
    const took = [0, MINUTE - 1, MINUTE, 59 * MINUTE, 23 * 60 * MINUTE, 6 * 1440 * MINUTE, 7 * 1440 * MINUTE];
    expect(counts(decisions(took.map(decided), NOW).times)).toEqual([2, 1, 1, 1, 1, 1]);
  });

  test('a clock that was put back decides at once; what has no time is counted apart', () => {
    const { times, timed, untimed, median } = decisions(
      [decided(-5000), makeDigest({ status: 'dismissed', decidedAt: undefined })],
      NOW,
    );
    expect([counts(times)[0], timed, untimed, median]).toEqual([1, 1, 1, 0]);
  });

  test('median and 90th percentile', () => {
    const figures = decisions([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(decided), NOW);
    expect([figures.median, figures.ninetieth]).toEqual([6, 10]);
    expect(decisions([1, 2].map(decided), NOW).median).toBe(1.5);
  });

  test('there is none without a decision', () => {
    expect(decisions([makeDigest()], NOW)).toMatchObject({
      median: undefined,
      ninetieth: undefined,
      timed: 0,
    });
  });
});

describe('what waits', () => {
  const filed = (daysAgo: number) => makeDigest({ createdAt: startOfDay(NOW, -daysAgo) });

  test('is counted by local days', () => {
    const { ages, waiting, oldest } = decisions([0, 1, 6, 7, 29, 30, 89, 90, 4000].map(filed), NOW);
    expect(counts(ages)).toEqual([1, 2, 2, 2, 2]);
    expect(waiting).toBe(9);
    expect(oldest).toBe(startOfDay(NOW, -4000));
  });

  test('each bar names the days that a filter must have to show its reports', () => {
    const { ages } = decisions([], NOW);
    expect(ages.map(({ from, to }) => [from, to])).toEqual([
      ['2026-11-22', ''],
      ['2026-11-16', '2026-11-21'],
      ['2026-10-24', '2026-11-15'],
      ['2026-08-25', '2026-10-23'],
      ['', '2026-08-24'],
    ]);
  });

  test('a report from the future waits since today', () => {
    expect(counts(decisions([filed(-3)], NOW).ages)).toEqual([1, 0, 0, 0, 0]);
  });
});

test('every report is in one bar, and a bar’s days hold just its reports', () => {
  fc.assert(
    fc.property(fc.array(anyDigest()), (digests) => {
      const { times, timed, untimed, ages, waiting, median, ninetieth } = decisions(digests, NOW);
      expect(timed + untimed + waiting).toBe(digests.length);
      expect(counts(times).reduce((a, b) => a + b, 0)).toBe(timed);
      expect(counts(ages).reduce((a, b) => a + b, 0)).toBe(waiting);
      if (timed > 0) expect(ninetieth!).toBeGreaterThanOrEqual(median!);
      for (const { from, to, count } of ages) {
        const within = digests.filter(({ status, createdAt }) => {
          const day = localDay(createdAt);
          return status === 'new' && (!from || day >= from) && (!to || day <= to);
        });
        expect(within).toHaveLength(count);
      }
    }),
  );
});

test('steps ascend', () => {
  for (const steps of [TIME_STEPS, AGE_STEPS]) expect([...steps].sort((a, b) => a - b)).toEqual([...steps]);
});

test('a quantile lies among the values, and no higher fraction below it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(1000), { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, fraction) => {
        const sorted = values.sort((a, b) => a - b);
        const value = quantile(sorted, fraction)!;
        expect(value).toBeGreaterThanOrEqual(sorted[0]!);
        expect(value).toBeLessThanOrEqual(sorted.at(-1)!);
        expect(quantile(sorted, 1)! >= value && quantile(sorted, 0)! <= value).toBe(true);
      },
    ),
  );
  expect(quantile([], 0.5)).toBeUndefined();
});

describe('the headline', () => {
  const monday = startOfWeek(NOW);
  const at = (decidedAt: number) => makeDigest({ status: 'confirmed', decidedAt });

  test('counts by week from Monday on', () => {
    const digests = [
      at(monday),
      at(NOW),
      at(monday - 1),
      at(startOfWeek(NOW, -1)),
      at(startOfWeek(NOW, -1) - 1),
    ];
    expect(headline(digests, NOW)).toMatchObject({ total: 5, confirmed: 5, thisWeek: 2, lastWeek: 2 });
  });

  test('a report that is new again is not decided', () => {
    expect(headline([makeDigest({ status: 'new', decidedAt: NOW })], NOW)).toMatchObject({
      new: 1,
      thisWeek: 0,
    });
  });

  test('adds up', () => {
    fc.assert(
      fc.property(fc.array(anyDigest()), (digests) => {
        const {
          total,
          new: open,
          confirmed,
          dismissed,
          submitted,
          thisWeek,
          lastWeek,
        } = headline(digests, NOW);
        expect(total).toBe(digests.length);
        expect(open + confirmed + dismissed + submitted).toBe(total);
        expect(thisWeek + lastWeek).toBeLessThanOrEqual(total - open);
      }),
    );
  });
});
