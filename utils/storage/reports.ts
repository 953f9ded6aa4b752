import { liveQuery, type Observable } from 'dexie';
import type { EditBatch, ReportEdit, UndoResult } from '../model/edit';
import type { PostKey } from '../model/post';
import type { Dismissal, FiledReport, Report, ReportDraft, Visit } from '../model/report';
import { putBackDamaged, removeDamaged } from './damaged';
import { QingjianDatabase } from './db';
import { decideAll } from './dismissals';
import { editReports, revertTo, undoEntries } from './edits';
import { keptPicture, removePictures, restorePictures, type StoredPicture, setPicture } from './evidence';
import { Blockage, toStorageError } from './failures';
import { fileDraft, undoFiling } from './filing';
import { beginLedger, recount } from './ledger/anew';
import { lastNumbers } from './ledger/head';
import { sealNew } from './ledger/seal-new';
import { type Verification, type VerifyOptions, verifyAll } from './ledger/verify';
import type { DamagedRow } from './reading';
import { ReportImports } from './report-imports';
import type { StoredEvidence } from './tables';
import { recordVisit } from './visits';
import { type FullReport, removeWhole, restoreWhole } from './whole-report';
import { type WriteContext, Writing } from './writing';

export type { ImportMeta, ImportPart, LoadedPicture } from './import-plan';
export type { FullReport } from './whole-report';

/**
 * The only user of the database. Every write is one transaction together with its history entries, the ledger and the
 * counters, and resolves only after the transaction has completed. Failures are `StorageError`s.
 */
export class ReportStore extends ReportImports {
  readonly #db: QingjianDatabase;
  readonly #blockage = new Blockage();

  /** @param by the reviewer's local name, which history entries carry; empty when none is set */
  constructor(
    readonly version: string,
    name?: string,
    readonly now: () => number = Date.now,
    readonly by: () => PromiseLike<string> = async () => '',
  ) {
    super();
    this.#db = new QingjianDatabase(name, now);
    this.#db.on('blocked', () => this.#blockage.begin());
    this.#db.on('ready', () => this.#blockage.end());
  }

  /** Stores a draft; see {@link fileDraft} for one that is said again. */
  async file(draft: ReportDraft, blob?: Blob): Promise<FiledReport> {
    const picture = blob && (await keptPicture(blob));
    return this.write((writing) => fileDraft(writing, draft, { version: this.version, picture }));
  }

  /** False when the report was decided on or filed again since: then nothing is changed. */
  undoFiling(reportId: string, seq: number): Promise<boolean> {
    return this.write((writing) => undoFiling(writing, { reportId, seq }));
  }

  /** Adds whole reports; those whose id or post is there already are left alone and named in `known`. */
  async addMany(reports: readonly Report[]): Promise<{ added: string[]; known: string[] }> {
    const added = await this.#addSealed(reports);
    const there = new Set(added);
    return { added, known: reports.flatMap(({ id }) => (there.has(id) ? [] : id)) };
  }

  edit(reportId: string, edit: ReportEdit): Promise<EditBatch> {
    return this.editMany([reportId], edit);
  }

  editMany(reportIds: readonly string[], edit: ReportEdit): Promise<EditBatch> {
    return this.write((writing) => editReports(writing, reportIds, edit));
  }

  undoEntries(seqs: readonly number[]): Promise<UndoResult> {
    return this.write((writing) => undoEntries(writing, seqs));
  }

  revertTo(reportId: string, seq: number): Promise<EditBatch> {
    return this.write((writing) => revertTo(writing, reportId, seq));
  }

  /** Removes reports and all that belongs to them, and hands it back so that it can be put back. */
  removeMany(reportIds: readonly string[]): Promise<FullReport[]> {
    return this.write((writing) => removeWhole(writing, reportIds));
  }

  restoreMany(fulls: readonly FullReport[]): Promise<void> {
    return this.write((writing) => restoreWhole(writing, fulls));
  }

  /** The same for a row that is no report, with whatever is left of it. */
  removeDamaged(id: string): Promise<DamagedRow | undefined> {
    return this.write((writing) => removeDamaged(writing, id));
  }

  putBackDamaged(damaged: DamagedRow): Promise<void> {
    return this.write((writing) => putBackDamaged(writing, damaged));
  }

  async setPicture({ blob, ...place }: StoredPicture): Promise<void> {
    const picture = blob ? await keptPicture(blob) : undefined;
    return this.write((writing) => setPicture(writing, place, picture));
  }

  removePictures(reportIds: readonly string[]): Promise<StoredEvidence[]> {
    return this.write((writing) => removePictures(writing, reportIds));
  }

  restorePictures(taken: readonly StoredEvidence[]): Promise<void> {
    return this.write((writing) => restorePictures(writing, taken));
  }

  recordVisit(visit: Omit<Visit, 'seq' | 'at'>): Promise<void> {
    return this.write((writing) => recordVisit(writing, visit));
  }

  dismiss(postKey: PostKey, rules: string[]): Promise<void> {
    return this.dismissMany([{ postKey, rules }]);
  }

  /** All of them or none. */
  dismissMany(posts: readonly Omit<Dismissal, 'at'>[]): Promise<void> {
    const at = this.now();
    const dismissals = new Map(posts.map((post) => [post.postKey, { ...post, at }]));
    return this.write((writing) => decideAll(writing, [...dismissals.keys()], dismissals));
  }

  undoDismissal(postKey: PostKey): Promise<void> {
    return this.undoDismissals([postKey]);
  }

  undoDismissals(postKeys: readonly PostKey[]): Promise<void> {
    return this.write((writing) => decideAll(writing, [...new Set(postKeys)], new Map()));
  }

  verify(options: VerifyOptions = {}): Promise<Verification> {
    return this.read((db) => verifyAll(db, this.now(), options));
  }

  /** Counts totals and tallies anew from the rows. */
  recount(): Promise<void> {
    return this.transact(recount);
  }

  /** Seals all rows anew as they stand: the ledger vouches for nothing before now. */
  beginLedger(): Promise<void> {
    return this.transact((db) => beginLedger(db, this.now()));
  }

  /** Emits now and after every change, also one made in another context of the extension. */
  watch<T>(query: (store: this) => Promise<T>): Observable<T> {
    return liveQuery(() => query(this));
  }

  close(): void {
    this.#db.close();
  }

  /** Sealed with the numbers that are next; again when somebody else has written meanwhile and has been given them. */
  async #addSealed(reports: readonly Report[]): Promise<string[]> {
    const { at, by } = await this.context();
    const filed = { seq: 0, at, action: 'filed' as const, ...(by && { by }) };
    while (true) {
      const last = await this.read(async (db) => lastNumbers(await db.ledger.get('head')));
      const sealed = await sealNew(
        reports.map((report) => ({ report, entries: [filed] })),
        last,
      );
      const added = await this.write((writing) => writing.addReports(sealed, last));
      if (added) return added;
    }
  }

  protected override async context(): Promise<WriteContext> {
    return { at: this.now(), by: await this.by() };
  }

  protected override async write<T>(work: (writing: Writing) => Promise<T>): Promise<T> {
    const context = await this.context();
    return this.transact(async (db) => {
      const writing = await Writing.begin(db, context);
      const result = await work(writing);
      await writing.finish();
      return result;
    });
  }

  /** Over all tables: what belongs to a report stands in most of them, and the counters follow every change. */
  protected override transact<T>(work: (db: QingjianDatabase) => Promise<T>): Promise<T> {
    // Async itself: Dexie keeps the transaction open over awaits only in functions that it can tell to be so.
    return this.read(async (db) => {
      const attempt = () => db.transaction('rw', db.tables, async () => work(db));
      try {
        return await attempt();
      } catch (error) {
        // After a full disk, Firefox lets the next transaction of a connection only delete and refuses all that it puts
        // (ESR 153, 2026-11). Nothing of it was stored: it is made once more.
        if (!(error instanceof Error && error.name === 'InvalidStateError')) throw error;
        return attempt();
      }
    });
  }

  protected override async read<T>(work: (db: QingjianDatabase) => PromiseLike<T>): Promise<T> {
    try {
      return await this.#blockage.guard(work(this.#db));
    } catch (error) {
      throw toStorageError(error);
    }
  }
}
