import type { SealedTable } from '../tables';

/**
 * What was found that the extension did not write: a row that was `changed`, rows that are `missing` from a table or were
 * `added` to it, a history whose `chain` does not fit its report, a `picture` that is not the one that was kept, a
 * `count` that does not fit what it counts.
 */
export type ProblemKind = 'changed' | 'missing' | 'added' | 'chain' | 'picture' | 'count';

export interface Problem {
  table: SealedTable | 'tallies' | 'totals' | 'ledger';
  /** Primary key of the row, as text; empty when the whole table is meant. */
  key: string;
  /** The report that it belongs to, where that can be told. */
  reportId?: string;
  kind: ProblemKind;
}

/** More are counted, not kept. */
const MOST = 1_000;

export class Problems {
  readonly list: Problem[] = [];
  found = 0;

  add(table: Problem['table'], key: unknown, kind: ProblemKind, reportId?: unknown): void {
    this.found++;
    if (this.list.length >= MOST) return;
    this.list.push({ table, key: String(key), kind, ...(typeof reportId === 'string' && { reportId }) });
  }
}
