import { liveQuery, type Observable } from 'dexie';
import { StorageError } from '../errors';
import type { PostKey } from '../model/post';
import type {
  CheckAnswer,
  Dismissal,
  FiledReport,
  Report,
  ReportDraft,
  ReportedPost,
  ReportStatus,
  RuleTally,
  Visit,
} from '../model/report';
import { reportsAt } from './addresses';
import { QingjianDatabase } from './db';
import { decideAll } from './dismissals';
import { type StoredPicture, setPicture } from './evidence';
import { fileDraft, undoFiling } from './filing';
import { log } from './history';
import { recountReport, talliesOf } from './tallies';
import { recordVisit, toReportedPosts } from './visits';
import { type FullReport, readWhole, removeWhole, restoreWhole } from './whole-report';

export type { FullReport } from './whole-report';

export type ReportEdit =
  | { action: 'status'; status: ReportStatus }
  | { action: 'note'; note: string }
  | { action: 'categories'; categories: string[] }
  | { action: 'answers'; answers: CheckAnswer[] };

/**
 * The only user of the database. Every write is one transaction together with its history entry and the tallies, and
 * resolves only after the transaction has completed. Failures are {@link StorageError}s.
 */
export class ReportStore {
  readonly #db: QingjianDatabase;

  constructor(
    readonly version: string,
    name?: string,
    readonly now: () => number = Date.now,
  ) {
    this.#db = new QingjianDatabase(name);
  }

  /** Stores a draft; see {@link fileDraft} for one that is said again. */
  file(draft: ReportDraft, picture?: Blob): Promise<FiledReport> {
    return this.#write((db) => fileDraft(db, draft, { at: this.now(), version: this.version, picture }));
  }

  /** False when the report was decided on or filed again since: then nothing is changed. */
  undoFiling(reportId: string, seq: number): Promise<boolean> {
    return this.#write((db) => undoFiling(db, { reportId, seq, at: this.now() }));
  }

  async edit(reportId: string, edit: ReportEdit): Promise<void> {
    const { action, ...values } = edit;
    await this.#write(async (db) => {
      const report = await db.reports.get(reportId);
      if (!report) throw new StorageError('unknown', new Error(`report ${reportId} does not exist`));
      const before = Object.fromEntries(Object.keys(values).map((key) => [key, report[key as keyof Report]]));
      // Said again after a lost answer, for instance.
      if (JSON.stringify(before) === JSON.stringify(values)) return;
      const at = this.now();
      await db.reports.update(reportId, { ...values, updatedAt: at });
      await recountReport(db, report, { ...report, ...values });
      await log(db, { reportId, action, at }, before);
    });
  }

  /** Removes a report and all that belongs to it, and hands it back so that it can be put back. */
  remove(reportId: string): Promise<FullReport | undefined> {
    return this.#write((db) => removeWhole(db, reportId));
  }

  restore(full: FullReport): Promise<void> {
    return this.#write((db) => restoreWhole(db, full));
  }

  setPicture(picture: StoredPicture): Promise<void> {
    return this.#write((db) => setPicture(db, picture, this.now()));
  }

  recordVisit(visit: Omit<Visit, 'seq' | 'at'>): Promise<void> {
    return this.#write((db) => recordVisit(db, { ...visit, at: this.now() }));
  }

  dismiss(postKey: PostKey, rules: string[]): Promise<void> {
    return this.dismissMany([{ postKey, rules }]);
  }

  /** All of them or none. */
  dismissMany(posts: readonly Omit<Dismissal, 'at'>[]): Promise<void> {
    const at = this.now();
    const dismissals = new Map(posts.map((post) => [post.postKey, { ...post, at }]));
    return this.#write((db) => decideAll(db, [...dismissals.keys()], dismissals));
  }

  undoDismissal(postKey: PostKey): Promise<void> {
    return this.undoDismissals([postKey]);
  }

  undoDismissals(postKeys: readonly PostKey[]): Promise<void> {
    return this.#write((db) => decideAll(db, [...new Set(postKeys)], new Map()));
  }

  /** What was decided about these posts; those without a decision are in neither list. */
  decided(postKeys: readonly PostKey[]): Promise<{ reported: ReportedPost[]; dismissed: PostKey[] }> {
    return this.#guard(async () => {
      const reports = await this.#db.reports.where('postKey').anyOf(postKeys).toArray();
      const dismissed = await this.#db.dismissals.where('postKey').anyOf(postKeys).primaryKeys();
      return { reported: await toReportedPosts(this.#db, reports), dismissed };
    });
  }

  /** Reports on the post at a web address, newest first. */
  reportsAt(address: string): Promise<ReportedPost[]> {
    return this.#guard(async () => toReportedPosts(this.#db, await reportsAt(this.#db, address)));
  }

  /** In the order of the request; zeros for rules that nothing was decided about. */
  tallies(rules: readonly string[]): Promise<RuleTally[]> {
    return this.#guard(() => talliesOf(this.#db, rules));
  }

  get(reportId: string): Promise<FullReport | undefined> {
    return this.#guard(() => readWhole(this.#db, reportId));
  }

  async findByPost(postKey: PostKey): Promise<Report | undefined> {
    return this.#guard(() => this.#db.reports.get({ postKey }));
  }

  /** Newest first. */
  list(): Promise<Report[]> {
    return this.#guard(() => this.#db.reports.orderBy('[createdAt+id]').reverse().toArray());
  }

  count(): Promise<number> {
    return this.#guard(() => this.#db.reports.count());
  }

  /** Number of screenshots by report, from the index alone: no picture is loaded. */
  async countScreenshots(): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    const ids = await this.#guard(() => this.#db.evidence.orderBy('reportId').keys());
    for (const id of ids.map(String)) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  }

  /** All reports oldest first, `size` at a time, without holding them all in memory. */
  async *batches(size = 500): AsyncGenerator<Report[]> {
    let after: [number, string] = [0, ''];
    while (true) {
      const rows = await this.#guard(() =>
        this.#db.reports.where('[createdAt+id]').above(after).limit(size).toArray(),
      );
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      after = [last.createdAt, last.id];
    }
  }

  /** Emits now and after every change, also one made in another context of the extension. */
  watch<T>(query: (store: this) => Promise<T>): Observable<T> {
    return liveQuery(() => query(this));
  }

  close(): void {
    this.#db.close();
  }

  /** Over all tables: what belongs to a report stands in most of them, and the tallies follow every change. */
  #write<T>(work: (db: QingjianDatabase) => Promise<T>): Promise<T> {
    // Async itself: Dexie keeps the transaction open over awaits only in functions that it can tell to be so.
    return this.#guard(() => this.#db.transaction('rw', this.#db.tables, async () => work(this.#db)));
  }

  async #guard<T>(work: () => PromiseLike<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw error instanceof StorageError ? error : new StorageError(reasonOf(error), error);
    }
  }
}

function reasonOf(error: unknown): StorageError['reason'] {
  const names = [error, (error as { inner?: unknown } | null)?.inner].map((each) =>
    each instanceof Error ? each.name : '',
  );
  if (names.includes('QuotaExceededError')) return 'full';
  return names.some((name) => /Closed|OpenFailed|VersionError|InvalidState/.test(name))
    ? 'closed'
    : 'unknown';
}
