import { COLUMN_SETS, columnSets, readColumnChoice } from '../export/column-sets';
import { ENCODINGS, type Encoding } from '../export/define-exporter';
import { exporters } from '../export/index';

export const COLUMN_CHOICES = [...COLUMN_SETS, 'own'] as const;

/** How the reader exports; kept from one export to the next. */
export interface ExportChoice {
  /** Id of a format. */
  format: string;
  columns: (typeof COLUMN_CHOICES)[number];
  /** Ids of the reader's own columns, in the order of the file; never empty. */
  own: readonly string[];
  encoding: Encoding;
  byteOrderMark: boolean;
  mask: boolean;
}

/** What is stored may be another version's: whatever this one does not know is as it was on the first day. */
export function readExportChoice(stored: unknown): ExportChoice {
  const { format, columns, own, encoding, byteOrderMark, mask } = isRecord(stored) ? stored : {};
  return {
    format: exporters.find(({ id }) => id === format)?.id ?? 'csv',
    columns: COLUMN_CHOICES.find((each) => each === columns) ?? 'default',
    own: readColumnChoice(own),
    encoding: ENCODINGS.find((each) => each === encoding) ?? 'utf-8',
    byteOrderMark: byteOrderMark !== false,
    mask: mask === true,
  };
}

/** Ids of the columns of a table, in order. */
export function chosenColumns({ columns, own }: ExportChoice): readonly string[] {
  return columns === 'own' ? own : columnSets[columns];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
