import { Head } from './ledger/head';
import type { Numbers } from './ledger/seal-new';
import { countedOf } from './shape';
import type { SealedTable, StoredDismissal, StoredEvidence, StoredReport, Tables } from './tables';
import { TallyMoves } from './tallies';
import { RunningTotals } from './totals';

/** What one transaction does to the ledger's head, the totals and the tallies; written once, at its end. */
export class Books {
  readonly #totals: RunningTotals;
  readonly #tallies = new TallyMoves();
  #changed = false;

  private constructor(
    /** Gives rows their numbers. */
    readonly head: Head,
    totals: RunningTotals,
  ) {
    this.#totals = totals;
  }

  /** @param at when a ledger that is not there yet begins */
  static async open(tables: Tables, at: number): Promise<Books> {
    const [head, totals] = await Promise.all([tables.ledger.get('head'), tables.totals.get('totals')]);
    return new Books(new Head(head?.since ?? at, head), new RunningTotals(totals));
  }

  async close(tables: Tables): Promise<void> {
    if (!this.#changed) return;
    await this.#tallies.write(tables);
    await tables.totals.put(this.#totals.toRow());
    await tables.ledger.put(this.head.toRow());
  }

  /** Gives so many numbers after the last ones away; false when those are not the last ones any more. */
  take(last: Numbers, count: Numbers): boolean {
    if (this.head.rev !== last.rev || this.head.seq !== last.seq) return false;
    this.#changed = true;
    this.head.rev += count.rev;
    this.head.seq += count.seq;
    return true;
  }

  add(table: SealedTable, seal: unknown): void {
    this.#changed = true;
    this.head.add(table, seal);
  }

  remove(table: SealedTable, seal: unknown): void {
    this.#changed = true;
    this.head.remove(table, seal);
  }

  replace(table: SealedTable, before: unknown, after: string): void {
    this.#changed = true;
    this.head.replace(table, before, after);
  }

  /** `undefined` stands for a report that is not there. */
  report(before: StoredReport | undefined, after: StoredReport | undefined): void {
    const [was, is] = [countedOf(before), countedOf(after)];
    this.#totals.report(was, is);
    this.#tallies.report(was, is);
    if (before && after) this.replace('reports', before.seal, after.seal);
    else if (before) this.remove('reports', before.seal);
    else if (after) this.add('reports', after.seal);
  }

  evidence(row: StoredEvidence, by: 1 | -1): void {
    this.#totals.picture(row.blob, by);
    if (by === 1) this.add('evidence', row.seal);
    else this.remove('evidence', row.seal);
  }

  dismissal(row: StoredDismissal, by: 1 | -1): void {
    if (by === 1) this.#tallies.dismissal(undefined, row);
    else this.#tallies.dismissal(row, undefined);
    if (by === 1) this.add('dismissals', row.seal);
    else this.remove('dismissals', row.seal);
  }
}
