import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeCell, unescapeCell } from '@/utils/export/formula';
import { stopwatch } from '../../support/stopwatch';
import { hostileText } from './any-report';

test.each([
  ['=1', "'=1"],
  ["'=1", "''=1"],
  ["''\u200b@x", "'''\u200b@x"],
  ["'plain", "'plain"],
  ["'", "'"],
  ['\n\t', "'\n\t"],
])('%j becomes %j', (text, cell) => {
  expect(escapeCell(text)).toBe(cell);
});

test('an apostrophe that a person has typed before a formula is not taken for ours twice', () => {
  expect(unescapeCell("'=1")).toBe('=1');
  expect(unescapeCell("'plain")).toBe("'plain");
  expect(unescapeCell('=1')).toBe('=1');
});

test('every text comes back as it was', () => {
  const text = fc.tuple(fc.constantFrom('', "'", "''"), hostileText).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (original) => {
      expect(unescapeCell(escapeCell(original))).toBe(original);
    }),
    { numRuns: 2_000 },
  );
});

test('a long cell of nothing but invisible characters takes no time', () => {
  const spent = stopwatch();
  escapeCell("'".repeat(200_000) + '\u200b'.repeat(200_000));
  expect(spent()).toBeLessThan(200);
});
