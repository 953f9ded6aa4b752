import type { ImportProblem } from '../import/problems';
import { type ReadOptions, readImportFile } from '../import/read-file';
import { planReport } from '../merge/compare';
import { ownerOf } from '../merge/merge';
import type { MergeContext, TakeableField } from '../merge/plan';
import type { IncomingReport } from '../model/exchange';
import type { PostKey } from '../model/post';
import type { Dismissal } from '../model/report';
import type { ImportPart, ReportStore } from '../storage/reports';
import { Batch } from './import-batches';
import { type ImportChoices, takenFields } from './import-choices';
import type { ImportPreview } from './import-plan';
import { loadPictures } from './load-pictures';
import { type LocalStore, type WithLocal, withLocal } from './with-local';

export interface ImportTools extends ReadOptions {
  store: LocalStore & Pick<ReportStore, 'importReports' | 'importDismissals'>;
  /** Puts settings of a backup in the place of those here. */
  restoreSettings: (values: Record<string, unknown>) => Promise<void>;
  /** After each part: the posts that were written, or taken back. */
  onWritten: (posts: PostKey[]) => Promise<void>;
}

/** The file is not what its preview was drawn from. */
export class ChangedFileError extends Error {
  override name = 'ChangedFileError';
}

/** Written at once. */
const DISMISSALS = 1_000;
const MOST_PROBLEMS = 1_000;

/** Everything that one import writes between its beginning and its end. */
export class ImportWriting {
  /** Of pictures, which only this pass reads. */
  readonly problems: ImportProblem[] = [];
  readonly #batch = new Batch();
  #dismissals: Dismissal[] = [];
  #reports = 0;

  constructor(
    readonly importId: string,
    readonly context: MergeContext,
    readonly choices: ImportChoices,
    readonly tools: ImportTools,
  ) {}

  /** Rejects with `ChangedFileError`, `AbortError`, `StorageError`, or what `restoreSettings` rejects with. */
  async write(file: File, preview: ImportPreview): Promise<void> {
    const { signal } = this.tools;
    for await (const item of readImportFile(file, this.tools)) {
      signal?.throwIfAborted();
      if (item.type === 'report') await this.#report(item.incoming);
      if (item.type === 'dismissal') await this.#dismissal(item.dismissal);
      if (item.type === 'problem' && item.problem.code === 'unreadable') {
        throw new ChangedFileError(file.name);
      }
    }
    await this.#writeReports();
    await this.#writeDismissals();
    if (this.#reports !== reportsOf(preview)) throw new ChangedFileError(file.name);
    signal?.throwIfAborted();
    if (this.choices.settings && this.context.mine && preview.settings) {
      await this.tools.restoreSettings(preview.settings);
    }
  }

  async #report(incoming: IncomingReport): Promise<void> {
    this.#reports++;
    if (this.#batch.add(incoming)) await this.#writeReports();
  }

  async #writeReports(): Promise<void> {
    const { store, onWritten } = this.tools;
    const parts: ImportPart[] = [];
    for (const each of await withLocal(store, this.#batch.take())) {
      // There can be no second report on its post, and nothing can be merged into one that cannot be read.
      if (each.local !== 'damaged') parts.push(await this.#part(each));
    }
    this.tools.signal?.throwIfAborted();
    if (parts.length === 0) return;
    await store.importReports(this.importId, parts);
    await onWritten(parts.map(({ incoming }) => incoming.report.postKey));
  }

  async #part({ incoming, local, there }: WithLocal): Promise<ImportPart> {
    const take: TakeableField[] = [];
    if (typeof local === 'object') {
      const plan = planReport(incoming, local, this.context, there);
      const reviewer = ownerOf(incoming, this.context);
      take.push(...takenFields(this.choices, { plan, hereAt: local.updatedAt, reviewer }));
      if (plan.adds.pictures === 0) return { incoming, pictures: [], take };
    }
    const { loaded, problems } = await loadPictures(incoming);
    this.problems.push(...problems.slice(0, MOST_PROBLEMS - this.problems.length));
    return { incoming, pictures: loaded, take };
  }

  async #dismissal(dismissal: Dismissal): Promise<void> {
    if (!this.context.mine) return;
    this.#dismissals.push(dismissal);
    if (this.#dismissals.length >= DISMISSALS) await this.#writeDismissals();
  }

  async #writeDismissals(): Promise<void> {
    const dismissals = this.#dismissals;
    if (dismissals.length === 0) return;
    this.#dismissals = [];
    await this.tools.store.importDismissals(this.importId, dismissals);
    await this.tools.onWritten(dismissals.map(({ postKey }) => postKey));
  }
}

function reportsOf({ counts }: ImportPreview): number {
  return counts.new + counts.same + counts.added + counts.differs + counts.damaged;
}
