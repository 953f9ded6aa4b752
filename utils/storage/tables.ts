import type { EntityTable } from 'dexie';
import type { Dismissal, Evidence, HistoryEntry, Report, RuleTally, Visit } from '../model/report';

/** The database's tables, for the modules that work inside a transaction which `reports.ts` has opened. */
export interface Tables {
  reports: EntityTable<Report, 'id'>;
  history: EntityTable<HistoryEntry, 'seq'>;
  evidence: EntityTable<Evidence, 'id'>;
  visits: EntityTable<Visit, 'seq'>;
  dismissals: EntityTable<Dismissal, 'postKey'>;
  /** Derived from reports and dismissals, and kept in step with them by every write. */
  tallies: EntityTable<RuleTally, 'rule'>;
}
