import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { columns } from '@/utils/export/columns';
import { exporter } from '@/utils/export/formats/csv';
import { unescapeCell } from '@/utils/export/formula';
import { makePost, makeReport } from '../../support/builders';
import {
  exportContext,
  exportOptions,
  goldenReports,
  sourceOf,
  written,
  writtenBytes,
} from '../../support/export';
import { anyReport } from './any-report';

const reports = fc.array(anyReport, { minLength: 1, maxLength: 4 });

function parse(csv: string): string[][] {
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
  const { data, errors } = Papa.parse<string[]>(csv.slice(1, -2), {
    newline: '\r\n',
    delimiter: ',',
  });
  expect(errors).toEqual([]);
  return data;
}

function cellOf(rows: string[][], column: string, row = 1): string | undefined {
  return rows[row]?.[columns.findIndex(({ id }) => id === column)];
}

/** What the first character that a person sees would make a spreadsheet do. */
function startsFormula(cell: string): boolean {
  return (
    /^[=+\-@\t\r＝＋－＠]/u.test(cell) ||
    /^[=+\-@＝＋－＠]/u.test(cell.replace(/^[\s\p{Cf}\p{Cc}\u3164]+/u, ''))
  );
}

describe('csv', () => {
  test('begins with a byte-order mark and the fixed columns, schema version first', async () => {
    const rows = parse(await written(exporter, []));
    expect(rows).toEqual([columns.map(({ id }) => id)]);
    expect(rows[0]?.[0]).toBe('schema_version');
  });

  test('ends every line, also the last one, with CRLF', async () => {
    const csv = await written(exporter, goldenReports);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(parse(csv)).toHaveLength(1 + goldenReports.length);
  });

  test('is the same file whatever the size of the batches', async () => {
    expect(await written(exporter, goldenReports, { size: 1 })).toBe(
      await written(exporter, goldenReports, { size: 500 }),
    );
  });

  test.each([
    '=1+1',
    '+86',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '  =1',
    '\u200b=1',
    '\u3164\ufeff@x',
    '\n=1',
  ])('puts an apostrophe before %j', async (note) => {
    expect(cellOf(parse(await written(exporter, [makeReport({ note })])), 'reviewer_note')).toBe(`'${note}`);
  });

  test.each(['1+1=2', '他说：=1', '“-2”', '#话题'])('leaves %j alone', async (note) => {
    expect(cellOf(parse(await written(exporter, [makeReport({ note })])), 'reviewer_note')).toBe(note);
  });

  test('writes its own numbers as numbers', async () => {
    const csv = await written(exporter, [makeReport({ post: makePost({ counts: { like: -1, view: 0 } }) })]);
    expect(csv).toContain(',-1,');
    expect(csv.split('\r\n')[1]).toMatch(/^3,/);
  });

  test('any report can be read back cell by cell, and no cell starts a formula', async () => {
    await fc.assert(
      fc.asyncProperty(reports, async (some) => {
        const rows = parse(await written(exporter, some));
        expect(rows).toHaveLength(some.length + 1);
        some.forEach((report, i) => {
          const row = rows[i + 1] ?? [];
          expect(row).toHaveLength(columns.length);
          columns.forEach(({ value }, column) => {
            const original = value(report, exportContext);
            const cell = row[column] ?? '';
            const text = String(original).toWellFormed();
            expect(typeof original === 'number' ? cell : unescapeCell(cell)).toBe(text);
            expect(typeof original === 'string' && startsFormula(cell)).toBe(false);
          });
        });
      }),
      { numRuns: 300 },
    );
  });

  test('holds the columns that are asked for, in that order, and passes over unknown ones', async () => {
    const csv = await written(exporter, [makeReport()], { columns: ['status', 'gone', 'report_id'] });
    expect(parse(csv)).toEqual([
      ['status', 'report_id'],
      ['new', 'report-1'],
    ]);
  });

  test('leaves the byte-order mark out when it is not wanted', async () => {
    const csv = await written(exporter, [], { byteOrderMark: false, columns: ['status'] });
    expect(csv).toBe('"status"\r\n');
  });

  test('in GB 18030 is the same text, without a mark', async () => {
    const options = { encoding: 'gb18030', byteOrderMark: true } as const;
    const bytes = await writtenBytes(exporter, sourceOf(goldenReports), options);
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    expect(`\uFEFF${text}`).toBe(await written(exporter, goldenReports));
    expect(exporter.mime({ ...exportOptions, ...options })).toBe('text/csv;charset=gb18030');
  });
});
