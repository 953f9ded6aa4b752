import * as v from 'valibot';
import {
  EXCHANGE_VERSION,
  type FileEnd,
  type FileHead,
  type ImportFormat,
  type IncomingReport,
} from '../model/exchange';
import type { TextPiece } from './decode';
import { linesOf, type TextLine } from './lines';
import { lookOfNames } from './looks';
import { incomingPicture, type PictureFiles } from './pictures';
import { detailText, problem } from './problems';
import type { ImportItem } from './read-file';
import {
  DismissalLineSchema,
  EndSchema,
  HeadSchema,
  issueText,
  ReportLineSchema,
  SettingsLineSchema,
} from './schema';

/** Characters of a line: a report with eight of the largest pictures. */
const MAX_LINE = 24_000_000;
const COMMA = 0x2c;
const LIST = 0x5b;
const OBJECT = 0x7b;
/** Signs between the values of a line. What is long of ours is texts and pictures; a line of nothing else takes seconds. */
const MAX_SIGNS = 400_000;

export interface NdjsonOptions {
  format: ImportFormat;
  encoding: string;
  /** Absent where pictures can stand in the lines only. */
  files?: PictureFiles;
  /** Says nothing of pictures that are not there: the ZIP they were in is damaged, and that was said. */
  withoutPictures?: true;
}

/** The lines of an NDJSON file, checked. */
export async function* readNdjson(
  pieces: AsyncIterable<TextPiece>,
  options: NdjsonOptions,
): AsyncGenerator<ImportItem> {
  const reader = new NdjsonReader(options);
  for await (const line of linesOf(pieces, MAX_LINE)) {
    for (const item of reader.read(line)) {
      yield item;
      if (item.type === 'problem' && item.problem.fatal) return;
    }
  }
  yield* reader.end();
}

class NdjsonReader {
  readonly #options: NdjsonOptions;
  #head: FileHead | undefined;
  #end: FileEnd | undefined;
  #reports = 0;

  constructor(options: NdjsonOptions) {
    this.#options = options;
  }

  *read(line: TextLine): Generator<ImportItem> {
    const { row } = line;
    const isLarge = line.tooLong || isIntricate(line.text);
    const isDamaged = line.damaged !== undefined;
    const value = isLarge || isDamaged ? undefined : parsed(line.text);
    // A line that the file ends in is told of as the end of the file.
    if (this.#head && line.open && value === undefined) return;
    if (isLarge || isDamaged) {
      this.#reports++;
      const code = isLarge ? 'row-large' : 'encoding';
      const detail = String(line.damaged ?? '');
      return yield problem({ code, row, detail, ...(!this.#head && { fatal: true }) });
    }
    if (line.text.trim() === '') return;
    if (!this.#head) return yield this.#first(line, value);
    yield* this.#line(row, value);
  }

  *end(): Generator<ImportItem> {
    if (!this.#head) return yield problem({ code: 'empty', detail: '', fatal: true });
    const { reports } = this.#end ?? {};
    if (reports === undefined) yield problem({ code: 'cut-off', detail: String(this.#reports) });
    else if (reports > this.#reports) {
      yield problem({ code: 'cut-off', detail: `${this.#reports} / ${reports}` });
    }
    yield { type: 'end', end: this.#end };
  }

  #first({ open, text }: TextLine, value: unknown): ImportItem {
    const { kind, version } = (value ?? {}) as { kind?: unknown; version?: unknown };
    if (kind !== 'qingjian') {
      if (open && text.startsWith('{"kind":"qingjian"')) {
        return problem({ code: 'cut-off', row: 1, detail: '0', fatal: true });
      }
      return problem(lookOfNames(value === undefined ? [text.slice(0, 40)] : Object.keys(Object(value))));
    }
    if (typeof version === 'number' && version > EXCHANGE_VERSION) {
      return problem({ code: 'newer', detail: String(version), fatal: true });
    }
    const head = v.safeParse(HeadSchema, value, { abortEarly: true });
    if (!head.success) {
      return problem({ code: 'not-ours', row: 1, detail: detailText(issueText(head.issues)), fatal: true });
    }
    this.#head = head.output;
    const { format, encoding } = this.#options;
    return { type: 'head', head: { format, head: head.output, encoding } };
  }

  *#line(row: number, value: unknown): Generator<ImportItem> {
    const kind = (value as { kind?: unknown } | null | undefined)?.kind;
    if (kind === 'qingjian' || this.#end) {
      // What follows may be of another reviewer.
      return yield problem({
        code: 'row-shape',
        row,
        detail: 'kind: a second file begins here',
        fatal: true,
      });
    }
    if (kind === 'end') {
      const end = this.#checked(EndSchema, row, value);
      if ('problem' in end) return yield end.problem;
      this.#end = end.output;
    } else if (kind === 'dismissal' || kind === 'settings') yield* this.#ofBackup(row, kind, value);
    else yield* this.#report(row, value);
  }

  *#report(row: number, value: unknown): Generator<ImportItem> {
    this.#reports++;
    if (value === undefined) return yield problem({ code: 'row-json', row, detail: '' });
    const line = this.#checked(ReportLineSchema, row, value);
    if ('problem' in line) return yield line.problem;
    const { report, history, visits, pictures } = line.output;
    const incoming: IncomingReport = {
      row,
      report,
      history: history.sort((a, b) => a.seq - b.seq),
      visits,
      pictures: [],
      ...(this.#head?.masked && { masked: true }),
    };
    for (const each of this.#options.withoutPictures ? [] : pictures) {
      const read = incomingPicture(each, this.#options.files);
      if ('picture' in read) incoming.pictures.push(read.picture);
      else
        yield problem({
          code: 'picture',
          row,
          ...(read.file && { file: read.file }),
          detail: detailText(read.problem),
        });
    }
    yield { type: 'report', incoming };
  }

  *#ofBackup(row: number, kind: 'dismissal' | 'settings', value: unknown): Generator<ImportItem> {
    if (!this.#head?.backup) {
      return yield problem({ code: 'row-shape', row, detail: `kind: ${kind} stands in backups only` });
    }
    if (kind === 'settings') {
      const line = this.#checked(SettingsLineSchema, row, value);
      yield 'problem' in line ? line.problem : { type: 'settings', values: line.output.values };
    } else {
      const line = this.#checked(DismissalLineSchema, row, value);
      if ('problem' in line) return yield line.problem;
      const { postKey, rules, at } = line.output;
      yield { type: 'dismissal', dismissal: { postKey, rules, at } };
    }
  }

  #checked<S extends v.GenericSchema>(
    schema: S,
    row: number,
    value: unknown,
  ): { output: v.InferOutput<S> } | { problem: ImportItem } {
    const result = v.safeParse(schema, value, { abortEarly: true });
    if (result.success) return { output: result.output };
    return { problem: problem({ code: 'row-shape', row, detail: detailText(issueText(result.issues)) }) };
  }
}

function isIntricate(text: string): boolean {
  if (text.length <= MAX_SIGNS) return false;
  let signs = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === LIST || code === OBJECT) signs++;
  }
  return signs > MAX_SIGNS;
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
