import { Dexie, type EntityTable } from 'dexie';
import type { Dismissal, Evidence, HistoryEntry, Report } from '../model/report';

/**
 * The database's versions and nothing else. A released version is never edited; a change is a new version.
 *
 * Strict durability: an answer "saved" is given only after the data has reached the disk (design rule 5). Chromium
 * relaxed the default in version 121; Firefox honours the same option.
 */
export class QingjianDatabase extends Dexie {
  reports!: EntityTable<Report, 'id'>;
  history!: EntityTable<HistoryEntry, 'seq'>;
  evidence!: EntityTable<Evidence, 'id'>;
  dismissals!: EntityTable<Dismissal, 'postKey'>;

  constructor(name = 'qingjian') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      // The compound index pages by key: equal times do not lose or repeat a row.
      reports: 'id, &postKey, [createdAt+id]',
      history: '++seq, reportId',
      evidence: 'id, reportId',
      dismissals: 'postKey',
    });
  }
}
