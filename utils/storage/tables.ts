import type { EntityTable } from 'dexie';
import type { Dismissal, Evidence, HistoryEntry, Report, RuleTally, Visit } from '../model/report';

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
export type StoredEvidence = Sealed<Evidence> & { sha256: string };
export type StoredVisit = Sealed<Visit>;
export type StoredDismissal = Sealed<Dismissal>;

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
}
