import { Dexie } from 'dexie';
import { countedOf } from '../shape';
import type { Tables } from '../tables';
import { TallyMoves } from '../tallies';
import { RunningTotals } from '../totals';
import { inBatches } from './batches';
import { sha256OfBlob } from './seal';
import { sealAll } from './seal-all';

const BATCH = 500;

export function beginLedger(tables: Tables, at: number): Promise<void> {
  return sealAll(tables, at, (blob) => Dexie.waitFor(sha256OfBlob(blob)));
}

/** Counts totals and tallies anew; the rows that they are counted from stay as they are. */
export async function recount(tables: Tables): Promise<void> {
  const { totals, tallies } = await countAll(tables);
  await tables.tallies.clear();
  await tallies.write(tables);
  await tables.totals.clear();
  await tables.totals.put(totals.toRow());
}

/** What the counters should say. */
export async function countAll(
  tables: Pick<Tables, 'reports' | 'evidence' | 'dismissals'>,
): Promise<{ totals: RunningTotals; tallies: TallyMoves }> {
  const totals = new RunningTotals();
  const tallies = new TallyMoves();
  await inBatches(tables.reports, BATCH, async (rows) => {
    for (const row of rows) {
      const counted = countedOf(row);
      totals.report(undefined, counted);
      tallies.report(undefined, counted);
    }
  });
  await inBatches(tables.evidence, BATCH, async (rows) => {
    for (const { blob } of rows) totals.picture(blob, 1);
  });
  await inBatches(tables.dismissals, BATCH, async (rows) => {
    for (const row of rows) tallies.dismissal(undefined, row);
  });
  return { totals, tallies };
}
