import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCount } from '@/utils/sites/counts';

describe('parseCount', () => {
  test.each([
    ['318', 318],
    ['3,456', 3_456],
    ['1.2万', 12_000],
    ['10w+', 100_000],
    ['2.5k', 2_500],
    ['1.1亿', 110_000_000],
    ['赞同 108', 108],
    ['0', 0],
    [42, 42],
    [3.6, 4],
  ])('%j', (shown, count) => {
    expect(parseCount(shown)).toBe(count);
  });

  test.each(['', '赞', '点赞', null, undefined, -3, Number.NaN, {}, []])('%j holds no count', (shown) => {
    expect(parseCount(shown)).toBeUndefined();
  });

  test('a unit letter that begins a word is no unit', () => {
    expect(parseCount('12 weeks')).toBe(12);
  });

  test('never gives anything but a whole number of at least 0', () => {
    fc.assert(
      fc.property(fc.anything(), (shown) => {
        const count = parseCount(shown);
        if (count !== undefined) expect(Number.isInteger(count) && count >= 0).toBe(true);
      }),
    );
  });
});
