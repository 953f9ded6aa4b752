import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rawJson } from '@/utils/care/raw-json';

const read = (value: unknown) => JSON.parse(rawJson(value)) as unknown;

describe('a raw row as JSON', () => {
  test('is what it was where JSON has a form for it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), (value) => {
        expect(read(value)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('is JSON whatever a database can hold', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }),
        (value) => {
          expect(() => read(value)).not.toThrow();
        },
      ),
    );
  });

  test.each([
    [new Blob(['四字'], { type: 'image/webp' }), { $type: 'Blob', value: 'image/webp, 6 bytes' }],
    [new Blob([]), { $type: 'Blob', value: 'no type, 0 bytes' }],
    [new ArrayBuffer(3), { $type: 'ArrayBuffer', value: '3 bytes' }],
    [new Uint16Array(2), { $type: 'Uint16Array', value: '4 bytes' }],
    [new Date(0), { $type: 'Date', value: '1970-01-01T00:00:00.000Z' }],
    [new Date(Number.NaN), { $type: 'Date', value: 'invalid' }],
    [Number.NaN, { $type: 'number', value: 'NaN' }],
    [Number.NEGATIVE_INFINITY, { $type: 'number', value: '-Infinity' }],
    [12n, { $type: 'bigint', value: '12' }],
    [undefined, { $type: 'undefined', value: 'undefined' }],
    [/a/g, { $type: 'RegExp', value: '/a/g' }],
    [new TypeError('no'), { $type: 'TypeError', value: 'TypeError: no' }],
    [new Map([[1, new Set(['x'])]]), { $type: 'Map', entries: [[1, { $type: 'Set', values: ['x'] }]] }],
  ])('describes %o', (value, expected) => {
    expect(read({ here: value })).toEqual({ here: expected });
  });

  test('an object within itself ends; one that is there twice is there twice', () => {
    const row: Record<string, unknown> = { shared: { a: 1 } };
    row.self = row;
    row.list = [row.shared, [row]];
    expect(read(row)).toEqual({
      shared: { a: 1 },
      self: { $type: 'cycle', value: '' },
      list: [{ a: 1 }, [{ $type: 'cycle', value: '' }]],
    });
  });

  test('fields with the names of built-in ones and holes in lists are kept', () => {
    const row = JSON.parse('{"__proto__": {"toJSON": 1}, "toJSON": "x"}') as object;
    expect(rawJson(row)).toBe(JSON.stringify(row, null, 2));
    const holes = [1];
    holes[2] = 3;
    expect(read(holes)).toEqual([1, { $type: 'undefined', value: 'undefined' }, 3]);
  });
});
