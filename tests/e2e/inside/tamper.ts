/** A change of one stored row that does not come through the extension. */
export type Tampering =
  | { change: string; key: string | number; to: Record<string, unknown> }
  /** Other bytes under the same type. */
  | { repaint: string; key: string | number }
  | { remove: string; key: string | number }
  /** A copy of a row with some fields changed. */
  | { add: string; like: string | number; with: Record<string, unknown> };

type Row = Record<string, unknown>;

/** What was there before, newest last; `undefined` where nothing was. */
const before: { table: string; key: IDBValidKey; row: Row | undefined }[] = [];

export async function tamper(tampering: Tampering): Promise<void> {
  if ('remove' in tampering) return put(tampering.remove, tampering.key, undefined);
  if ('add' in tampering) {
    const row = { ...(await get(tampering.add, tampering.like)), ...tampering.with };
    return put(tampering.add, undefined, row);
  }
  const table = 'change' in tampering ? tampering.change : tampering.repaint;
  const row = await get(table, tampering.key);
  const to =
    'change' in tampering ? tampering.to : { blob: new Blob(['another'], { type: (row.blob as Blob).type }) };
  return put(table, tampering.key, { ...row, ...to });
}

/** Puts everything back as it was before it was tampered with. */
export async function mend(): Promise<void> {
  for (const { table, key, row } of before.splice(0).reverse()) {
    await inTable(table, (rows) => (row ? rows.put(row) : rows.delete(key)));
  }
}

async function put(table: string, key: IDBValidKey | undefined, row: Row | undefined): Promise<void> {
  const old = key === undefined ? undefined : await get(table, key);
  const done = await inTable<unknown>(table, (rows) => (row ? rows.put(row) : rows.delete(key!)));
  before.push({ table, key: key ?? (done as IDBValidKey), row: old });
}

async function get(table: string, key: IDBValidKey): Promise<Row> {
  const row = await inTable<Row | undefined>(table, (rows) => rows.get(key));
  if (!row) throw new Error(`${table} has no row ${String(key)}`);
  const { blob } = row;
  // In memory: in Firefox the file behind a stored blob goes with its row.
  return blob instanceof Blob
    ? { ...row, blob: new Blob([await blob.arrayBuffer()], { type: blob.type }) }
    : row;
}

function inTable<T>(table: string, work: (rows: IDBObjectStore) => IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('qingjian');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(table, 'readwrite');
      const asking = work(transaction.objectStore(table));
      transaction.oncomplete = () => {
        database.close();
        resolve(asking.result as T);
      };
      transaction.onabort = () => reject(transaction.error);
    };
  });
}
