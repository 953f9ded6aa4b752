import Papa from 'papaparse';
import type { Report } from '../../model/report';
import { type ColumnContext, columns } from '../columns';
import { defineExporter } from '../define-exporter';

/** Without it, Excel reads the file in the machine's old code page and Chinese is broken. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A cell that a spreadsheet might run: one of `= + - @`, a tab, a carriage return or a full-width form, possibly
 * after characters that a person does not see. Papa puts an apostrophe before it.
 */
const FORMULA_START = /^[\s\p{C}\p{Default_Ignorable_Code_Point}]*[=+\-@\t\r＝＋－＠]/u;

/** UTF-8 with byte-order mark, CRLF, every text in quotes (RFC 4180). */
export const exporter = defineExporter({
  id: 'csv',
  extension: 'csv',
  mime: 'text/csv;charset=utf-8',
  async *write(batches, options) {
    yield BYTE_ORDER_MARK + lines([columns.map(({ id }) => id)]);
    for await (const reports of batches) {
      if (reports.length > 0) yield lines(reports.map((report) => cells(report, options)));
    }
  },
});

function cells(report: Report, options: ColumnContext): (string | number)[] {
  return columns.map(({ value }) => {
    const cell = value(report, options);
    // Half a surrogate pair cannot be written as UTF-8.
    return typeof cell === 'string' ? cell.toWellFormed() : cell;
  });
}

function lines(rows: (string | number)[][]): string {
  const csv = Papa.unparse(rows, {
    newline: '\r\n',
    quotes: (cell) => typeof cell === 'string',
    escapeFormulae: FORMULA_START,
  });
  return `${csv}\r\n`;
}
