import { Dexie } from 'dexie';
import { StorageError } from '../errors';
import { sha256OfBlob } from './ledger/seal';
import { sealAll } from './ledger/seal-all';
import type { Tables } from './tables';

/** Of the last version below, as the browser counts it: Dexie's versions by tens. */
const NEWEST = 40;

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
  ledger!: Tables['ledger'];
  totals!: Tables['totals'];
  imports!: Tables['imports'];

  /** @param now milliseconds since 1970: when an upgrade begins the ledger */
  constructor(name = 'qingjian', now: () => number = Date.now) {
    // Dexie's cache of live queries tears a write that is asked for while the database opens into one transaction per
    // table (Dexie 4.4.7, 2026-11), and shows what is not committed yet.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({
      // The compound index pages by key: equal times do not lose or repeat a row.
      reports: 'id, &postKey, [createdAt+id]',
      history: '++seq, reportId',
      evidence: 'id, reportId',
      dismissals: 'postKey',
    });
    this.version(2).stores({
      reports: 'id, &postKey, [createdAt+id], post.url',
      visits: '++seq, reportId',
      tallies: 'rule',
    });
    this.version(3)
      .stores({
        // What was changed since a page last looked.
        reports: 'id, &postKey, [createdAt+id], post.url, rev',
        ledger: 'id',
        totals: 'id',
      })
      .upgrade((upgrade) =>
        sealAll(
          {
            reports: upgrade.table('reports'),
            history: upgrade.table('history'),
            evidence: upgrade.table('evidence'),
            visits: upgrade.table('visits'),
            dismissals: upgrade.table('dismissals'),
            tallies: upgrade.table('tallies'),
            ledger: upgrade.table('ledger'),
            totals: upgrade.table('totals'),
          },
          now(),
          // The upgrade's transaction would end while a blob is read.
          (blob) => Dexie.waitFor(sha256OfBlob(blob)),
        ),
      );
    this.version(4).stores({ imports: 'id' });
    // Dexie opens a database of a later version as it is; its rows may not be what this code takes them for.
    this.on('ready', () => {
      const { version } = this.backendDB();
      if (version > NEWEST) throw new StorageError('newer', new Error(`database version ${version}`));
    });
  }
}
