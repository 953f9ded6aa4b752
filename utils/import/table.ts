import * as v from 'valibot';
import { columns } from '../export/columns';
import { unescapeCell } from '../export/formula';
import { readRow } from '../export/read-row';
import type { Reviewer } from '../model/account';
import type { ImportFormat } from '../model/exchange';
import type { TextPiece } from './decode';
import { lookOfNames } from './looks';
import { ReviewerSchema } from './parts-schema';
import { detailText, type ImportProblem, problem } from './problems';
import type { ImportItem } from './read-file';
import { RecordReader, type TableRecord } from './records';
import { ReportSchema } from './report-schema';
import { issueText } from './schema';

const DELIMITERS = [',', ';', '\t', '|'];
/** Without these a row says nothing that could be imported. */
const NEEDED = ['post_key', 'status'];
const MAX_COLUMNS = 500;
/** Columns that hold nothing of a report: told of packs and sites, or always empty. */
const TOLD: ReadonlySet<string> = new Set([
  ...columns.flatMap(({ id, from }) => (from === 'export' && !id.startsWith('reviewer_') ? [id] : [])),
  'truth_statement',
  'reporter_contact',
]);
/** Where no line has ended by then, the header is read as it is: it is too long anyway. */
const HEADER_SAMPLE = 100_000;

export interface TableOptions {
  format: ImportFormat;
  encoding: string;
}

/** The records of a table with our columns, in whatever order, among whatever others. */
export async function* readTable(
  pieces: AsyncIterable<TextPiece>,
  options: TableOptions,
): AsyncGenerator<ImportItem> {
  const table = new TableReader(options);
  let records: RecordReader | undefined;
  const start: TextPiece[] = [];
  for await (const piece of pieces) {
    if (records) {
      yield* table.read(records.feed(piece));
    } else {
      start.push(piece);
      const text = start.map((each) => each.text).join('');
      if (!/[\r\n]/.test(text) && text.length < HEADER_SAMPLE) continue;
      records = new RecordReader(guessDelimiter(text));
      for (const each of start) yield* table.read(records.feed(each));
    }
    if (table.isOver) return;
  }
  if (!records) {
    records = new RecordReader(guessDelimiter(start.map(({ text }) => text).join('')));
    for (const each of start) yield* table.read(records.feed(each));
  }
  yield* table.read(records.end());
  yield* table.end();
}

/** The one by which the first line falls into our columns, else into the most. */
export function guessDelimiter(start: string): string {
  const line =
    start
      .slice(0, HEADER_SAMPLE)
      .trimStart()
      .split(/[\r\n]/, 1)[0] ?? '';
  let [best, most] = [',', 0];
  for (const delimiter of DELIMITERS) {
    const names = line.split(delimiter).map((cell) => columnName(cell.replace(/^"|"$/g, '')));
    if (NEEDED.every((name) => names.includes(name))) return delimiter;
    if (names.length > most) [best, most] = [delimiter, names.length];
  }
  return best;
}

/** Spreadsheets and people add marks, spaces and capitals. */
function columnName(cell: string): string {
  return cell.replace(/^[\ufeff'\s]+|\s+$/g, '').toLowerCase();
}

class TableReader {
  readonly #options: TableOptions;
  readonly #known: ReadonlySet<string> = new Set(columns.map(({ id }) => id));
  /** Which column each cell of a row is of; undefined for those that we do not know. */
  #header: (string | undefined)[] | undefined;
  /** After something fatal. */
  isOver = false;

  constructor(options: TableOptions) {
    this.#options = options;
  }

  *read(records: Iterable<TableRecord>): Generator<ImportItem> {
    if (this.isOver) return;
    for (const record of records) {
      if (!record.wrong && record.cells.every((cell) => cell.trim() === '')) continue;
      yield this.#header ? this.#row(record, this.#header) : this.#first(record);
      if (this.isOver) return;
    }
  }

  *end(): Generator<ImportItem> {
    if (this.isOver) return;
    if (!this.#header) yield this.#fatal({ code: 'empty', detail: '' });
    else yield { type: 'end', end: undefined };
  }

  #first({ row, cells, count, wrong, damaged }: TableRecord): ImportItem {
    if (count > MAX_COLUMNS) return this.#fatal({ code: 'too-many-columns', row, detail: String(count) });
    if (wrong) return this.#fatal({ code: wrong, row, detail: '' });
    if (damaged !== undefined) return this.#fatal({ code: 'encoding', row, detail: String(damaged) });
    const names = cells.map(columnName);
    if (!NEEDED.every((name) => names.includes(name))) return this.#fatal(lookOfNames(cells));
    // A column that is there twice is read where it stands first.
    this.#header = names.map((name, i) =>
      this.#known.has(name) && names.indexOf(name) === i ? name : undefined,
    );
    const found = {
      known: this.#header.filter((name) => name !== undefined),
      unknown: cells.filter((name, i) => this.#header?.[i] === undefined && name.trim() !== ''),
    };
    const { format, encoding } = this.#options;
    return { type: 'head', head: { format, encoding, columns: found } };
  }

  #row(record: TableRecord, header: readonly (string | undefined)[]): ImportItem {
    const { row, cells, count, wrong, damaged, open } = record;
    if (open && damaged !== undefined) return problem({ code: 'cut-off', row, detail: '' });
    if (wrong) return problem({ code: wrong, row, detail: '' });
    if (damaged !== undefined) return problem({ code: 'encoding', row, detail: String(damaged) });
    if (!this.#fits(record, header)) {
      return problem({
        code: open ? 'cut-off' : 'row-cells',
        row,
        detail: `${count} / ${header.length}`,
      });
    }
    const named = new Map<string, string>();
    for (const [i, name] of header.entries()) if (name) named.set(name, unescapeCell(cells[i] ?? ''));
    return reportOf(row, named);
  }

  /** Spreadsheets add empty cells, and leave out trailing ones; of ours, those can be missed that say nothing anyway. */
  #fits({ cells, count, open }: TableRecord, header: readonly (string | undefined)[]): boolean {
    if (count > cells.length || cells.slice(header.length).some((cell) => cell !== '')) return false;
    const missing = header.slice(count);
    return missing.length === 0 || (!open && missing.every((name) => !name || TOLD.has(name)));
  }

  #fatal(of: ImportProblem): ImportItem {
    this.isOver = true;
    return problem({ ...of, fatal: true });
  }
}

function reportOf(row: number, cells: ReadonlyMap<string, string>): ImportItem {
  const read = readRow(cells);
  if ('problem' in read) return problem({ code: 'row-shape', row, detail: detailText(read.problem) });
  const report = v.safeParse(ReportSchema, read.report, { abortEarly: true });
  if (!report.success)
    return problem({ code: 'row-shape', row, detail: detailText(issueText(report.issues)) });
  const reviewer = reviewerOf(cells);
  if (reviewer && !v.safeParse(ReviewerSchema, reviewer).success) {
    return problem({ code: 'row-shape', row, detail: detailText(`reviewer_id: ${reviewer.id}`) });
  }
  const incoming = {
    row,
    report: report.output,
    history: [],
    visits: [],
    pictures: [],
    partial: true as const,
  };
  return { type: 'report', incoming: reviewer ? { ...incoming, reviewer } : incoming };
}

/** Of a row that names none, the reader is asked whose file it is. */
function reviewerOf(cells: ReadonlyMap<string, string>): Reviewer | undefined {
  const id = cells.get('reviewer_id')?.trim();
  return id ? { id, name: cells.get('reviewer_name')?.trim() ?? '' } : undefined;
}
