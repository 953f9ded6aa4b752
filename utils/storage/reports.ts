import { liveQuery, type Observable, type Table } from 'dexie';
import { StorageError } from '../errors';
import type { PostKey } from '../model/post';
import type { Evidence, FiledReport, HistoryEntry, Report, ReportDraft, ReportStatus } from '../model/report';
import { QingjianDatabase } from './db';

/** One report with all that belongs to it. */
export interface FullReport {
  report: Report;
  history: HistoryEntry[];
  evidence: Evidence[];
}

export type ReportEdit =
  | { action: 'status'; status: ReportStatus }
  | { action: 'note'; note: string }
  | { action: 'categories'; categories: string[] };

/**
 * The only user of the database. Every write is one transaction together with its history entry, and resolves only
 * after the transaction has completed. Failures are {@link StorageError}s.
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

  /** Stores a draft: a new report, or a new reading of the post's existing one. */
  async file(draft: ReportDraft, screenshot?: Blob): Promise<FiledReport> {
    return this.#write([this.#db.reports, this.#db.history, this.#db.evidence], async () => {
      const at = this.now();
      const existing = await this.#db.reports.get({ postKey: draft.post.key });
      const last = existing && (await this.#db.history.where({ reportId: existing.id }).last());
      // The same filing said again after a lost answer: what it holds is taken, but it is one change, not two.
      const repeated = last?.filing === draft.filing ? last : undefined;
      const report = this.#reportOf(draft, existing, at);
      await this.#db.reports.put(report);
      const action = existing ? 'filed-again' : 'filed';
      const seq =
        repeated?.seq ??
        (await this.#log({ reportId: report.id, action, at, filing: draft.filing }, existing));
      const id = `${report.id}:${seq}`;
      if (screenshot) {
        await this.#db.evidence.put({ id, reportId: report.id, kind: 'screenshot', at, blob: screenshot });
      }
      const isNew = !existing || repeated?.action === 'filed';
      return { reportId: report.id, seq, isNew, screenshot: screenshot !== undefined };
    });
  }

  /**
   * Takes a filing back: removes a report that it created, or restores what the report held before. Details that were
   * added since go with it. Returns false when the report was decided on or filed again since, and changes nothing.
   */
  async undoFiling(reportId: string, seq: number): Promise<boolean> {
    return this.#write([this.#db.reports, this.#db.history, this.#db.evidence], async () => {
      const history = await this.#db.history.where({ reportId }).sortBy('seq');
      const entry = history.find((each) => each.seq === seq);
      const isDetail = ({ action }: HistoryEntry) => action === 'note' || action === 'categories';
      if (!entry || !history.filter((each) => each.seq > seq).every(isDetail)) return false;
      await this.#db.evidence.delete(`${reportId}:${seq}`);
      if (entry.action === 'filed') {
        await this.#db.reports.delete(reportId);
        await this.#db.history.where({ reportId }).delete();
      } else {
        await this.#db.reports.update(reportId, { ...entry.before, updatedAt: this.now() });
        await this.#log({ reportId, action: 'undone', at: this.now() });
      }
      return true;
    });
  }

  async edit(reportId: string, edit: ReportEdit): Promise<void> {
    const { action, ...values } = edit;
    await this.#write([this.#db.reports, this.#db.history], async () => {
      const report = await this.#db.reports.get(reportId);
      if (!report) throw new StorageError('unknown', new Error(`report ${reportId} does not exist`));
      const at = this.now();
      await this.#db.reports.update(reportId, { ...values, updatedAt: at });
      const before = Object.fromEntries(Object.keys(values).map((key) => [key, report[key as keyof Report]]));
      await this.#log({ reportId, action, at }, before);
    });
  }

  /** Removes a report and all that belongs to it, and hands it back so that it can be put back. */
  async remove(reportId: string): Promise<FullReport | undefined> {
    return this.#write([this.#db.reports, this.#db.history, this.#db.evidence], async () => {
      const full = await this.#read(reportId);
      await this.#db.reports.delete(reportId);
      await this.#db.history.where({ reportId }).delete();
      await this.#db.evidence.where({ reportId }).delete();
      return full;
    });
  }

  async restore({ report, history, evidence }: FullReport): Promise<void> {
    await this.#write([this.#db.reports, this.#db.history, this.#db.evidence], async () => {
      await this.#db.reports.put(report);
      await this.#db.history.bulkPut(history);
      await this.#db.evidence.bulkPut(evidence);
    });
  }

  async dismiss(postKey: PostKey, rules: string[]): Promise<void> {
    await this.#write([this.#db.dismissals], async () => {
      await this.#db.dismissals.put({ postKey, rules, at: this.now() });
    });
  }

  async undoDismissal(postKey: PostKey): Promise<void> {
    await this.#write([this.#db.dismissals], () => this.#db.dismissals.delete(postKey));
  }

  /** Which of these posts have a report or were dismissed. */
  async decided(postKeys: readonly PostKey[]): Promise<{ reported: PostKey[]; dismissed: PostKey[] }> {
    return this.#guard(async () => {
      const reports = await this.#db.reports.where('postKey').anyOf(postKeys).toArray();
      const dismissals = await this.#db.dismissals.where('postKey').anyOf(postKeys).primaryKeys();
      return {
        reported: reports.map(({ postKey }) => postKey),
        dismissed: dismissals,
      };
    });
  }

  get(reportId: string): Promise<FullReport | undefined> {
    return this.#guard(() => this.#read(reportId));
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

  async #read(reportId: string): Promise<FullReport | undefined> {
    const report = await this.#db.reports.get(reportId);
    if (!report) return undefined;
    const history = await this.#db.history.where({ reportId }).sortBy('seq');
    const evidence = await this.#db.evidence.where({ reportId }).toArray();
    return { report, history, evidence };
  }

  #reportOf(
    { post, findings, categories, note, filedBy }: ReportDraft,
    existing: Report | undefined,
    at: number,
  ): Report {
    return {
      ...(existing ?? { id: crypto.randomUUID(), createdAt: at, status: 'new' as const }),
      postKey: post.key,
      post,
      findings,
      categories: [...new Set([...(existing?.categories ?? []), ...categories])],
      note: note || (existing?.note ?? ''),
      filedBy,
      version: this.version,
      updatedAt: at,
    };
  }

  async #log(entry: Omit<HistoryEntry, 'seq' | 'before'>, before?: Partial<Report>): Promise<number> {
    return this.#db.history.add({ ...entry, ...(before && { before }) });
  }

  async #write<T>(tables: Table[], work: () => PromiseLike<T>): Promise<T> {
    return this.#guard(() => this.#db.transaction('rw', tables, work));
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
