import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byRule, hasEnough, ordered, RULE_ORDERS } from '@/utils/figures/by-rule';
import { share } from '@/utils/figures/share';
import type { ReportStatus } from '@/utils/model/report';
import { anyDigest, makeDigest } from './support';

const digests = (rule: string, ...statuses: ReportStatus[]) =>
  statuses.map((status) => makeDigest({ rules: [rule], status }));
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const tally = (rule: string, dismissed: number) => ({ rule, reported: 99, dismissed });

test('submitted counts as confirmed, new as no decision, and dismissed posts as decisions', () => {
  const reports = digests('a', 'confirmed', 'submitted', 'dismissed', 'new');
  expect(byRule(reports, [tally('a', 2)])).toEqual([
    {
      rule: 'a',
      confirmed: 2,
      dismissed: 1,
      dismissedPosts: 2,
      undecided: 1,
      share: share(2, 5),
    },
  ]);
});

test('a rule that was only ever dismissed on pages is there', () => {
  expect(byRule([], [tally('a', 3), tally('b', 0)])).toMatchObject([{ rule: 'a', share: { hits: 0, n: 3 } }]);
});

describe('the order', () => {
  const rules = byRule(
    [
      ...digests('few', 'confirmed'),
      ...digests('open', 'new'),
      ...digests('good', ...times(20, 'confirmed' as const)),
      ...digests('small', ...times(5, 'confirmed' as const)),
      ...digests('bad', ...times(6, 'confirmed' as const), ...times(20, 'dismissed' as const)),
    ],
    [],
  );
  const names = (order: (typeof RULE_ORDERS)[number]) => ordered(rules, order).map(({ rule }) => rule);

  test('begins with the lowest bound, not the lowest rate; too few decisions stand last, none not at all', () => {
    expect(names('weakest')).toEqual(['bad', 'small', 'good', 'few']);
  });

  test('begins with most decisions when that is asked for', () => {
    expect(names('decisions')).toEqual(['bad', 'good', 'small', 'few']);
  });
});

test('five decisions are enough', () => {
  const enough = (count: number) =>
    byRule(digests('a', ...times(count, 'dismissed' as const)), []).map(hasEnough);
  expect([enough(4), enough(5)]).toEqual([[false], [true]]);
});

test('the rate lies within its interval, and every decision is counted once', () => {
  fc.assert(
    fc.property(
      fc.array(anyDigest()),
      fc.nat(20),
      fc.constantFrom(...RULE_ORDERS),
      (reports, posts, order) => {
        const rules = byRule(reports, [tally('old/rule', posts)]);
        for (const { rule, confirmed, dismissed, dismissedPosts, undecided, share: rate } of rules) {
          const own = reports.filter((report) => report.rules.includes(rule));
          expect(confirmed + dismissed + undecided).toBe(own.length);
          expect(rate.n).toBe(confirmed + dismissed + dismissedPosts);
          if (rate.rate === null) continue;
          expect(rate.low!).toBeGreaterThanOrEqual(0);
          expect(rate.low!).toBeLessThanOrEqual(rate.rate);
          expect(rate.high!).toBeGreaterThanOrEqual(rate.rate);
          expect(rate.high!).toBeLessThanOrEqual(1);
        }
        expect(ordered(rules, order)).toHaveLength(rules.filter(({ share: { n } }) => n > 0).length);
      },
    ),
  );
});

test('more decisions of the same share make the interval narrower', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(200), (n, rest) => {
      const hits = rest % (n + 1);
      const width = (k: number) => share(hits * k, n * k).high! - share(hits * k, n * k).low!;
      expect(width(4)).toBeLessThan(width(1));
    }),
  );
});
