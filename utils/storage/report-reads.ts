import type { PostKey } from '../model/post';
import type { Report, ReportedPost, RuleTally } from '../model/report';
import { reportsAt } from './addresses';
import {
  oldestFirst,
  type PageKey,
  pageAfter,
  pageOf,
  type StoreState,
  screenshotCounts,
  stateOf,
} from './reading';
import type { StoredReport, Tables, Totals } from './tables';
import { talliesOf } from './tallies';
import { NO_TOTALS } from './totals';
import { toReportedPosts } from './visits';
import { type FullReport, readWhole } from './whole-report';

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

  /** All reports oldest first, `size` at a time, without holding them all in memory. */
  batches(size = 500): AsyncGenerator<Report[]> {
    return oldestFirst((after) => this.read((db) => pageAfter(db, after, size)));
  }
}
