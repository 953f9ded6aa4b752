import { countedOf } from '../shape';
import type { LedgerTables, StoredEntry, StoredEvidence, StoredReport } from '../tables';
import { TallyMoves } from '../tallies';
import { RunningTotals } from '../totals';
import { inBatches } from './batches';
import { Head } from './head';
import { resealed } from './reseal';
import { sealed, sealOf, sealOfEvidence, sealOfReport } from './seal';

const BATCH = 500;
/** Held in memory at once. */
const PICTURES = 20;

/**
 * Begins the ledger with the rows as they stand: seals every row, links every history, and counts anew. Parts whose
 * report is gone cannot be reached by anybody and are taken out. Runs within one transaction.
 *
 * @param at milliseconds since 1970: what the ledger vouches for begins here
 * @param hashOf must keep the transaction alive
 */
export async function sealAll(
  tables: LedgerTables,
  at: number,
  hashOf: (blob: Blob) => PromiseLike<string>,
): Promise<void> {
  await takeOutOrphans(tables);
  const head = new Head(at);
  head.seq = (await tables.history.orderBy(':id').last())?.seq ?? 0;
  head.visit = (await tables.visits.orderBy(':id').last())?.seq ?? 0;
  const totals = new RunningTotals();
  const tallies = new TallyMoves();
  await tables.tallies.clear();
  await inBatches(tables.reports, BATCH, async (reports) => {
    const histories = await historiesOf(tables, reports);
    const written = reports.map((report, i) => sealReport(report, histories[i]!, head, at));
    for (const { row, entries } of written) {
      head.add('reports', row.seal);
      for (const { seal } of entries) head.add('history', seal);
      totals.report(undefined, countedOf(row));
      tallies.report(undefined, countedOf(row));
    }
    await tables.reports.bulkPut(written.map(({ row }) => row));
    await tables.history.bulkPut(written.flatMap(({ entries }) => entries));
  });
  await inBatches(tables.evidence, PICTURES, async (rows) => {
    for (const row of rows) {
      const written = await sealEvidence(row, hashOf);
      head.add('evidence', written.seal);
      totals.picture(written.blob, 1);
      await tables.evidence.put(written);
    }
  });
  await inBatches(tables.visits, BATCH, async (rows) => {
    const written = rows.map((row) => ({ ...row, seal: sealOf(row) }));
    for (const { seal } of written) head.add('visits', seal);
    await tables.visits.bulkPut(written);
  });
  await inBatches(tables.dismissals, BATCH, async (rows) => {
    const written = rows.map((row) => ({ ...row, seal: sealOf(row) }));
    for (const row of written) {
      head.add('dismissals', row.seal);
      tallies.dismissal(undefined, row);
    }
    await tables.dismissals.bulkPut(written);
  });
  await tallies.write(tables);
  await tables.totals.clear();
  await tables.totals.put(totals.toRow());
  await tables.ledger.clear();
  await tables.ledger.put(head.toRow());
}

function sealReport(report: StoredReport, history: StoredEntry[], head: Head, at: number) {
  const { seal: _seal, chain: _chain, ...rest } = report;
  const next = { ...rest, rev: ++head.rev };
  const state = sealOfReport(next);
  const entries =
    history.length > 0
      ? resealed(history, state, at)
      : [
          sealed({
            seq: ++head.seq,
            reportId: report.id,
            at,
            action: 'filed',
            prev: null,
            state,
            resealedAt: at,
          }),
        ];
  const row: StoredReport = { ...next, seal: state, chain: entries.at(-1)!.seal };
  return { row, entries };
}

async function sealEvidence(
  row: StoredEvidence,
  hashOf: (blob: Blob) => PromiseLike<string>,
): Promise<StoredEvidence> {
  const { seal: _seal, ...rest } = { ...row, sha256: await hashOf(row.blob) };
  return { ...rest, seal: sealOfEvidence(rest) };
}

async function historiesOf(tables: LedgerTables, reports: readonly StoredReport[]): Promise<StoredEntry[][]> {
  const ids = reports.map(({ id }) => id);
  const all = await tables.history.where('reportId').anyOf(ids).toArray();
  const groups = Map.groupBy(all, ({ reportId }) => reportId);
  return ids.map((id) => (groups.get(id) ?? []).sort((a, b) => a.seq - b.seq));
}

async function takeOutOrphans(tables: LedgerTables): Promise<void> {
  const ids = new Set(await tables.reports.toCollection().primaryKeys());
  for (const table of [tables.history, tables.visits, tables.evidence]) {
    const owners = await table.orderBy('reportId').uniqueKeys();
    const gone = owners.map(String).filter((id) => !ids.has(id));
    await table.where('reportId').anyOf(gone).delete();
  }
}
