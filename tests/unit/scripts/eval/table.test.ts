import { expect, test } from 'vitest';
import { renderTable, width } from '@/scripts/eval/table';

test('columns are aligned by what a terminal shows', () => {
  const table = renderTable(
    [{ head: 'set' }, { head: 'n', align: 'right' }, { head: 'name' }],
    [
      ['first', '12', '虚假摆拍'],
      ['b', '3,456', 'plain'],
    ],
  );
  expect(table).toBe(
    [
      '| set   |     n | name     |',
      '| ----- | ----: | -------- |',
      '| first |    12 | 虚假摆拍 |',
      '| b     | 3,456 | plain    |',
      '',
    ].join('\n'),
  );
});

test('a table without rows keeps its head', () => {
  expect(renderTable([{ head: 'a' }], [])).toBe('| a   |\n| --- |\n');
});

test.each([
  ['abc', 3],
  ['≤ 1 %', 5],
  ['（全角）', 8],
  ['𠮷', 2],
  ['🎱', 2],
])('%s takes %i columns', (text, columns) => {
  expect(width(text)).toBe(columns);
});
