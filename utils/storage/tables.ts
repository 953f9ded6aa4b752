import type { EntityTable } from 'dexie';
import type { Reviewer } from '../model/account';
import type { ImportFormat } from '../model/exchange';
import type { Dismissal, Evidence, HistoryEntry, Report, RuleTally, Visit } from '../model/report';
import type { Brought } from './claims';

/** A row with the SHA-256 of all its other fields in canonical form (`ledger/canonical.ts`), in hexadecimal. */
export type Sealed<T> = T & { seal: string };

export type StoredReport = Sealed<Report> & {
  /** Number of the write that last changed the row, ascending over the database: what was changed since has a greater one. */
  rev: number;
  /** Seal of the report's last history entry; outside the row's own seal, which that entry holds. */
  chain: string;
};

export type StoredEntry = Sealed<HistoryEntry> & {
  /** Seal of the report's entry before; null for the first. */
  prev: string | null;
  /** Seal of the report's row as it was found, and as it was left. Absent where it cannot be known any more. */
  from?: string;
  state?: string;
  /** SHA-256 of the picture that the entry's filing, or the named one, has since; null when it was taken away. */
  picture?: { filing: number; sha256: string | null };
  /** When the entry was sealed anew: the reader has taken parts out of it, or it is from before the ledger. */
  resealedAt?: number;
};

/** `sha256` is of the picture's bytes. */
export type StoredEvidence = Sealed<Evidence> & { sha256: string } & Brought;
/** Taking the imports back that they came with takes them away again. */
export type StoredVisit = Sealed<Visit> & Brought;
export type StoredDismissal = Sealed<Dismissal> & { import?: string };

/** Tables whose rows are sealed. The others are counted from them. */
export const SEALED_TABLES = ['reports', 'history', 'evidence', 'visits', 'dismissals'] as const;
export type SealedTable = (typeof SEALED_TABLES)[number];

/** The one row that tells whether rows were added to a table or taken out of it behind the ledger's back. */
export interface LedgerHead {
  id: 'head';
  seal: string;
  /** When the ledger was begun, or begun anew. */
  since: number;
  /** Last number given to a write of a report, to a history entry and to a visit. */
  rev: number;
  seq: number;
  visit: number;
  /** Number of rows, and all their seals combined by exclusive or, in hexadecimal. */
  tables: Record<SealedTable, { rows: number; seals: string }>;
}

/** Sums over all reports, kept in step with them by every write, so that they can be told without reading any. */
export interface Totals {
  id: 'totals';
  reports: number;
  statuses: Record<string, number>;
  sites: Record<string, number>;
  categories: Record<string, number>;
  pictures: number;
  pictureBytes: number;
}

export interface ImportCounts {
  /** Reports on posts that had none here. */
  added: number;
  /** Reports that the file told more of. */
  merged: number;
  same: number;
  /** Values that the reader took over from the file. */
  taken: number;
  dismissals: number;
  pictures: number;
}

/** One import, for the list of what came in and for taking it back. Not sealed: it vouches for nothing. */
export interface ImportRow {
  id: string;
  /** When it began. */
  at: number;
  /** Who imported it. */
  by: Reviewer;
  /** Name of the file. */
  file: string;
  format: ImportFormat;
  /** Whose file it is. */
  sender: Reviewer;
  /** It is the reader's own: reports that are not here come back as theirs. */
  mine: boolean;
  /** `running` in a row that nobody works on: the browser was closed, or has crashed, in the middle. */
  state: 'running' | 'done' | 'undoing' | 'undone';
  /** Numbers of the history entries between which all of its own are; both 0 as long as it has none. */
  firstSeq: number;
  lastSeq: number;
  counts: ImportCounts;
  /** What taking it back has come to; absent until that was begun. */
  undo?: ImportUndo & {
    /** Entries from this number on are done. */
    from: number;
  };
}

/** In reports. */
export interface ImportUndo {
  /** They had come with it, and are gone again. */
  removed: number;
  /** They stand as they did before it. */
  restored: number;
  /** Changed since, so that some or all of what came with it stays. */
  kept: number;
}

/** The database's tables, for the modules that work inside a transaction which `reports.ts` has opened. */
export interface Tables {
  reports: EntityTable<StoredReport, 'id'>;
  history: EntityTable<StoredEntry, 'seq'>;
  evidence: EntityTable<StoredEvidence, 'id'>;
  visits: EntityTable<StoredVisit, 'seq'>;
  dismissals: EntityTable<StoredDismissal, 'postKey'>;
  /** Derived from reports and dismissals, and kept in step with them by every write. */
  tallies: EntityTable<RuleTally, 'rule'>;
  ledger: EntityTable<LedgerHead, 'id'>;
  totals: EntityTable<Totals, 'id'>;
  imports: EntityTable<ImportRow, 'id'>;
}

/** Those of version 3, which the ledger is kept over. */
export type LedgerTables = Omit<Tables, 'imports'>;
