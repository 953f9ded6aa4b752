import { Dexie } from 'dexie';
import { ReportStore } from '@/utils/storage/reports';
import { type DEXIE, OURS, RAW } from './names.ts';
import { createLike, drop, write } from './raw.ts';
import { type Batch, type RowMaker, TABLES } from './rows.ts';

/** A way to add reports to a database of its own. */
export interface Writer {
  /** One transaction, all of it on disk when this resolves. */
  add: (batch: Batch) => Promise<void>;
  close: () => void;
}

export type WriterName = typeof OURS | typeof RAW | typeof DEXIE;

/** Opens a new and empty database. */
export async function openWriter(name: WriterName, database: string, maker: RowMaker): Promise<Writer> {
  await drop(database);
  if (name === OURS) return openOurs(database);
  const db = await createLike(database, maker.shapes);
  if (name === RAW) return { add: (batch) => addRaw(db, batch), close: () => db.close() };
  db.close();
  return openDexie(database);
}

async function openOurs(database: string): Promise<Writer> {
  const store = new ReportStore('0.0.0', database);
  await store.count();
  return {
    add: async ({ reports }) => {
      const { added } = await store.addMany(reports);
      if (added.length !== reports.length) throw new Error('Generated reports are there already');
    },
    close: () => store.close(),
  };
}

export function addRaw(db: IDBDatabase, { rows, entries }: Pick<Batch, 'rows' | 'entries'>): Promise<void> {
  return write(db, TABLES, (transaction) => {
    const [reports, history] = TABLES.map((table) => transaction.objectStore(table));
    for (const row of rows) reports!.add(row);
    for (const entry of entries) history!.add(entry);
  });
}

async function openDexie(database: string): Promise<Writer> {
  // Without a declared version it takes tables and indexes as they stand.
  const db = await new Dexie(database, { chromeTransactionDurability: 'strict' }).open();
  return {
    add: ({ rows, entries }) =>
      db.transaction('rw', [...TABLES], async () => {
        await db.table('reports').bulkAdd(rows);
        await db.table('history').bulkAdd(entries);
      }),
    close: () => db.close(),
  };
}
