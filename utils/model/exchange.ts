import type { Reviewer } from './account';
import type { Dismissal, Evidence, HistoryEntry, Report, Visit } from './report';

/** Rises when a line of NDJSON changes its meaning; new fields come without it. */
export const EXCHANGE_VERSION = 1;

/** A report with all that belongs to it, without what the store adds. */
export interface WholeReport {
  report: Report;
  history: readonly HistoryEntry[];
  visits: readonly Visit[];
  evidence: readonly Evidence[];
}

/**
 * First line of an NDJSON file. After it comes one line for each report, then for each dismissal and the settings
 * (backups alone), and last the end: a file without it was cut off.
 */
export interface FileHead {
  kind: 'qingjian';
  version: typeof EXCHANGE_VERSION;
  /** ISO 8601 in UTC. */
  exportedAt: string;
  /** Of the extension. */
  extension: string;
  reviewer: Reviewer;
  /** Everything that the store and the settings hold, to be restored from. */
  backup?: true;
  /** Private numbers were replaced. */
  masked?: true;
}

export interface ReportLine {
  kind: 'report';
  report: Report;
  history: HistoryLine[];
  visits: Visit[];
  pictures: PictureLine[];
}

/** JSON knows no `undefined`: the fields that were not there before stand in `absent`. */
export type HistoryLine = HistoryEntry & { absent?: string[] };

export interface PictureLine extends Pick<Evidence, 'kind' | 'at'> {
  /** Number of the history entry of the filing that it belongs to. */
  filing: number;
  /** Of its bytes, in hexadecimal. */
  sha256: string;
  /** Of its bytes. */
  size: number;
  type: string;
  /** Its name in the ZIP; otherwise the picture itself, in base64. */
  file?: string;
  base64?: string;
}

export interface DismissalLine extends Dismissal {
  kind: 'dismissal';
}

/** Settings by their storage key without the area (`savedViews`), as stored. */
export interface SettingsLine {
  kind: 'settings';
  values: Record<string, unknown>;
}

export interface FileEnd {
  kind: 'end';
  reports: number;
  dismissals: number;
}

export type ExchangeLine = FileHead | ReportLine | DismissalLine | SettingsLine | FileEnd;

export const IMPORT_FORMATS = ['csv', 'ndjson', 'zip'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** A picture of a file that is being imported; it is read when it is needed. */
export interface IncomingPicture {
  at: number;
  filing: number;
  sha256: string;
  size: number;
  /** Rejects when it is not there, too large, no WebP, or not what `sha256` says. */
  load: () => Promise<Blob>;
}

/** A report of a file that is being imported: checked, and holding nothing that this version does not know. */
export interface IncomingReport {
  /** Line or record of the file, from 1. */
  row: number;
  report: Report;
  history: HistoryEntry[];
  visits: Visit[];
  pictures: IncomingPicture[];
  /** Whose report it is, where rows of one file are of several; otherwise the file's. */
  reviewer?: Reviewer;
  /** Holds only a part of a report (CSV). */
  partial?: true;
  masked?: true;
}
