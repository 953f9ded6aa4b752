import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERYWHERE, type Match } from '@/utils/rules/match/hit';
import { type Nearness, nearMatches } from '@/utils/rules/match/near';

const at = (start: number, length = 2): Match => {
  const hit = { start, end: start + length };
  return { ...hit, words: [hit] };
};
const near = (least: number, more: Partial<Nearness> = {}): Nearness => ({
  least,
  within: 20,
  ordered: false,
  connects: () => true,
  ...more,
});
const stretches = (matches: Match[]) => matches.map(({ start, end }) => [start, end]);

describe('nearMatches', () => {
  it('joins the nearest match of each part', () => {
    expect(stretches(nearMatches([[at(10)], [at(0), at(14), at(18)]], near(2)))).toEqual([[10, 16]]);
  });

  it('a part that holds of the whole post counts and takes no place', () => {
    expect(stretches(nearMatches([[at(5)], [EVERYWHERE]], near(2)))).toEqual([[5, 7]]);
    expect(nearMatches([[], [EVERYWHERE]], near(2))).toEqual([]);
    expect(nearMatches([[EVERYWHERE], [EVERYWHERE]], near(2))).toEqual([EVERYWHERE]);
  });

  it('asks whether a stretch may be covered', () => {
    expect(nearMatches([[at(0)], [at(8)]], near(2, { connects: (_, end) => end <= 9 }))).toEqual([]);
  });

  it('finds what lacks the first part', () => {
    expect(stretches(nearMatches([[], [at(4)], [at(8)]], near(2)))).toEqual([[4, 10]]);
    expect(stretches(nearMatches([[at(90)], [at(4)], [at(8)]], near(2)))).toEqual([[4, 10]]);
  });

  it('never covers more than allowed and never uses a word twice', () => {
    const list = fc
      .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 5 })), { maxLength: 6 })
      .map((hits) => hits.map(([start, length]) => at(start, length)).sort((a, b) => a.start - b.start));
    fc.assert(
      fc.property(
        fc.array(list, { minLength: 2, maxLength: 4 }),
        fc.boolean(),
        fc.nat(),
        (lists, ordered, n) => {
          const least = ordered ? lists.length : 1 + (n % lists.length);
          for (const { start, end, words } of nearMatches(lists, near(least, { ordered }))) {
            expect(end - start <= 20 || words.length === 1).toBe(true);
            expect(words.length).toBeGreaterThanOrEqual(least);
            const sorted = [...words].sort((a, b) => a.start - b.start);
            for (const [i, word] of sorted.entries())
              if (i > 0) expect(word.start).toBeGreaterThanOrEqual(sorted[i - 1]!.end);
            if (ordered) expect(words).toEqual(sorted);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
