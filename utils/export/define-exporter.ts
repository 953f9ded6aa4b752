import type { Report } from '../model/report';
import type { ColumnContext } from './columns';

/** One export format. Adding one is described in docs/adding-an-export-format.md. */
export interface Exporter {
  /** Lower-case; its upper-case form is the name on the button. */
  id: string;
  /** Of the file name, without the dot. */
  extension: string;
  mime: string;
  /** Yields the file piece by piece, so that it never exists as one string. */
  write(batches: AsyncIterable<Report[]>, options: ColumnContext): AsyncIterable<string>;
}

/** Identity helper: gives a format its type and nothing else. */
export function defineExporter(exporter: Exporter): Exporter {
  return exporter;
}
