import { Slices } from '../scan/slices';
import type { PageKey, StoreState } from '../storage/reading';
import type { ReportStore } from '../storage/reports';
import { keyText } from '../storage/stored-report';
import type { ReportIndex } from './report-index';

export interface Progress {
  done: number;
  total: number;
}

export interface FollowOptions {
  /** The index has changed. */
  onChange: () => void;
  /** Told while all reports are read; undefined once they are. */
  onProgress: (progress: Progress | undefined) => void;
  signal: AbortSignal;
}

/** Few at first: they are on screen while the rest is read. */
const FIRST_PAGE = 100;
const PAGE = 250;
/** Rows between two looks at the clock: about a millisecond of work. */
const CHUNK = 20;

/**
 * Fills an index from the store, newest reports first, and keeps it in step with every change, also one made in another
 * context. What was read can be used at once, and changes are taken in while the rest is still being read.
 *
 * @returns a promise that resolves once the signal aborts, and rejects with the first `StorageError`; then the same
 *   index can be followed again
 */
export async function followReports(
  store: ReportStore,
  index: ReportIndex,
  options: FollowOptions,
): Promise<void> {
  await new Follower(store, index, options).run();
}

class Follower {
  /** What the store has last said of itself and has not been looked at. */
  #news: StoreState | undefined;
  #failure: { error: unknown } | undefined;
  #wake: () => void = () => {};

  /** The write up to which all changes are in the index. */
  #rev: number | undefined;
  #reports = 0;
  /** Rows in the index beyond those that the store counts: it does not know of what was added behind its back. */
  #surplus = 0;
  #reading: Reading | undefined;

  constructor(
    readonly store: ReportStore,
    readonly index: ReportIndex,
    readonly options: FollowOptions,
  ) {}

  async run(): Promise<void> {
    const { signal } = this.options;
    const subscription = this.store
      .watch((each) => each.state())
      .subscribe({
        next: (state) => this.#hear(() => (this.#news = state)),
        error: (error: unknown) => this.#hear(() => (this.#failure = { error })),
      });
    const onAbort = () => this.#wake();
    signal.addEventListener('abort', onAbort);
    try {
      while (!signal.aborted) await this.#step();
    } catch (error) {
      // What was under way when nobody wanted to know any more may fail.
      if (!signal.aborted) throw error;
    } finally {
      signal.removeEventListener('abort', onAbort);
      subscription.unsubscribe();
    }
  }

  #hear(note: () => void): void {
    note();
    this.#wake();
  }

  /** One thing at a time, changes before further pages. */
  async #step(): Promise<void> {
    if (this.#failure) throw this.#failure.error;
    const state = this.#news;
    this.#news = undefined;
    if (state) await this.#catchUp(state);
    else if (this.#reading) await this.#readOn(this.#reading);
    else {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async #catchUp({ rev, reports }: StoreState): Promise<void> {
    const isKnown = rev === this.#rev && reports === this.#reports;
    this.#reports = reports;
    if (this.#rev === undefined || rev < this.#rev) {
      // Nothing is known yet, or all writes were numbered anew.
      this.#rev = rev;
      this.#reading = { page: undefined, done: 0, changed: new Set(), isDisturbed: this.#held() > 0 };
      this.options.onProgress({ done: 0, total: reports });
      return;
    }
    if (isKnown) return;
    if (this.#reading) this.#reading.isDisturbed = true;
    await this.#takeChanges(this.#rev);
    this.#rev = rev;
    if (!this.#reading && this.#held() !== reports + this.#surplus) await this.#compareIds();
  }

  async #takeChanges(since: number): Promise<void> {
    for (let rev: unknown = since; typeof rev === 'number' && !this.options.signal.aborted; ) {
      const rows = await this.store.changedSince(rev, PAGE);
      for (const row of rows) this.#reading?.changed.add(idOf(row));
      await this.#take(rows);
      // Of a damaged row it may be anything; such ones come last.
      rev = rows.length < PAGE ? undefined : (rows.at(-1) as { rev: unknown }).rev;
    }
  }

  /** Takes one page in while the next one is on its way. */
  async #readOn(reading: Reading): Promise<void> {
    const page = reading.page ?? (await this.store.page(undefined, FIRST_PAGE));
    const last = page.at(-1) as PageKey | undefined;
    // A page that was asked for before a change must not undo it.
    const rows = page.filter((row) => !reading.changed.has(idOf(row)));
    // When the next page fails, this one is still taken in before that is told.
    const [next, taken] = await Promise.allSettled([
      last ? this.store.page(last, PAGE) : [],
      this.#take(rows),
    ]);
    if (taken.status === 'rejected') throw taken.reason;
    if (next.status === 'rejected') throw next.reason;
    reading.page = next.value;
    reading.done += page.length;
    if (next.value.length > 0) this.options.onProgress({ done: reading.done, total: this.#reports });
    else await this.#endReading(reading);
  }

  /** Rows whose time of filing is damaged are on no page. */
  async #endReading({ isDisturbed }: Reading): Promise<void> {
    if (isDisturbed || this.#held() !== this.#reports) await this.#compareIds();
    this.#reading = undefined;
    this.options.onProgress(undefined);
  }

  /** Drops what is gone from the store, takes in what has been missed. */
  async #compareIds(): Promise<void> {
    const keys = new Map((await this.store.ids()).map((key) => [keyText(key), key]));
    const gone = [...this.index.ids()].filter((id) => !keys.has(id));
    if (gone.length > 0) {
      this.index.remove(gone);
      this.options.onChange();
    }
    const missed = [...keys].flatMap(([id, key]) => (this.index.has(id) ? [] : key));
    for (let i = 0; i < missed.length && !this.options.signal.aborted; i += PAGE) {
      const rows = await this.store.rows(missed.slice(i, i + PAGE));
      await this.#take(rows.filter((row) => row !== undefined));
    }
    this.#surplus = this.#held() - this.#reports;
  }

  async #take(rows: readonly unknown[]): Promise<void> {
    const slices = new Slices();
    for (let i = 0; i < rows.length && !this.options.signal.aborted; i += CHUNK) {
      this.index.put(rows.slice(i, i + CHUNK));
      await slices.breathe();
    }
    if (rows.length > 0 && !this.options.signal.aborted) this.options.onChange();
  }

  /** Rows in the index, damaged ones with them. */
  #held(): number {
    return this.index.size + this.index.corrupt.size;
  }
}

/** The reading of all reports, from the newest on. */
interface Reading {
  /** Read and not yet taken in; undefined before the first. */
  page: unknown[] | undefined;
  done: number;
  /** Reports that were changed since it began. */
  changed: Set<string>;
  /** Reports may have gone meanwhile, so that numbers that agree say nothing. */
  isDisturbed: boolean;
}

function idOf(row: unknown): string {
  return keyText((row as { id: unknown }).id);
}
