import type { TextPiece } from './decode';

/** A record of a table: its cells, or what is wrong with it. */
export interface TableRecord {
  /** As a spreadsheet counts, from 1; line breaks in cells make no new row. */
  row: number;
  /** At most {@link KEPT_CELLS} of them. */
  cells: string[];
  /** How many there are. */
  count: number;
  wrong?: 'row-quotes' | 'row-large';
  /** As in {@link TextPiece}. */
  damaged?: number;
  /** The file ends with it, and no line break. */
  open?: true;
}

export const KEPT_CELLS = 501;
/** Characters of one record. */
const MAX_RECORD = 2_000_000;
const LF = 0x0a;
const CR = 0x0d;

type Scan =
  | { is: 'record'; end: number; cells: string[]; count: number }
  /** The text ends before the record does. */
  | { is: 'unfinished'; count: number }
  /** Something else than the next cell comes after a closing quote, at `at`. */
  | { is: 'broken'; at: number; count: number };

/**
 * Splits a table into records, piece by piece. Papa Parse, which writes ours, is no help in reading others': it takes
 * files only whole or in pieces that cut characters in two, and after a quote that is not closed it loses the rest
 * (of 10,000 rows, all but 10; docs/decisions/0029-files-in-and-out.md).
 *
 * After a broken quote, reading goes on with the next line; where a quote is never closed, with the line after the one
 * in which it was opened.
 */
export class RecordReader {
  readonly #delimiter: string;
  #text = '';
  #at = 0;
  #row = 1;
  /** No second look before the text is so long: a long record is not read anew for each piece of it. */
  #nextLook = 0;
  #skipping = false;
  #damages: { at: number; byte: number }[] = [];

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  *feed({ text, damaged }: TextPiece): Generator<TableRecord> {
    if (damaged !== undefined) this.#damages.push({ at: this.#text.length, byte: damaged });
    this.#text += text;
    if (this.#text.length >= this.#nextLook) yield* this.#read(false);
  }

  *end(): Generator<TableRecord> {
    yield* this.#read(true);
  }

  *#read(isLast: boolean): Generator<TableRecord> {
    while (this.#at < this.#text.length) {
      if (this.#skipping) {
        this.#skipping = !this.#skipLine(this.#at);
        continue;
      }
      const scan = scanRecord(this.#text, this.#at, this.#delimiter, isLast);
      if (scan.is === 'unfinished') {
        const length = this.#text.length - this.#at;
        if (!isLast && length <= MAX_RECORD) break;
        yield this.#wrong(isLast ? 'row-quotes' : 'row-large', scan.count, this.#text.length);
        this.#skipping = !this.#skipLine(this.#at);
      } else if (scan.is === 'broken') {
        yield this.#wrong('row-quotes', scan.count, scan.at);
        this.#skipping = !this.#skipLine(scan.at);
      } else if (scan.end - this.#at > MAX_RECORD) {
        yield this.#wrong('row-large', scan.count, scan.end);
        this.#at = scan.end;
      } else {
        yield this.#record(scan, isLast);
      }
    }
    this.#text = this.#text.slice(this.#at);
    this.#damages = this.#damages.flatMap(({ at, byte }) =>
      at >= this.#at ? [{ at: at - this.#at, byte }] : [],
    );
    this.#at = 0;
    this.#nextLook = this.#text.length * 2;
  }

  #record({ end, cells, count }: Scan & { is: 'record' }, isLast: boolean): TableRecord {
    const record: TableRecord = { row: this.#row++, cells, count, ...this.#damage(end) };
    if (isLast && end === this.#text.length && !/[\r\n]$/.test(this.#text)) record.open = true;
    this.#at = end;
    return record;
  }

  #wrong(wrong: 'row-quotes' | 'row-large', count: number, end: number): TableRecord {
    return { row: this.#row++, cells: [], count, wrong, ...this.#damage(end) };
  }

  /** Goes on behind the next line break from `from`; false when there is none yet. */
  #skipLine(from: number): boolean {
    const end = this.#text.indexOf('\n', from);
    this.#at = end < 0 ? this.#text.length : end + 1;
    return end >= 0;
  }

  #damage(end: number): { damaged?: number } {
    const found = this.#damages.find(({ at }) => at >= this.#at && at < end);
    return found ? { damaged: found.byte } : {};
  }
}

function scanRecord(text: string, start: number, delimiter: string, isLast: boolean): Scan {
  const cells: string[] = [];
  let count = 0;
  let at = start;
  for (;;) {
    count++;
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end < 0 || (end + 1 === text.length && !isLast)) return { is: 'unfinished', count };
      if (count <= KEPT_CELLS) cells.push(text.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
    } else {
      const end = endOfPlain(text, at, delimiter);
      if (count <= KEPT_CELLS) cells.push(text.slice(at, end));
      at = end;
    }
    if (text[at] === delimiter) at++;
    else if (at === text.length) {
      return isLast ? { is: 'record', end: at, cells, count } : { is: 'unfinished', count };
    } else if (text[at] === '\n') return { is: 'record', end: at + 1, cells, count };
    else if (text[at] !== '\r') return { is: 'broken', at, count };
    else if (at + 1 === text.length && !isLast) return { is: 'unfinished', count };
    else return { is: 'record', end: at + (text[at + 1] === '\n' ? 2 : 1), cells, count };
  }
}

/** Position of the quote that closes the cell; -1 when there is none. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function endOfPlain(text: string, from: number, delimiter: string): number {
  const stop = delimiter.charCodeAt(0);
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === stop || code === LF || code === CR) return at;
  }
  return text.length;
}
