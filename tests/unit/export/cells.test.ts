import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinAll, joinList, joinTags, readWord, splitList, splitTags, word } from '@/utils/export/cells';
import { stopwatch } from '../../support/stopwatch';
import { hostileText } from './any-report';

const items = fc.array(fc.oneof(hostileText, fc.string({ unit: fc.constantFrom(';', ' ', '"', '\\', 'a') })));
const wellFormed = (list: readonly string[]) => list.map((item) => item.toWellFormed());

describe('a list in a cell', () => {
  test('leaves plain items as they are, and quotes what could be misread', () => {
    expect(joinList(['a', 'b c', 'a', '', '"没有"', 'd;e', ' f', '一\n二'])).toBe(
      'a; b c; "\\"没有\\""; "d;e"; " f"; "一\\n二"',
    );
  });

  test('comes back, each item once', () => {
    fc.assert(
      fc.property(items, (list) => {
        const kept = [...new Set(wellFormed(list))].filter((item) => item !== '');
        expect(splitList(joinList(list))).toEqual(kept);
      }),
      { numRuns: 1_000 },
    );
  });

  test('comes back whole, with empty and repeated items, where it goes beside others', () => {
    fc.assert(
      fc.property(items, (list) => {
        const isNothing = list.length === 1 && list[0] === '';
        expect(splitList(joinAll(list))).toEqual(isNothing ? [] : wellFormed(list));
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['a;b', ['a', 'b']],
    [' a ;; b;', ['a', '', 'b']],
    ['"open; b', ['"open', 'b']],
    ['"a" b; c', ['"a" b', 'c']],
    ['"\\x"; c', ['"\\x"', 'c']],
    ['', []],
    [' ', []],
  ])('that a person typed, %j, is read as meant', (cell, list) => {
    expect(splitList(cell)).toEqual(list);
  });

  test('of hostile length is read in no time', () => {
    const cells = ['"\\"', '";', '"', ';', '"a\n";', ' '];
    for (const cell of cells) {
      const spent = stopwatch();
      splitList(cell.repeat(200_000));
      splitTags(cell.repeat(200_000));
      expect(spent(), JSON.stringify(cell)).toBeLessThan(1_000);
    }
  });
});

describe('hashtags', () => {
  test('stand with their sign, in quotes where they hold a space', () => {
    expect(joinTags(['暖心', 'AI 绘画', '', '暖心'])).toBe('#暖心 "#AI 绘画"');
    expect(splitTags('#a b  "#c d"')).toEqual(['a', 'b', 'c d']);
  });

  test('come back, each once', () => {
    fc.assert(
      fc.property(items, (tags) => {
        const once = [...new Set(wellFormed(tags).filter((tag) => tag !== ''))];
        expect(splitTags(joinTags(tags))).toEqual(once);
      }),
      { numRuns: 1_000 },
    );
  });
});

test('a word is read up to its end, whatever follows', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (text, rest) => {
      const cell = word(text);
      expect(readWord(`${cell} ${rest}`, 0)).toEqual({ text: text.toWellFormed(), end: cell.length });
    }),
    { numRuns: 1_000 },
  );
});
