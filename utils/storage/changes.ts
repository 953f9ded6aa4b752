import type { HistoryEntry, Report } from '../model/report';
import type { StoredReport } from './tables';

/** When a write happens, and who does it. */
export interface WriteContext {
  /** Milliseconds since 1970. */
  at: number;
  /** The reviewer's local name; empty when none is set. */
  by: string;
}

/** What an entry says beside when, who and of which report. */
export type NewEntry = Pick<HistoryEntry, 'action'> &
  Partial<Pick<HistoryEntry, 'filing' | 'before' | 'to' | 'import'>> & {
    /** Of the picture that belongs to this very entry, or to another filing. */
    picture?: { filing?: number; sha256: string | null };
  };

export interface ReportChange {
  before: StoredReport | undefined;
  after: Report;
  entry: NewEntry;
}
