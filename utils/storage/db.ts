import { Dexie } from 'dexie';
import type { Tables } from './tables';
import { countAll } from './tallies';

/**
 * The database's versions and nothing else. A released version is never edited; a change is a new version.
 *
 * Strict durability: an answer "saved" is given only after the data has reached the disk (design rule 5). Chromium
 * relaxed the default in version 121; Firefox honours the same option.
 */
export class QingjianDatabase extends Dexie implements Tables {
  reports!: Tables['reports'];
  history!: Tables['history'];
  evidence!: Tables['evidence'];
  visits!: Tables['visits'];
  dismissals!: Tables['dismissals'];
  tallies!: Tables['tallies'];

  constructor(name = 'qingjian') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      // The compound index pages by key: equal times do not lose or repeat a row.
      reports: 'id, &postKey, [createdAt+id]',
      history: '++seq, reportId',
      evidence: 'id, reportId',
      dismissals: 'postKey',
    });
    this.version(2)
      .stores({
        reports: 'id, &postKey, [createdAt+id], post.url',
        visits: '++seq, reportId',
        tallies: 'rule',
      })
      .upgrade(async (upgrade) =>
        countAll({
          reports: upgrade.table('reports'),
          dismissals: upgrade.table('dismissals'),
          tallies: upgrade.table('tallies'),
        }),
      );
  }
}
