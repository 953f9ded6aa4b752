import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskFound, maskPlaces } from '@/utils/precheck/mask';
import { privateNumbers } from '@/utils/precheck/private-numbers';
import { quietReport, raised } from './support';

describe('places of a text', () => {
  test('are replaced by three stars each, in any order', () => {
    const text = '甲 13812345678 乙 010-12345678';
    expect(maskPlaces(text, privateNumbers(text).reverse())).toBe('甲 *** 乙 ***');
  });

  test('that overlap or lie outside are passed over', () => {
    expect(
      maskPlaces('abcdef', [
        { start: 1, end: 3 },
        { start: 2, end: 5 },
      ]),
    ).toBe('a***def');
    expect(
      maskPlaces('abc', [
        { start: 2, end: 9 },
        { start: 1, end: 1 },
      ]),
    ).toBe('abc');
  });

  test('leave nothing that would be found again', () => {
    const thick = fc.string({
      unit: fc.constantFrom('138', '1234', '5678', ' ', '，', '微信', 'ab12345'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(thick, (text) => {
        const places = privateNumbers(text);
        const masked = maskPlaces(text, places);
        for (const { start, end } of places) {
          const all = text.split(text.slice(start, end)).length - 1;
          const left = masked.split(text.slice(start, end)).length - 1;
          expect(left).toBeLessThan(all);
        }
      }),
    );
  });
});

describe('what was found in a report', () => {
  const report = quietReport({ note: '他留了 vx：ab12345 和 13812345678' });
  const concern = raised(report, 'private-numbers')!;

  test('is masked in a text made from it, wherever it stands', () => {
    const made = '帖文称“13812345678”，账号 ab12345；再提 13812345678。';
    expect(maskFound(made, [concern])).toBe('帖文称“***”，账号 ***；再提 ***。');
  });

  test('the longest first, and no single characters', () => {
    const places = ['甲', '甲乙', '甲乙丙'].map((text) => ({ ...concern.places[0]!, text }));
    expect(maskFound('甲乙丙，甲乙，甲', [{ places }])).toBe('***，***，甲');
  });

  test('nothing found, nothing changed', () => expect(maskFound('原样', [])).toBe('原样'));
});
