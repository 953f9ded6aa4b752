import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrayOf, isRecord, numberOf, numericIdOf, recordOf, textOf } from '@/utils/sites/unknown';

/** `String` and `Number` throw on it. */
const HOSTILE = JSON.parse('{"toString":null,"valueOf":null}') as unknown;

describe('values of a page', () => {
  test.each([
    [2, 2],
    ['2', 2],
    [' 2.5 ', 2.5],
    ['', Number.NaN],
    ['2x', Number.NaN],
    [null, Number.NaN],
    [true, Number.NaN],
    [['2'], Number.NaN],
    [HOSTILE, Number.NaN],
  ])('%j as a number is %d', (value, number) => expect(numberOf(value)).toBe(number));

  test.each([
    [' a ', 'a'],
    [0, '0'],
    [' ', undefined],
    [['a'], undefined],
    [HOSTILE, undefined],
  ])('%j as a text is %j', (value, text) => expect(textOf(value)).toBe(text));

  test('are taken without an error whatever they are', () => {
    const any = fc.oneof(fc.anything(), fc.constant(HOSTILE), fc.constant([HOSTILE]));
    fc.assert(
      fc.property(any, (value) => {
        expect(typeof numberOf(value)).toBe('number');
        expect(['string', 'undefined']).toContain(typeof textOf(value));
        expect(numericIdOf(value) ?? '1').toMatch(/^[1-9]\d*$/);
        expect(isRecord(recordOf(value))).toBe(true);
        expect(Array.isArray(arrayOf(value))).toBe(true);
      }),
    );
  });
});
