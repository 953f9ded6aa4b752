import { CopyClusters } from '../copies/copy-clusters';
import type { CorruptRow, QueueRow, ReportDigest, ReportQuery, ReportSort, Selection } from '../model/queue';
import { FACETS } from '../model/queue';
import { readStored } from '../storage/stored-report';
import type { StoredReport } from '../storage/tables';
import { CopyGroups } from './copy-groups';
import { digestOf } from './digest';
import { FacetColumn } from './facets';
import { compileQuery } from './matches';
import { NewestFirst } from './newest-first';
import { toRows } from './rows';
import { selectSlots } from './select';
import { sortSlots } from './sort';
import { TextHits } from './text-hits';

export interface SelectOptions {
  /** One row for each cluster of copies. */
  grouped: boolean;
}

/**
 * All reports as digests, in the memory of the page: filters, sort, counts and search over 100,000 reports need no
 * database. Rows that have not the shape of a report are kept apart, each with what is wrong about it.
 */
export class ReportIndex {
  readonly copies = new CopyClusters();
  readonly #corrupt = new Map<string, CorruptRow>();
  readonly #slots = new Map<string, number>();
  readonly #free: number[] = [];
  readonly #digests: (ReportDigest | undefined)[] = [];
  /** The row of a report that stands alone, by slot: the same object in every selection. */
  readonly #rows: QueueRow[] = [];
  readonly #columns = FACETS.map((facet) => new FacetColumn(facet));
  readonly #order = new NewestFirst();
  readonly #hits = new TextHits();
  readonly #groups = new CopyGroups(this.copies);
  #version = 0;
  #last: { key: string; selection: Selection } | undefined;

  /** Reports; damaged rows do not count. */
  get size(): number {
    return this.#slots.size;
  }

  /** Another number after every change. */
  get version(): number {
    return this.#version;
  }

  /** Damaged rows by id. */
  get corrupt(): ReadonlyMap<string, CorruptRow> {
    return this.#corrupt;
  }

  get(id: string): ReportDigest | undefined {
    const slot = this.#slots.get(id);
    return slot === undefined ? undefined : this.#digests[slot];
  }

  has(id: string): boolean {
    return this.#slots.has(id) || this.#corrupt.has(id);
  }

  /** Every id, of damaged rows too. */
  *ids(): Iterable<string> {
    yield* this.#slots.keys();
    yield* this.#corrupt.keys();
  }

  /** Newest first. */
  *digests(): Iterable<ReportDigest> {
    for (const slot of this.#order.slots(this.#digests)) yield this.#digests[slot]!;
  }

  /** @param rows as they came out of the database; they take the place of what was known under their ids */
  put(rows: readonly unknown[]): void {
    for (const row of rows) {
      const read = readStored(row);
      if ('report' in read) this.#putReport(read.report);
      else {
        this.#drop(read.corrupt.id);
        this.#corrupt.set(read.corrupt.id, read.corrupt);
      }
    }
    this.#groups.settle();
    this.#touch();
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      this.#drop(id);
      this.#corrupt.delete(id);
    }
    this.#touch();
  }

  /** What fits the query, in order, with counts; the same object as before when nothing has changed. */
  select(query: ReportQuery, sort: ReportSort, options: SelectOptions): Selection {
    const key = JSON.stringify([query, sort, options.grouped]);
    if (this.#last?.key !== key) this.#last = { key, selection: this.#select(query, sort, options) };
    return this.#last.selection;
  }

  #select(query: ReportQuery, sort: ReportSort, { grouped }: SelectOptions): Selection {
    const digests = this.#digests;
    const compiled = compileQuery(query);
    const groups =
      grouped || compiled.copies || sort.by === 'copies'
        ? this.#groups.groups({ digests, slotOf: (id) => this.#slots.get(id) })
        : undefined;
    this.#hits.use(compiled.words, digests.length);
    const { slots, facets } = selectSlots(this.#order.slots(digests), compiled, {
      digests,
      columns: this.#columns,
      hits: this.#hits,
      groups,
    });
    const sorted = sortSlots(slots, sort, { digests, copiesOf: (slot) => this.#groups.sizeOf(slot) });
    return { rows: toRows(sorted, this.#rows, grouped ? groups : undefined), count: slots.length, facets };
  }

  #putReport(report: StoredReport): void {
    const { id } = report;
    this.#corrupt.delete(id);
    const digest = digestOf(report);
    const known = this.#slots.get(id);
    const slot = known ?? this.#takeSlot(id);
    if (this.#digests[slot]?.createdAt !== digest.createdAt) {
      if (known !== undefined) this.#order.remove(slot);
      this.#order.add(slot);
    }
    this.#digests[slot] = digest;
    for (const column of this.#columns) column.put(slot, digest);
    this.#hits.forget(slot);
    this.#groups.put(slot, id, report.post, known === undefined);
  }

  #takeSlot(id: string): number {
    const slot = this.#free.pop() ?? this.#digests.length;
    this.#slots.set(id, slot);
    this.#digests[slot] = undefined;
    this.#rows[slot] = { id, members: [id] };
    return slot;
  }

  #drop(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#slots.delete(id);
    this.#free.push(slot);
    this.#digests[slot] = undefined;
    this.#order.remove(slot);
    this.#groups.remove(id);
  }

  #touch(): void {
    this.#version++;
    this.#last = undefined;
  }
}
