/** The database as somebody with the browser's own tools reaches it, without our code. */
export async function openRaw(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => resolve(opening.result);
  });
}

/** Does something to one table behind the store's back. */
export async function behindItsBack<T>(
  name: string,
  table: string,
  work: (rows: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await openRaw(name);
  try {
    const transaction = db.transaction(table, 'readwrite');
    const request = work(transaction.objectStore(table));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    return request.result;
  } finally {
    db.close();
  }
}

export function rawRows(name: string, table: string): Promise<Record<string, unknown>[]> {
  return behindItsBack(name, table, (rows) => rows.getAll());
}
