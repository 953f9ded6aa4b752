import type { ImportProblem } from '../import/problems';
import { type ImportHead, type ReadOptions, readImportFile } from '../import/read-file';
import { planReport } from '../merge/compare';
import { ownerOf } from '../merge/merge';
import type { MergeContext, ReportPlan } from '../merge/plan';
import type { Reviewer } from '../model/account';
import type { ImportFormat, IncomingReport } from '../model/exchange';
import { Batch } from './import-batches';
import type { DifferingPost } from './import-choices';
import { contextOf, NOBODY, type Whose } from './whose-file';
import { type LocalStore, withLocal } from './with-local';

/** What an import would do; nothing was written. */
export interface ImportPreview {
  format: ImportFormat;
  head: ImportHead | undefined;
  whose: SaidBy;
  /** It says that it was made by this very copy of the extension. */
  isFromHere: boolean;
  counts: ImportCounts;
  /** The first of those that say something else than what is here. */
  differing: DifferingPost[];
  /** The first of them; `counts.problems` tells of all. */
  problems: ImportProblem[];
  /** Nothing after it was read. */
  fatal: ImportProblem | undefined;
  /** Of a backup, by their storage key. */
  settings: Record<string, unknown> | undefined;
  /** Of the file that this was drawn from. */
  size: number;
  lastModified: number;
}

export interface SaidBy {
  mine: boolean;
  /** Whose the file is; absent when it does not say, and the reader has not either. */
  sender: Reviewer | undefined;
  /** Reviewers that rows name, as far as they were counted. */
  named: Reviewer[];
  /** Rows that name nobody, in a file that names nobody. */
  nameless: number;
}

export interface ImportCounts extends Record<ReportPlan['verdict'], number> {
  /** Posts whose row here cannot be read: their reports are left out. */
  damaged: number;
  dismissals: number;
  problems: number;
}

export interface PlanOptions extends ReadOptions {
  store: LocalStore;
  me: Reviewer;
  whose?: Whose;
}

/** Kept for the reader to look at; the others are counted. */
const MOST_DIFFERING = 2_000;
const MOST_PROBLEMS = 1_000;
const MOST_NAMED = 50;

/**
 * First pass over a file: reads and checks it, and tells what an import would do. Writes nothing. Rejects with
 * `AbortError` and `StorageError` alone; whatever is wrong with the file is among its problems.
 */
export async function planImport(file: File, options: PlanOptions): Promise<ImportPreview> {
  const planning = new Planning(file, options);
  for await (const item of readImportFile(file, options)) {
    switch (item.type) {
      case 'head':
        planning.begin(item.head);
        break;
      case 'report':
        await planning.report(item.incoming);
        break;
      case 'dismissal':
        planning.preview.counts.dismissals++;
        break;
      case 'settings':
        planning.preview.settings = item.values;
        break;
      case 'problem':
        planning.problem(item.problem);
    }
  }
  return planning.finish();
}

class Planning {
  readonly preview: ImportPreview;
  readonly #options: PlanOptions;
  readonly #batch = new Batch();
  readonly #named = new Map<string, Reviewer>();
  #context: MergeContext;

  constructor({ size, lastModified }: File, options: PlanOptions) {
    this.#options = options;
    this.#context = { me: options.me, sender: NOBODY };
    this.preview = {
      format: 'csv',
      head: undefined,
      whose: { mine: false, sender: undefined, named: [], nameless: 0 },
      isFromHere: false,
      counts: { new: 0, same: 0, added: 0, differs: 0, damaged: 0, dismissals: 0, problems: 0 },
      differing: [],
      problems: [],
      fatal: undefined,
      settings: undefined,
      size,
      lastModified,
    };
  }

  begin(head: ImportHead): void {
    const { me, whose = {} } = this.#options;
    this.preview.format = head.format;
    this.preview.head = head;
    this.preview.isFromHere = head.head?.reviewer.id === me.id;
    this.#context = contextOf(head, me, whose);
  }

  async report(incoming: IncomingReport): Promise<void> {
    if (incoming.reviewer && this.#named.size < MOST_NAMED) {
      this.#named.set(incoming.reviewer.id, incoming.reviewer);
    }
    if (!incoming.reviewer && !this.preview.head?.head) this.preview.whose.nameless++;
    if (this.#batch.add(incoming)) await this.#compare();
  }

  problem(problem: ImportProblem): void {
    const { problems, counts } = this.preview;
    counts.problems++;
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
    if (problem.fatal) this.preview.fatal = problem;
  }

  async finish(): Promise<ImportPreview> {
    await this.#compare();
    const { whose } = this.preview;
    const { mine = false, sender } = this.#context;
    whose.mine = mine;
    whose.named = [...this.#named.values()];
    const [only] = whose.nameless === 0 && whose.named.length === 1 ? whose.named : [];
    whose.sender = sender === NOBODY ? only : sender;
    return this.preview;
  }

  async #compare(): Promise<void> {
    const { counts, differing } = this.preview;
    for (const { incoming, local, there } of await withLocal(this.#options.store, this.#batch.take())) {
      if (local === 'damaged') {
        counts.damaged++;
        continue;
      }
      const plan = planReport(incoming, local, this.#context, there);
      counts[plan.verdict]++;
      if (plan.verdict === 'differs' && differing.length < MOST_DIFFERING) {
        const reviewer = ownerOf(incoming, this.#context);
        differing.push({ plan, hereAt: local?.updatedAt ?? 0, reviewer });
      }
    }
  }
}
