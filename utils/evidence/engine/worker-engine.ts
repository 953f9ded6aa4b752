import type { MediaTrouble } from '../../model/media-check';
import type { MediaEngine, MediaFindings, MediaOrder } from './order';
import { type AskPage, OrderSource } from './order-source';
import type { Said, Told } from './talk';
import { SourceTrouble, unread } from './trouble';

/** What one file may take in all, in milliseconds: one that is asked for piece by piece, and one that is at hand. */
export const LIMITS = { order: 20_000, file: 60_000 };
/** After its bytes were refused it is given so long to say what it has found before. */
const LAST_WORDS_MS = 1_000;

export interface WorkerEngine extends MediaEngine {
  /** Looks into the whole of a file that the reader gave. */
  checkLocal(file: File): Promise<MediaFindings>;
  readonly isBusy: boolean;
  /** Gives up what is under way; it can be used again afterwards. */
  close(): void;
}

/** The part of a worker that is used. */
export type Mate = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

interface Job {
  worker: Mate;
  /** Absent for a file at hand. */
  source?: OrderSource;
  abort: AbortController;
  /** It waits for bytes, so the worker is not at fault when nothing happens. */
  isReading: boolean;
  timer: ReturnType<typeof setTimeout>;
  resolve: (findings: MediaFindings) => void;
}

const ofNoPage: AskPage = async () => ({ ok: false, why: 'not-allowed' });

/**
 * Looks into files in a worker, which is made for the first and loads what checks signatures when one is seen. Bytes
 * are fetched on this side of it: here the page can be asked, and both browsers let a document use the hosts that the
 * reader has allowed the extension.
 */
export function openEngine(askPage: AskPage = ofNoPage, makeWorker: () => Mate = newWorker): WorkerEngine {
  return new Engine(askPage, makeWorker);
}

const newWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

class Engine implements WorkerEngine {
  /** What the next file is given to. */
  #worker: Mate | undefined;
  readonly #alive = new Set<Mate>();
  readonly #jobs = new Map<string, Job>();
  readonly #closedHosts = new Set<string>();

  constructor(
    readonly askPage: AskPage,
    readonly makeWorker: () => Mate,
  ) {}

  get isBusy(): boolean {
    return this.#jobs.size > 0;
  }

  check(order: MediaOrder): Promise<MediaFindings> {
    const abort = new AbortController();
    const source = new OrderSource(order, this.askPage, abort.signal, this.#closedHosts);
    return this.#begin({ id: order.id, begin: true }, abort, source);
  }

  checkLocal(file: File): Promise<MediaFindings> {
    return this.#begin({ id: crypto.randomUUID(), begin: true, file }, new AbortController());
  }

  stop(id: string): void {
    this.#settle(id, 'stopped');
  }

  close(): void {
    for (const worker of [...this.#alive]) this.#dismiss(worker, 'stopped');
  }

  #begin(told: Told, abort: AbortController, source?: OrderSource): Promise<MediaFindings> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#late(told.id), source ? LIMITS.order : LIMITS.file);
      this.#worker ??= this.#open();
      const worker = this.#worker;
      this.#jobs.set(told.id, { worker, ...(source && { source }), abort, isReading: false, timer, resolve });
      worker.postMessage(told);
    });
  }

  #open(): Mate {
    const worker = this.makeWorker();
    this.#alive.add(worker);
    worker.addEventListener('message', ({ data }) => this.#alive.has(worker) && this.#hear(worker, data));
    worker.addEventListener('error', () => this.#dismiss(worker, 'damaged'));
    return worker;
  }

  #hear(worker: Mate, said: Said): void {
    if ('isSpent' in said) {
      this.#retire(worker);
      return;
    }
    const job = this.#jobs.get(said.id);
    if (!job) {
      // It was stopped, and the worker is still at it.
      if ('want' in said) worker.postMessage({ id: said.id, failed: true });
    } else if ('want' in said) void this.#read(said.id, job, said.want);
    else if ('problem' in said) this.#settle(said.id, 'damaged');
    else this.#finish(said.id, job, said.findings);
  }

  async #read(id: string, job: Job, { start, end }: { start: number; end: number }): Promise<void> {
    const { source, worker } = job;
    const tell = (told: Told, transfer: Transferable[] = []) => worker.postMessage(told, transfer);
    if (!source) {
      tell({ id, failed: true });
      return;
    }
    job.isReading = true;
    const bytes = await source.read(start, end).catch(() => undefined);
    job.isReading = false;
    if (!this.#jobs.has(id)) return;
    const { size, type } = source;
    if (!bytes) tell({ id, failed: true });
    else {
      const known = { ...(size !== undefined && { size }), ...(type !== undefined && { type }) };
      tell({ id, bytes, ...known }, [bytes.buffer]);
    }
  }

  #finish(id: string, { source }: Job, findings: Omit<MediaFindings, 'via'>): void {
    const trouble = source?.trouble;
    this.#settle(id, { ...findings, ...(trouble && { trouble }), via: source?.via ?? 'file' });
  }

  #late(id: string): void {
    const job = this.#jobs.get(id);
    if (!job) return;
    if (!job.isReading) {
      this.#dismiss(job.worker, 'slow');
      return;
    }
    job.timer = setTimeout(() => this.#dismiss(job.worker, 'slow'), LAST_WORDS_MS);
    job.abort.abort(new SourceTrouble('slow'));
  }

  /** Lets a worker go, which may hang or have died: all that it was at ends with this trouble. */
  #dismiss(worker: Mate, trouble: MediaTrouble): void {
    if (!this.#alive.delete(worker)) return;
    worker.terminate();
    if (this.#worker === worker) this.#worker = undefined;
    for (const [id, job] of [...this.#jobs]) if (job.worker === worker) this.#settle(id, trouble);
  }

  /** Gives a worker nothing more to do, and lets it go when it is done with what it has. */
  #retire(worker: Mate): void {
    if (this.#worker === worker) this.#worker = undefined;
    this.#dismissDone(worker);
  }

  #dismissDone(worker: Mate): void {
    const isAtWork = [...this.#jobs.values()].some((job) => job.worker === worker);
    if (worker !== this.#worker && !isAtWork) this.#dismiss(worker, 'stopped');
  }

  #settle(id: string, outcome: MediaFindings | MediaTrouble): void {
    const job = this.#jobs.get(id);
    if (!job) return;
    this.#jobs.delete(id);
    clearTimeout(job.timer);
    const isUnread = typeof outcome === 'string';
    if (isUnread) {
      job.abort.abort(new SourceTrouble(outcome));
      // A worker that waits for its bytes need not wait any longer.
      if (job.isReading) job.worker.postMessage({ id, failed: true });
    }
    job.resolve(isUnread ? unread(outcome, job.source?.via ?? 'file') : outcome);
    this.#dismissDone(job.worker);
  }
}
