import type { EntityTable } from 'dexie';
import { StorageError } from '../../errors';
import { type LedgerHead, SEALED_TABLES, type SealedTable, type Tables } from '../tables';
import { NO_TOTALS } from '../totals';
import { countAll } from './anew';
import { inBatches } from './batches';
import { canonical } from './canonical';
import { RowChecks } from './check-rows';
import { Head } from './head';
import { type Problem, Problems } from './problems';
import { sealOf } from './seal';

export interface VerifyOptions {
  signal?: AbortSignal;
  /** In rows; begins anew when something was written meanwhile. */
  onProgress?: (done: number, total: number) => void;
}

/** What came of comparing every row with what the ledger says of it. */
export interface Verification {
  /** Milliseconds since 1970. */
  at: number;
  /** When the ledger was begun. */
  since: number;
  cancelled: boolean;
  /** Rows that were looked at. */
  checked: Record<SealedTable, number>;
  /** At most a thousand of those that were found. */
  problems: Problem[];
  found: number;
  /** Seal of the ledger's head: it stands for every row, and is another one after every write. */
  fingerprint: string;
}

const BATCH = 100;
const PICTURES = 20;
/** Each reads the whole database; somebody who writes that often is not about to compare fingerprints. */
const ATTEMPTS = 5;

/**
 * Reads everything and finds every change of a stored row that did not come through {@link Writing}: what was changed,
 * added, removed or put in the place of another. Writes go on meanwhile; then it looks again.
 */
export async function verifyAll(tables: Tables, at: number, options: VerifyOptions): Promise<Verification> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await tables.ledger.get('head');
    const verification = await verifyOnce(tables, before, at, options);
    const after = await tables.ledger.get('head');
    if (verification.cancelled || canonical(before) === canonical(after)) return verification;
  }
  throw new StorageError('unknown', new Error('reports were changed all the time while they were verified'));
}

async function verifyOnce(
  tables: Tables,
  row: LedgerHead | undefined,
  at: number,
  { signal, onProgress }: VerifyOptions,
): Promise<Verification> {
  const problems = new Problems();
  const checks = new RowChecks(problems);
  const seen = new Head(0);
  const total = SEALED_TABLES.reduce((sum, table) => sum + (row?.tables[table].rows ?? 0), 0);
  let done = 0;
  const pass = <T extends { seal: string }, K extends keyof T>(
    name: SealedTable,
    table: EntityTable<T, K>,
    check: (each: T) => unknown,
    size = BATCH,
  ) =>
    inBatches(table, size, async (rows) => {
      if (signal?.aborted) return false;
      for (const each of rows) {
        seen.add(name, each.seal);
        await check(each);
      }
      done += rows.length;
      onProgress?.(done, Math.max(done, total));
      return true;
    });
  await pass('history', tables.history, (each) => checks.entry(each));
  await pass('reports', tables.reports, (each) => checks.report(each));
  await pass('evidence', tables.evidence, (each) => checks.evidence(each), PICTURES);
  await pass('visits', tables.visits, (each) => checks.visit(each));
  await pass('dismissals', tables.dismissals, (each) => checks.dismissal(each));
  const cancelled = signal?.aborted ?? false;
  if (!cancelled) {
    checks.finish();
    checkHead(row, seen, problems);
    await checkCounts(tables, problems);
  }
  return {
    at,
    since: row?.since ?? at,
    cancelled,
    checked: Object.fromEntries(
      SEALED_TABLES.map((table) => [table, seen.rowsOf(table)]),
    ) as Verification['checked'],
    problems: problems.list,
    found: problems.found,
    fingerprint: row?.seal ?? '',
  };
}

/** Rows as a whole: one that was taken out together with all that tells of it leaves a gap in the combination. */
function checkHead(row: LedgerHead | undefined, seen: Head, problems: Problems): void {
  if (!row) {
    if (SEALED_TABLES.some((table) => seen.rowsOf(table) > 0)) problems.add('ledger', 'head', 'missing');
    return;
  }
  if (sealOf(row) !== row.seal) problems.add('ledger', 'head', 'changed');
  const { tables } = seen.toRow();
  for (const table of SEALED_TABLES) {
    const [is, was] = [tables[table], row.tables[table]];
    if (is.rows !== was.rows) problems.add(table, '', is.rows < was.rows ? 'missing' : 'added');
    else if (is.seals !== was.seals) problems.add(table, '', 'changed');
  }
}

async function checkCounts(tables: Tables, problems: Problems): Promise<void> {
  const { totals, tallies } = await countAll(tables);
  const stored = (await tables.totals.get('totals')) ?? NO_TOTALS;
  if (canonical(stored) !== canonical(totals.toRow())) problems.add('totals', 'totals', 'count');
  const counted = new Map(tallies.rows().map((tally) => [tally.rule, canonical(tally)]));
  for (const tally of await tables.tallies.toArray()) {
    if (counted.get(tally.rule) !== canonical(tally)) problems.add('tallies', tally.rule, 'count');
    counted.delete(tally.rule);
  }
  for (const rule of counted.keys()) problems.add('tallies', rule, 'count');
}
