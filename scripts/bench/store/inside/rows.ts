import type { Report } from '@/utils/model/report';
import { ReportStore } from '@/utils/storage/reports';
import { answerOf, drop, openRaw, shapesOf, type TableShape } from './raw.ts';

/** Tables into which a new report goes. */
export const TABLES = ['reports', 'history'] as const;

type Row = Record<string, unknown>;

/** Reports, and the rows that the store makes of them. */
export interface Batch {
  reports: Report[];
  rows: Row[];
  entries: Row[];
}

const SCRATCH = 'bench-scratch';
const SEAL = /^[0-9a-f]{64}$/;

/**
 * Makes the rows that our store would write, as many bytes of them in as many fields, without computing anything: it
 * has looked at what the store makes of one report, and draws the seals.
 */
export class RowMaker {
  readonly #row: Row;
  readonly #entry: Row;
  #number = 0;

  /** @param row what the store has put into a report @param entry the history entry that came with it */
  private constructor(
    readonly shapes: readonly TableShape[],
    row: Row,
    entry: Row,
  ) {
    this.#row = row;
    this.#entry = entry;
  }

  static async learn(report: Report): Promise<RowMaker> {
    await drop(SCRATCH);
    const store = new ReportStore('0.0.0', SCRATCH);
    await store.addMany([report]);
    const db = await openRaw(SCRATCH);
    const [row] = await allOf(db, 'reports');
    const [entry] = await allOf(db, 'history');
    const shapes = shapesOf(db, TABLES);
    db.close();
    store.close();
    await drop(SCRATCH);
    const own = Object.entries(row!).filter(([name]) => !(name in report));
    return new RowMaker(shapes, Object.fromEntries(own), entry!);
  }

  batchOf(reports: Report[]): Batch {
    const rows: Row[] = [];
    const entries: Row[] = [];
    for (const report of reports) {
      this.#number++;
      rows.push({ ...report, ...this.#filled(this.#row, report) });
      entries.push(this.#filled(this.#entry, report));
    }
    return { reports, rows, entries };
  }

  #filled(template: Row, report: Report): Row {
    return Object.fromEntries(
      Object.entries(template).map(([name, value]) => [name, this.#value(name, value, report)]),
    );
  }

  #value(name: string, value: unknown, report: Report): unknown {
    if (name === 'reportId') return report.id;
    if (name === 'rev' || name === 'seq') return this.#number;
    return typeof value === 'string' && SEAL.test(value) ? drawSeal() : value;
  }
}

/** @throws Error when two databases do not hold as many rows and, in a sample of them, as many characters */
export async function expectAlike(one: IDBDatabase, other: IDBDatabase): Promise<void> {
  for (const table of TABLES) {
    const sizes = await Promise.all([one, other].map((db) => sizeOf(db, table)));
    if (sizes[0] !== sizes[1]) throw new Error(`The table "${table}" differs: ${sizes.join(' and ')}`);
  }
}

async function sizeOf(db: IDBDatabase, table: string): Promise<string> {
  const store = db.transaction(table).objectStore(table);
  const [rows, sample] = await Promise.all([answerOf(store.count()), answerOf(store.getAll(null, 500))]);
  // Numbers are given in another order, and are shorter or longer by a digit.
  const characters = JSON.stringify(sample, (_, value) => (typeof value === 'number' ? 0 : value)).length;
  return `${rows} rows, ${characters} characters in the first ${sample.length}`;
}

function allOf(db: IDBDatabase, table: (typeof TABLES)[number]): Promise<Row[]> {
  return answerOf(db.transaction(table).objectStore(table).getAll() as IDBRequest<Row[]>);
}

function drawSeal(): string {
  return crypto.getRandomValues(new Uint8Array(32)).toHex();
}
