/** IndexedDB without anything over it: what the browser itself takes. */

/** An object store of a database with its indexes. */
export interface TableShape {
  name: string;
  keyPath: string | string[] | null;
  autoIncrement: boolean;
  indexes: { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean }[];
}

/** Opens a database as it stands. */
export function openRaw(name: string): Promise<IDBDatabase> {
  return answerOf(indexedDB.open(name));
}

export function shapesOf(db: IDBDatabase, tables: readonly string[]): TableShape[] {
  const transaction = db.transaction(tables);
  return tables.map((name) => {
    const store = transaction.objectStore(name);
    const indexes = [...store.indexNames].map((index) => {
      const { keyPath, unique, multiEntry } = store.index(index);
      return { name: index, keyPath, unique, multiEntry };
    });
    return { name, keyPath: store.keyPath, autoIncrement: store.autoIncrement, indexes };
  });
}

/** A new database with the same tables and indexes. */
export function createLike(name: string, shapes: readonly TableShape[]): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    for (const { name: table, keyPath, autoIncrement, indexes } of shapes) {
      const store = request.result.createObjectStore(table, { keyPath, autoIncrement });
      for (const index of indexes) store.createIndex(index.name, index.keyPath, index);
    }
  };
  return answerOf(request);
}

export async function drop(name: string): Promise<void> {
  await answerOf(indexedDB.deleteDatabase(name));
}

/** Runs one transaction; resolves when it has reached the disk. */
export function write(
  db: IDBDatabase,
  tables: readonly string[],
  work: (transaction: IDBTransaction) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(tables, 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    work(transaction);
  });
}

export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Values of an index from the last backwards, from a place in it that `seek` chooses. */
export function backwards<T>(
  index: IDBIndex,
  size: number,
  { below = null, skip = 0 }: { below?: IDBKeyRange | null; skip?: number },
): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const found: T[] = [];
    const request = index.openCursor(below, 'prev');
    let left = skip;
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor && left > 0) {
        cursor.advance(left);
        left = 0;
        return;
      }
      if (cursor) found.push(cursor.value as T);
      if (cursor && found.length < size) cursor.continue();
      else resolve(found);
    };
  });
}
