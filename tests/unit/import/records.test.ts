import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { RecordReader, type TableRecord } from '@/utils/import/records';
import { stopwatch } from '../../support/stopwatch';

/** @param cuts where the text comes in pieces */
function records(text: string, delimiter = ',', cuts: readonly number[] = []): TableRecord[] {
  const reader = new RecordReader(delimiter);
  const all: TableRecord[] = [];
  let at = 0;
  for (const cut of [...cuts, text.length].sort((a, b) => a - b)) {
    if (cut < at || cut > text.length) continue;
    all.push(...reader.feed({ text: text.slice(at, cut) }));
    at = cut;
  }
  all.push(...reader.end());
  return all;
}

const cell = fc.oneof(
  fc.constantFrom('', ' ', '"', '""', '\n', '\r\n', '\r', ',', "'", '=1+1', '中文，😂', 'a"b"', '","'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
const cuts = fc.array(fc.nat(200), { maxLength: 8 });

describe('records', () => {
  test('of whatever Papa Parse writes, in whatever pieces', () => {
    fc.assert(
      fc.property(
        rows,
        cuts,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.boolean(),
        (table, where, delimiter, quotes) => {
          const text = `${Papa.unparse(table, { delimiter, quotes, newline: '\r\n' })}\r\n`;
          // A row of one empty cell is an empty line.
          const read = records(text, delimiter, where);
          expect(read.map(({ cells }) => cells)).toEqual(table);
          expect(read.map(({ row }) => row)).toEqual(table.map((_, i) => i + 1));
          expect(read.some(({ wrong }) => wrong)).toBe(false);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('of any text are the same in whatever pieces they come', () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' ', '中'), maxLength: 60 });
    fc.assert(
      fc.property(text, cuts, (whole, where) => {
        const unplaced = ({ row, cells, wrong }: TableRecord) => ({ row, cells, wrong });
        expect(records(whole, ',', where).map(unplaced)).toEqual(records(whole).map(unplaced));
      }),
      { numRuns: 400 },
    );
  });

  test('a quote that is never closed costs its line alone', () => {
    const read = records('a,"b\nc,d\ne,f\n');
    expect(read.map(({ cells, wrong }) => wrong ?? cells.join())).toEqual(['row-quotes', 'c,d', 'e,f']);
  });

  test('what follows a closing quote costs its line alone', () => {
    const read = records('"a"b,c\nd,"e\nf"\n"x" ,y\ng,h');
    expect(read.map(({ cells, wrong }) => wrong ?? cells.join())).toEqual([
      'row-quotes',
      'd,e\nf',
      'row-quotes',
      'g,h',
    ]);
    expect(read.at(-1)).toMatchObject({ row: 4, open: true });
  });

  test.each([
    ['quotes', '"'],
    ['pairs of quotes', '""'],
    ['open cells', 'a,"b\n'],
    ['pairs after open cells', ',""a\n'],
    ['delimiters', ','],
    ['line breaks', '\n'],
    ['letters', 'x'],
    ['mixed', '",\n"'],
  ])(
    'five megabytes of %s take no time',
    (_, unit) => {
      const text = unit.repeat(5_000_000 / unit.length);
      const reader = new RecordReader(',');
      const spent = stopwatch();
      let count = 0;
      for (let at = 0; at < text.length; at += 16_384) {
        for (const _record of reader.feed({ text: text.slice(at, at + 16_384) })) count++;
      }
      for (const _record of reader.end()) count++;
      expect(count).toBeGreaterThan(0);
      expect(spent()).toBeLessThan(3_000);
    },
    10_000,
  );
});
