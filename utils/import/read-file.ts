import type { FileEnd, FileHead, ImportFormat, IncomingReport } from '../model/exchange';
import type { Dismissal } from '../model/report';
import { bytesOf } from './bytes';
import { decoded } from './decode';
import { encodingOfMark, type FoundEncoding, guessEncoding } from './encoding';
import { gated } from './gate';
import { lookOfBytes, lookOfText } from './looks';
import { readNdjson } from './ndjson';
import { type ImportProblem, problem } from './problems';
import { readTable } from './table';
import { readZip } from './zip';

/** What the start of a file tells of it; first of the items. */
export interface ImportHead {
  format: ImportFormat;
  /** Absent in tables. */
  head?: FileHead;
  /** As recognised, for instance `gb18030`. */
  encoding: string;
  /** Columns of a table, in the file's order: those that are known, and the others. */
  columns?: { known: string[]; unknown: string[] };
}

export type ImportItem =
  | { type: 'head'; head: ImportHead }
  | { type: 'report'; incoming: IncomingReport }
  | { type: 'dismissal'; dismissal: Dismissal }
  | { type: 'settings'; values: Record<string, unknown> }
  | { type: 'problem'; problem: ImportProblem }
  | { type: 'end'; end: FileEnd | undefined };

export interface ReadOptions {
  signal?: AbortSignal;
  /** In bytes of the file. */
  onProgress?: (done: number, total: number) => void;
}

/** Beyond it nothing of ours goes, and no browser reads in a sensible time. */
const MAX_FILE = 8 * 1024 ** 3;
/** So much says what a file is. */
const START = 4_096;
const ZIP = 0x504b;

/**
 * Reads a file that is to be imported, whatever it is: NDJSON, table or ZIP, told by its content. Whatever is wrong
 * with it comes as an item; reports that are sound come all the same. Nothing is kept but the row that is being read.
 *
 * Pictures can be loaded as long as the file is there, also after the last item.
 *
 * @throws the reason of `options.signal`, and nothing else
 */
export async function* readImportFile(
  file: Blob & { name?: string },
  options: ReadOptions,
): AsyncGenerator<ImportItem> {
  try {
    yield* gated(itemsOf(file, options), options.signal);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    yield problem({ code: 'unreadable', detail: error.message, fatal: true });
  }
}

async function* itemsOf(file: Blob, options: ReadOptions): AsyncGenerator<ImportItem> {
  if (file.size > MAX_FILE) {
    return yield problem({ code: 'too-large', detail: String(file.size), fatal: true });
  }
  const start = new Uint8Array(await file.slice(0, START).arrayBuffer());
  if (((start[0] ?? 0) << 8) + (start[1] ?? 0) === ZIP) return yield* readZip(file, options);
  const mark = encodingOfMark(start);
  const text = new TextDecoder(mark?.encoding).decode(start).trimStart();
  if (text === '' && file.size <= START) return yield problem({ code: 'empty', detail: '', fatal: true });
  const foreign = lookOfBytes(start) ?? lookOfText(text[0] ?? '');
  if (foreign) return yield problem(foreign);
  if (text.startsWith('{')) yield* readLines(file, mark ?? { encoding: 'utf-8', mark: 0 }, options);
  else yield* readCells(file, mark, options);
}

function readLines(file: Blob, found: FoundEncoding, options: ReadOptions): AsyncGenerator<ImportItem> {
  const { encoding } = found;
  return readNdjson(decoded(read(file, options), found), { format: 'ndjson', encoding });
}

async function* readCells(
  file: Blob,
  mark: FoundEncoding | undefined,
  options: ReadOptions,
): AsyncGenerator<ImportItem> {
  const encoding = mark?.encoding ?? (await guessEncoding(bytesOf(file, { signal: options.signal })));
  if (!encoding) return yield problem({ ...(await firstDamage(file)), code: 'encoding', fatal: true });
  const pieces = decoded(read(file, options), { encoding, mark: mark?.mark ?? 0 });
  yield* readTable(pieces, { format: 'csv', encoding });
}

/** Where a text stops being UTF-8. */
async function firstDamage(file: Blob): Promise<{ row: number; detail: string }> {
  let row = 1;
  for await (const { text, damaged } of decoded(bytesOf(file), { encoding: 'utf-8', mark: 0 })) {
    if (damaged !== undefined) return { row, detail: String(damaged) };
    row += text.split('\n').length - 1;
  }
  return { row, detail: '' };
}

function read(file: Blob, { signal, onProgress }: ReadOptions) {
  return bytesOf(file, { signal, onRead: (done) => onProgress?.(done, file.size) });
}

/** The file was removed, changed or locked since it was chosen. */
function isUnreadable(error: unknown): error is DOMException {
  return error instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(error.name);
}
