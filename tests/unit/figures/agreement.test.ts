import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Agreement, agreement, byPair, type Crossed } from '@/utils/figures/agreement';
import { HERE, type Opinion, type Verdict } from '@/utils/model/queue';

const REVIEWERS = [
  HERE,
  { id: 'r-1', name: '甲' },
  { id: 'r-2', name: 'Yi' },
  { id: 'r-3', name: '' },
] as const;

const crossed: fc.Arbitrary<Crossed> = fc.record({
  both: fc.nat(400),
  onlyFirst: fc.nat(400),
  onlySecond: fc.nat(400),
  neither: fc.nat(400),
});
const counts = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };

describe('agreement on one question', () => {
  test('is that of the textbook example (Cohen 1960, two answers)', () => {
    const { kappa, observed, expected, n, agreed } = agreement({
      both: 20,
      onlyFirst: 5,
      onlySecond: 10,
      neither: 15,
    });
    expect({ n, agreed, observed, expected }).toEqual({ n: 50, agreed: 35, observed: 0.7, expected: 0.5 });
    expect(kappa).toBeCloseTo(0.4, 12);
  });

  test('has the interval that Wilson gives for 35 of 50, carried over', () => {
    const { low, high } = agreement({ both: 20, onlyFirst: 5, onlySecond: 10, neither: 15 });
    expect(low).toBeCloseTo((0.5625 - 0.5) / 0.5, 2);
    expect(high).toBeCloseTo((0.809 - 0.5) / 0.5, 2);
  });

  test.each<[string, Crossed]>([
    ['no post', counts],
    ['both always said yes', { ...counts, both: 30 }],
    ['both always said no', { ...counts, neither: 1 }],
  ])('cannot be told: %s', (_, crossing) => {
    expect(agreement(crossing)).toMatchObject({ kappa: null, low: null, high: null });
  });

  test('of those who always agree is 1, with an interval that narrows with the posts', () => {
    const few = agreement({ ...counts, both: 2, neither: 2 });
    const many = agreement({ ...counts, both: 200, neither: 200 });
    expect([few.kappa, few.high, many.kappa]).toEqual([1, 1, 1]);
    expect(few.low!).toBeLessThan(0.1);
    expect(many.low!).toBeGreaterThan(0.97);
  });

  test('of those who never agree is at most 0, and exactly -1 where each says both equally often', () => {
    expect(agreement({ ...counts, onlyFirst: 7, onlySecond: 7 })).toMatchObject({ kappa: -1, low: -1 });
    expect(agreement({ ...counts, onlyFirst: 9 }).kappa).toBe(0);
  });

  test('keeps within its range and its interval, whatever is counted', () => {
    fc.assert(
      fc.property(crossed, (crossing) => {
        const { kappa, low, high, observed, n } = agreement(crossing);
        expect(n === 0).toBe(observed === null);
        if (kappa === null) return;
        expect(low!).toBeGreaterThanOrEqual(-1);
        expect(low!).toBeLessThanOrEqual(kappa);
        expect(high!).toBeGreaterThanOrEqual(kappa);
        expect(high!).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test('is the same whoever comes first, and whichever answer is called yes', () => {
    const near = (one: Agreement, other: Agreement) => {
      for (const field of ['n', 'agreed', 'observed', 'expected', 'kappa', 'low', 'high'] as const) {
        if (one[field] === null) expect(other[field]).toBeNull();
        else expect(other[field]).toBeCloseTo(one[field], 10);
      }
    };
    fc.assert(
      fc.property(crossed, ({ both, onlyFirst, onlySecond, neither }) => {
        const here = agreement({ both, onlyFirst, onlySecond, neither });
        near(here, agreement({ both, onlyFirst: onlySecond, onlySecond: onlyFirst, neither }));
        near(here, agreement({ both: neither, onlyFirst: onlySecond, onlySecond: onlyFirst, neither: both }));
      }),
    );
  });

  test('does not depend on how many posts there are, only on their shares', () => {
    fc.assert(
      fc.property(crossed, fc.integer({ min: 2, max: 9 }), (crossing, times) => {
        const more = Object.fromEntries(
          Object.entries(crossing).map(([name, count]) => [name, count * times]),
        ) as unknown as Crossed;
        const [one, other] = [agreement(crossing), agreement(more)];
        if (one.kappa === null) expect(other.kappa).toBeNull();
        else expect(other.kappa).toBeCloseTo(one.kappa, 10);
      }),
    );
  });
});

const opinion = (reviewer: number, verdict: Verdict, categories: string[] = []): Opinion => ({
  reviewer: REVIEWERS[reviewer]!,
  verdict,
  categories,
});
const posts = (...lists: Opinion[][]) => lists.map((opinions) => ({ opinions }));

describe('agreement between reviewers', () => {
  test('counts posts that both have decided, and no others', () => {
    const [pair, ...more] = byPair(
      posts(
        [opinion(0, 'problem', ['a']), opinion(1, 'problem', ['a'])],
        [opinion(0, 'none', ['a']), opinion(1, 'none', [])],
        [opinion(0, 'open'), opinion(1, 'none')],
        [opinion(0, 'problem'), opinion(1, 'open')],
        [],
      ),
    );
    expect(more).toEqual([]);
    expect(pair).toMatchObject({
      first: HERE,
      second: REVIEWERS[1],
      verdict: { n: 2, agreed: 2, kappa: 1 },
      categories: [{ category: 'a', n: 2, first: 1, second: 1, kappa: 1 }],
    });
  });

  test('tells of a pair that has not yet decided the same post', () => {
    expect(byPair(posts([opinion(0, 'open'), opinion(1, 'none')]))).toMatchObject([
      { verdict: { n: 0, kappa: null }, categories: [] },
    ]);
  });

  test('of three reviewers has three pairs, those with most posts first', () => {
    const all = [opinion(0, 'problem'), opinion(1, 'none'), opinion(2, 'none')];
    const pairs = byPair(posts(all, [opinion(2, 'problem'), opinion(1, 'problem')]));
    expect(pairs.map(({ first, second, verdict: { n } }) => [first.name, second.name, n])).toEqual([
      ['甲', 'Yi', 2],
      ['', '甲', 1],
      ['', 'Yi', 1],
    ]);
  });

  test('knows a reviewer who has changed their name by their id, and keeps a name', () => {
    const renamed = { ...opinion(3, 'none'), reviewer: { id: 'r-3', name: 'Bing' } };
    const pairs = byPair(
      posts([opinion(0, 'none'), renamed], [opinion(0, 'problem'), opinion(3, 'problem')]),
    );
    expect(pairs).toMatchObject([{ second: { name: 'Bing' }, verdict: { n: 2 } }]);
  });

  const anyOpinions = fc
    .subarray([0, 1, 2, 3])
    .chain((reviewers) =>
      fc.tuple(
        ...reviewers.map((reviewer) =>
          fc
            .tuple(fc.constantFrom<Verdict>('problem', 'none', 'open'), fc.subarray(['a', 'b', 'c']))
            .map(([verdict, categories]) => opinion(reviewer, verdict, categories)),
        ),
      ),
    );

  test('is that of counting every post by hand, in whatever order posts and opinions come', () => {
    fc.assert(
      fc.property(fc.array(anyOpinions, { maxLength: 30 }), fc.boolean(), (lists, turned) => {
        const given = turned ? lists.map((list) => [...list].reverse()).reverse() : lists;
        for (const { first, second, verdict, categories } of byPair(posts(...given))) {
          const common = lists.flatMap((list) => {
            const one = list.find(({ reviewer }) => reviewer.id === first.id);
            const other = list.find(({ reviewer }) => reviewer.id === second.id);
            return one && other && one.verdict !== 'open' && other.verdict !== 'open' ? [[one, other]] : [];
          });
          expect(verdict.n).toBe(common.length);
          expect(verdict.agreed).toBe(
            common.filter(([one, other]) => one!.verdict === other!.verdict).length,
          );
          for (const each of categories) {
            const chose = ({ verdict: said, categories: all }: Opinion) =>
              said === 'problem' && all.includes(each.category);
            expect(each.first).toBe(common.filter(([one]) => chose(one!)).length);
            expect(each.second).toBe(common.filter(([, other]) => chose(other!)).length);
            expect(each.agreed).toBe(common.filter(([one, other]) => chose(one!) === chose(other!)).length);
          }
        }
      }),
    );
  });
});
