import type { Dismissal, Evidence, Report } from '../model/report';
import { Books } from './books';
import type { NewEntry, ReportChange, WriteContext } from './changes';
import { refusedOf } from './failures';
import { inParts } from './in-parts';
import { resealed } from './ledger/reseal';
import { sealed, sealOf, sealOfEvidence, sealOfReport } from './ledger/seal';
import type { Numbers, SealedReport } from './ledger/seal-new';
import type {
  StoredDismissal,
  StoredEntry,
  StoredEvidence,
  StoredReport,
  StoredVisit,
  Tables,
} from './tables';

export type { ReportChange, WriteContext } from './changes';

/** A report with its newest history entry, both sealed. */
interface SealedRows {
  row: StoredReport;
  entry: StoredEntry;
}

/**
 * One write transaction. All that is written goes through it, so that seals, the ledger's head, totals and tallies
 * never fall behind the rows. {@link finish} must be the last step of the transaction.
 */
export class Writing {
  readonly at: number;
  readonly #by: string;
  readonly #books: Books;

  private constructor(
    readonly tables: Tables,
    { at, by }: WriteContext,
    books: Books,
  ) {
    this.at = at;
    this.#by = by;
    this.#books = books;
  }

  static async begin(tables: Tables, context: WriteContext): Promise<Writing> {
    return new Writing(tables, context, await Books.open(tables, context.at));
  }

  /** Number of the newest history entry. */
  get lastSeq(): number {
    return this.#books.head.seq;
  }

  finish(): Promise<void> {
    return this.#books.close(this.tables);
  }

  async change(change: ReportChange): Promise<number> {
    const [seq] = await this.changeMany([change]);
    return seq!;
  }

  /**
   * Writes reports, each with its history entry. Resolves to the numbers of the entries.
   *
   * @param changes each of another report
   */
  changeMany(changes: readonly ReportChange[]): Promise<number[]> {
    return this.#write(changes, (change) => {
      const written = this.#rowsOf(change);
      this.#count(change.before, written);
      return written;
    });
  }

  /** Puts removed reports back: `before` is how each was, its history is put back already. */
  async restoreReports(changes: readonly ReportChange[]): Promise<void> {
    await this.#write(changes, (change) => {
      const written = this.#rowsOf(change);
      this.#count(undefined, written);
      return written;
    });
  }

  /**
   * Adds reports, but for those whose id or post is there already. Resolves to the ids of those that it has added;
   * `undefined`, with nothing done, when others have been given their numbers.
   *
   * @param last the numbers after which these were sealed
   */
  async addReports(sealed: readonly SealedReport[], last: Numbers): Promise<string[] | undefined> {
    const entries = sealed.reduce((sum, each) => sum + each.entries.length, 0);
    if (!this.#books.take(last, { rev: sealed.length, seq: entries })) return undefined;
    // Trying costs nothing where asking for every post first would; what cannot be added leaves the rest standing.
    const refused = await this.tables.reports.bulkAdd(sealed.map(({ row }) => row)).then(
      () => new Set<number>(),
      (error: unknown) => refusedOf(error),
    );
    const added = sealed.filter((_, i) => !refused.has(i));
    for (const each of added) {
      for (const entry of each.entries) this.#books.add('history', entry.seal);
      this.#books.report(undefined, each.row);
    }
    await this.tables.history.bulkAdd(added.flatMap((each) => each.entries));
    return added.map(({ row }) => row.id);
  }

  /**
   * Writes a report and its whole history anew, after the reader has taken parts out of it or has said a filing again:
   * what earlier entries said of the rows between cannot be told any more, and is dropped with the mark `resealedAt`.
   */
  async rewrite(before: StoredReport, after: Report, history: readonly StoredEntry[]): Promise<void> {
    const row = this.#nextRow(after);
    const state = sealOfReport(row);
    const rewritten = resealed(history, state, this.at);
    const seals = new Map(history.map(({ seq, seal }) => [seq, seal]));
    for (const { seq, seal } of rewritten) this.#books.replace('history', seals.get(seq), seal);
    const stored = { ...row, seal: state, chain: rewritten.at(-1)?.seal ?? '' };
    this.#books.report(before, stored);
    await this.tables.reports.put(stored);
    await this.tables.history.bulkPut(rewritten);
  }

  /** Takes rows out; nothing of them is left but in what the caller holds. */
  async removeReports(rows: readonly StoredReport[], history: readonly StoredEntry[]): Promise<void> {
    for (const row of rows) this.#books.report(row, undefined);
    for (const entry of history) this.#books.remove('history', entry.seal);
    await this.tables.reports.bulkDelete(rows.map(({ id }) => id));
    await this.tables.history.bulkDelete(history.map(({ seq }) => seq));
  }

  /** Puts a row back as it is, seal and all. */
  async putBackRow(row: StoredReport): Promise<void> {
    this.#books.report(undefined, row);
    await this.tables.reports.add(row);
  }

  /** Puts entries back as they were. */
  async restoreHistory(history: readonly StoredEntry[]): Promise<void> {
    for (const entry of history) this.#books.add('history', entry.seal);
    await this.tables.history.bulkAdd([...history]);
  }

  async putEvidence(
    evidence: Evidence & Pick<StoredEvidence, 'sha256' | 'import' | 'also'>,
    before: StoredEvidence | undefined,
  ): Promise<void> {
    if (before) this.#books.evidence(before, -1);
    const row = { ...evidence, seal: sealOfEvidence(evidence) };
    this.#books.evidence(row, 1);
    await this.tables.evidence.put(row);
  }

  async removeEvidence(rows: readonly StoredEvidence[]): Promise<void> {
    for (const row of rows) this.#books.evidence(row, -1);
    await this.tables.evidence.bulkDelete(rows.map(({ id }) => id));
  }

  async addVisits(visits: readonly Omit<StoredVisit, 'seq' | 'seal'>[]): Promise<void> {
    const rows = visits.map((visit): StoredVisit => {
      const row = { ...visit, seq: ++this.#books.head.visit };
      return { ...row, seal: sealOf(row) };
    });
    for (const row of rows) this.#books.add('visits', row.seal);
    await this.tables.visits.bulkAdd(rows);
  }

  async replaceVisits(changes: readonly { before: StoredVisit; after: StoredVisit }[]): Promise<void> {
    if (changes.length === 0) return;
    const rows = changes.map(({ before, after }) => {
      const row = { ...after, seal: sealOf(after) };
      this.#books.replace('visits', before.seal, row.seal);
      return row;
    });
    await this.tables.visits.bulkPut(rows);
  }

  async removeVisits(rows: readonly StoredVisit[]): Promise<void> {
    if (rows.length === 0) return;
    for (const row of rows) this.#books.remove('visits', row.seal);
    await this.tables.visits.bulkDelete(rows.map(({ seq }) => seq));
  }

  async decide(
    before: readonly StoredDismissal[],
    after: readonly (Dismissal & Pick<StoredDismissal, 'import'>)[],
  ): Promise<void> {
    const rows = after.map((dismissal) => ({ ...dismissal, seal: sealOf(dismissal) }));
    for (const row of before) this.#books.dismissal(row, -1);
    for (const row of rows) this.#books.dismissal(row, 1);
    await this.tables.dismissals.bulkDelete(before.map(({ postKey }) => postKey));
    await this.tables.dismissals.bulkPut(rows);
  }

  #write(changes: readonly ReportChange[], prepare: (change: ReportChange) => SealedRows): Promise<number[]> {
    return inParts(changes, prepare, async (written) => {
      await this.tables.reports.bulkPut(written.map(({ row }) => row));
      await this.tables.history.bulkAdd(written.map(({ entry }) => entry));
      return written.map(({ entry }) => entry.seq);
    });
  }

  #rowsOf({ before, after, entry: said }: ReportChange): SealedRows {
    const next = this.#nextRow(after);
    const state = sealOfReport(next);
    const entry = this.#entryOf(next.id, said, before, state);
    return { row: { ...next, seal: state, chain: entry.seal }, entry };
  }

  #count(before: StoredReport | undefined, { row, entry }: SealedRows): void {
    this.#books.add('history', entry.seal);
    this.#books.report(before, row);
  }

  #nextRow(after: Report): Omit<StoredReport, 'seal' | 'chain'> {
    const { seal: _seal, chain: _chain, ...row } = after as StoredReport;
    return { ...row, rev: ++this.#books.head.rev };
  }

  #entryOf(
    reportId: string,
    { picture, ...said }: NewEntry,
    before: StoredReport | undefined,
    state: string,
  ): StoredEntry {
    const seq = ++this.#books.head.seq;
    return sealed({
      seq,
      reportId,
      at: this.at,
      ...said,
      ...(this.#by && { by: this.#by }),
      ...(picture && { picture: { filing: picture.filing ?? seq, sha256: picture.sha256 } }),
      prev: before?.chain ?? null,
      // As the row is found, whatever its seal says: so a change that was made behind our back stays to be seen.
      ...(before && { from: sealOfReport(before) }),
      state,
    });
  }
}
