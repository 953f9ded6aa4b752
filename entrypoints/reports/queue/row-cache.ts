import type { RowContent } from '@/components/queue/queue-words';
import { readStored } from '@/utils/storage/stored-report';
import type { StoredReport } from '@/utils/storage/tables';
import type { QueueStore } from './contracts';

/** Rows that are kept beyond those in sight, for a reader who scrolls back. */
const KEPT = 1_000;

interface Known {
  /** Number of the write after which it was read. */
  rev: number;
  /** `undefined` when there was no such row. */
  content: RowContent | undefined;
}

/** Contents of the rows in sight, read when they are first seen or have changed; the old stays until the new is there. */
export class RowCache {
  readonly #known = new Map<string, Known>();
  #wanted: readonly string[] = [];
  #reading: Promise<void> | undefined;

  /**
   * @param revOf number of the write that last changed a report, as far as is known
   * @param onChange told when contents have come
   */
  constructor(
    readonly store: Pick<QueueStore, 'rows' | 'decided'>,
    readonly revOf: (id: string) => number | undefined,
    readonly onChange: () => void,
  ) {}

  get(id: string): RowContent | undefined {
    return this.#known.get(id)?.content;
  }

  /**
   * Sees to it that these rows are known as they are. Rows that are not wanted any more when their turn comes are not
   * read.
   *
   * @throws StorageError and whatever the store throws; the next call tries again
   */
  want(ids: readonly string[]): Promise<void> {
    this.#wanted = ids;
    if (!this.#reading && this.#missing().length > 0) this.#reading = this.#readAll();
    return this.#reading ?? Promise.resolve();
  }

  async #readAll(): Promise<void> {
    try {
      for (let missing = this.#missing(); missing.length > 0; missing = this.#missing())
        await this.#read(missing);
    } finally {
      // In the same turn as the last look at what is missing: what is wanted from now on is another reading.
      this.#reading = undefined;
    }
  }

  async #read(missing: readonly string[]): Promise<void> {
    const rows = await this.store.rows(missing);
    const reports = rows.flatMap((row) => {
      const read = readStored(row);
      return 'report' in read ? [read.report] : [];
    });
    const changes = await this.#changesOf(reports);
    missing.forEach((id, i) => {
      this.#keep(id, rows[i], changes);
    });
    this.#forget();
    this.onChange();
  }

  #missing(): string[] {
    return this.#wanted.filter((id) => {
      const known = this.#known.get(id);
      return !known || known.rev < (this.revOf(id) ?? 0);
    });
  }

  async #changesOf(reports: readonly StoredReport[]): Promise<ReadonlyMap<string, Changes>> {
    const { reported } = await this.store.decided(reports.map(({ postKey }) => postKey));
    return new Map(reported.map(({ reportId, lastChanges }) => [reportId, lastChanges]));
  }

  #keep(id: string, row: unknown, changes: ReadonlyMap<string, Changes>): void {
    const rev = this.revOf(id) ?? 0;
    const read = readStored(row);
    this.#known.delete(id);
    if (row === undefined) this.#known.set(id, { rev, content: undefined });
    else if ('corrupt' in read)
      this.#known.set(id, { rev, content: { type: 'damaged', problem: read.corrupt.problem } });
    else {
      const { report } = read;
      const content: RowContent = { type: 'read', report, changes: changes.get(id) ?? [] };
      // The index may not have heard of the last write yet.
      this.#known.set(id, { rev: Math.max(rev, report.rev), content });
    }
  }

  /** Those that were read longest ago go first. */
  #forget(): void {
    const wanted = new Set(this.#wanted);
    for (const id of this.#known.keys()) {
      if (this.#known.size <= KEPT) return;
      if (!wanted.has(id)) this.#known.delete(id);
    }
  }
}

type Changes = Extract<RowContent, { type: 'read' }>['changes'];
