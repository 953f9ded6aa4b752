import Papa from 'papaparse';
import type { Report } from '../model/report';
import { type Column, type ColumnContext, columnOf } from './columns';
import type { ExportOptions } from './define-exporter';
import { MIGHT_RUN } from './formula';
import { encodeGb18030 } from './gb18030';

/** Without it, Excel reads the file in the machine's old code page and Chinese is broken. */
const BYTE_ORDER_MARK = '\uFEFF';
const NEWLINE = '\r\n';

/** Columns by their ids, in this order; ids that this version does not know are passed over. */
export function columnsOf(ids: readonly string[]): Column[] {
  return ids.flatMap((id) => columnOf(id) ?? []);
}

/** Byte-order mark, if there is to be one, and the first line. */
export function tableBegin(
  columns: readonly Column[],
  options: ExportOptions,
): string | Uint8Array<ArrayBuffer> {
  const mark = options.encoding === 'utf-8' && options.byteOrderMark ? BYTE_ORDER_MARK : '';
  return inEncoding(mark + linesOf([columns.map(({ id }) => id)]), options);
}

/** @returns bytes, or for UTF-8 the text itself */
export function inEncoding(text: string, { encoding }: ExportOptions): string | Uint8Array<ArrayBuffer> {
  return encoding === 'gb18030' ? encodeGb18030(text) : text;
}

/**
 * Lines of a table by RFC 4180: CRLF, and every text in quotes. Cells that a spreadsheet might run begin with an
 * apostrophe.
 */
export function tableLines(
  reports: readonly Report[],
  columns: readonly Column[],
  context: ColumnContext,
): string {
  return linesOf(reports.map((report) => columns.map(({ value }) => wellFormed(value(report, context)))));
}

type Cell = string | number;

function linesOf(rows: readonly Cell[][]): string {
  if (rows.length === 0) return '';
  const lines = Papa.unparse(rows as Cell[][], {
    newline: NEWLINE,
    quotes: (cell: unknown) => typeof cell === 'string',
    escapeFormulae: MIGHT_RUN,
  });
  return lines + NEWLINE;
}

/** Half a surrogate pair cannot be written as UTF-8. */
function wellFormed(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.toWellFormed() : cell;
}
