import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heirOf, listKeyOf, targetRow } from '@/components/list-keys';

const press = (key: string, parts: Partial<KeyboardEvent> = {}) =>
  listKeyOf({
    key,
    code: '',
    keyCode: 0,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    repeat: false,
    isComposing: false,
    defaultPrevented: false,
    ...parts,
  });

describe('the keys of the list', () => {
  test.each([
    ['ArrowDown', 'next'],
    ['j', 'next'],
    ['J', 'next'],
    ['ArrowUp', 'previous'],
    ['k', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    ['Enter', 'show'],
    ['d', 'dismiss'],
    [' ', undefined],
    ['x', undefined],
    ['Tab', undefined],
  ])('%s: %s', (key, meaning) => {
    expect(press(key)).toBe(meaning);
  });

  test('count by their place where letters are not Latin, and not while something is composed', () => {
    expect(press('о', { code: 'KeyJ' })).toBe('next');
    expect(press('Process', { code: 'KeyD' })).toBe('dismiss');
    expect(press('d', { isComposing: true })).toBeUndefined();
    expect(press('Process', { code: 'KeyD', keyCode: 229 })).toBeUndefined();
  });

  test.each(['ctrlKey', 'altKey', 'metaKey', 'defaultPrevented'] as const)('nothing with %s', (modifier) => {
    expect(press('d', { [modifier]: true })).toBeUndefined();
    expect(press('ArrowDown', { [modifier]: true })).toBeUndefined();
  });

  test('held down, they move but decide nothing', () => {
    expect(press('j', { repeat: true })).toBe('next');
    expect(press('d', { repeat: true })).toBeUndefined();
    expect(press('Enter', { repeat: true })).toBeUndefined();
  });
});

test.each([
  ['next', -1, 3, 0],
  ['next', 2, 3, undefined],
  ['previous', 0, 3, undefined],
  ['previous', -1, 3, undefined],
  ['previous', 2, 3, 1],
  ['first', 2, 3, 0],
  ['last', -1, 3, 2],
  ['first', -1, 0, undefined],
  ['last', -1, 0, undefined],
] as const)('%s from row %i of %i leads to %s', (key, at, rows, target) => {
  expect(targetRow(key, at, rows)).toBe(target);
});

describe('the heir of a row that is gone', () => {
  test('is the next one that is left, at the end the last one, and nobody where none is', () => {
    const before = ['a', 'b', 'c', 'd'];
    expect(heirOf('b', before, new Set(['a', 'd']))).toBe('d');
    expect(heirOf('d', before, new Set(['a', 'b']))).toBe('b');
    expect(heirOf('b', before, new Set(['x']))).toBeUndefined();
    expect(heirOf('gone long ago', before, new Set(before))).toBeUndefined();
  });

  test('is always there, with nothing that is left between it and the one that is gone', () => {
    const rows = fc.uniqueArray(fc.string(), { minLength: 1 });
    fc.assert(
      fc.property(rows, fc.nat(), fc.func(fc.boolean()), (before, pick, stays) => {
        const gone = before[pick % before.length]!;
        const now = new Set(before.filter((row) => row !== gone && stays(row)));
        const heir = heirOf(gone, before, now);
        if (now.size === 0) {
          expect(heir).toBeUndefined();
          return;
        }
        expect(now.has(heir!)).toBe(true);
        const [at, to] = [before.indexOf(gone), before.indexOf(heir!)];
        const between = before.slice(Math.min(at, to) + 1, Math.max(at, to));
        expect(between.filter((row) => now.has(row))).toEqual([]);
        if (to < at) expect(before.slice(at).some((row) => now.has(row))).toBe(false);
      }),
    );
  });
});
