import type { Belongings } from '../merge/compare';
import type { PostKey } from '../model/post';
import type { Dismissal, ReportedPost, RuleTally } from '../model/report';
import { reportsAt } from './addresses';
import {
  oldestFirst,
  type PageKey,
  pageAfter,
  pageOf,
  rowsForPosts,
  type StoreState,
  screenshotCounts,
  screenshotHashes,
  stateOf,
} from './reading';
import type { ImportRow, StoredReport, Tables, Totals } from './tables';
import { talliesOf } from './tallies';
import { NO_TOTALS } from './totals';
import { toReportedPosts } from './visits';
import { belongingsOf, type FullReport, readMany, readWhole, withAll } from './whole-report';

/** Everything that can be asked of the store. */
export abstract class ReportReads {
  /** Rejects with `StorageError` alone. */
  protected abstract read<T>(work: (tables: Tables) => PromiseLike<T>): Promise<T>;

  /** What was decided about these posts; those without a decision are in neither list. */
  decided(postKeys: readonly PostKey[]): Promise<{ reported: ReportedPost[]; dismissed: PostKey[] }> {
    return this.read(async (db) => {
      const reports = await db.reports.where('postKey').anyOf(postKeys).toArray();
      const dismissed = await db.dismissals.where('postKey').anyOf(postKeys).primaryKeys();
      return { reported: await toReportedPosts(db, reports), dismissed };
    });
  }

  /** Reports on the post at a web address, newest first. */
  reportsAt(address: string): Promise<ReportedPost[]> {
    return this.read(async (db) => toReportedPosts(db, await reportsAt(db, address)));
  }

  /** All posts that were dismissed, by key, `size` at a time. */
  async *dismissals(size = 1_000): AsyncGenerator<Dismissal[]> {
    let after = '';
    while (true) {
      const batch = await this.read((db) =>
        db.dismissals.where('postKey').above(after).limit(size).toArray(),
      );
      if (batch.length === 0) return;
      yield batch.map(({ postKey, rules, at }) => ({ postKey, rules, at }));
      after = batch.at(-1)!.postKey;
    }
  }

  /** In the order of the request; zeros for rules that nothing was decided about. */
  tallies(rules: readonly string[]): Promise<RuleTally[]> {
    return this.read((db) => talliesOf(db, rules));
  }

  /** Of every rule that anything was decided about. */
  allTallies(): Promise<RuleTally[]> {
    return this.read((db) => db.tallies.toArray());
  }

  get(reportId: string): Promise<FullReport | undefined> {
    return this.read((db) => readWhole(db, reportId));
  }

  findByPost(postKey: PostKey): Promise<StoredReport | undefined> {
    return this.read((db) => db.reports.get({ postKey }));
  }

  totals(): Promise<Totals> {
    return this.read(async (db) => (await db.totals.get('totals')) ?? NO_TOTALS);
  }

  state(): Promise<StoreState> {
    return this.read(async (db) => stateOf(await db.ledger.get('head')));
  }

  /** Of everything that is stored: the same as long as nothing was written. Empty before the first write. */
  fingerprint(): Promise<string> {
    return this.read(async (db) => (await db.ledger.get('head'))?.seal ?? '');
  }

  async count(): Promise<number> {
    return (await this.state()).reports;
  }

  /** Stored rows in order of their changes. Unchecked, as all rows below: any may be damaged. */
  changedSince(rev: number, limit: number): Promise<unknown[]> {
    return this.read((db) => db.reports.where('rev').above(rev).limit(limit).toArray());
  }

  page(before: PageKey | undefined, size: number): Promise<unknown[]> {
    return this.read((db) => pageOf(db, before, size));
  }

  /** In the order asked, `undefined` where a report is gone. */
  rows(reportIds: readonly string[]): Promise<unknown[]> {
    return this.read((db) => db.reports.bulkGet([...reportIds]));
  }

  ids(): Promise<string[]> {
    return this.read((db) => db.reports.toCollection().primaryKeys());
  }

  /** Number of screenshots by report, from the index alone: no picture is loaded. */
  countScreenshots(): Promise<Map<string, number>> {
    return this.read(screenshotCounts);
  }

  /** SHA-256 of the screenshots by report, each report's in order of time; history and visits are not read. */
  screenshotHashes(): Promise<Map<string, string[]>> {
    return this.read(screenshotHashes);
  }

  /** Reports on these posts, in the order asked, `undefined` where there is none. */
  forPosts(postKeys: readonly PostKey[]): Promise<unknown[]> {
    return this.read((db) => rowsForPosts(db, postKeys));
  }

  /** With all that belongs to them, in the order asked; reports that are not there are left out. */
  wholesOf(reportIds: readonly string[]): Promise<FullReport[]> {
    return this.read((db) => readMany(db, reportIds));
  }

  /** What these reports have, by their id: what an import is planned against. */
  belongingsOf(reportIds: readonly string[]): Promise<Map<string, Belongings>> {
    return this.read((db) => belongingsOf(db, reportIds));
  }

  /** All reports oldest first with all that belongs to them, `size` at a time. Unchecked: any row may be damaged. */
  async *wholes(size = 100): AsyncGenerator<FullReport[]> {
    for await (const reports of this.batches(size)) yield await this.read((db) => withAll(db, reports));
  }

  /** What was imported, newest first. */
  imports(): Promise<ImportRow[]> {
    return this.read(async (db) => (await db.imports.toArray()).sort((a, b) => b.at - a.at));
  }

  /** All reports oldest first, `size` at a time, without holding them all in memory. */
  batches(size = 500): AsyncGenerator<StoredReport[]> {
    return oldestFirst((after) => this.read((db) => pageAfter(db, after, size)));
  }
}
