import type { FileHead, WholeReport } from '../model/exchange';
import type { Dismissal, Report } from '../model/report';
import type { ColumnContext } from './columns';

export const ENCODINGS = ['utf-8', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What a file is written from. Each list can be asked for once more; all are in batches, reports oldest first. */
export interface ExportSource {
  reports(): AsyncIterable<readonly Report[]>;
  /** The same reports with all that belongs to them. */
  wholes(): AsyncIterable<readonly WholeReport[]>;
  /** Of a backup alone; empty otherwise. */
  dismissals(): AsyncIterable<readonly Dismissal[]>;
  /** By storage key; of a backup alone. */
  settings?: Record<string, unknown>;
}

export interface ExportOptions extends ColumnContext {
  /** Columns of tables, in this order. */
  columns: readonly string[];
  encoding: Encoding;
  /** At the start of a table in UTF-8. */
  byteOrderMark: boolean;
  /** Replaces private numbers in every text. Tables always do (docs/adding-an-export-format.md). */
  mask: boolean;
  head: FileHead;
}

/** One export format. Adding one is described in docs/adding-an-export-format.md. */
export interface Exporter {
  /** Lower-case; its upper-case form is the name on the button. */
  id: string;
  /** Of the file name, without the dot. */
  extension: string;
  mime: (options: ExportOptions) => string;
  /** Whether a file of it can be imported with nothing lost, with tables' columns to choose, and with pictures. */
  holds: { everything: boolean; columns: boolean; pictures: boolean };
  /** Yields the file piece by piece, so that it never exists as one string. */
  write(source: ExportSource, options: ExportOptions): AsyncIterable<string | Uint8Array<ArrayBuffer> | Blob>;
}

/** Identity helper: gives a format its type and nothing else. */
export function defineExporter(exporter: Exporter): Exporter {
  return exporter;
}
