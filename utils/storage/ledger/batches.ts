import type { EntityTable, IndexableType } from 'dexie';

/**
 * Hands every row of a table on by ascending primary key, `size` at a time; rows may be changed meanwhile. By callback,
 * not as a generator: within a transaction Dexie follows awaits of async functions only.
 *
 * @param work resolves to false to end early
 */
export async function inBatches<T, K extends keyof T>(
  table: EntityTable<T, K>,
  size: number,
  work: (rows: T[]) => Promise<unknown>,
): Promise<void> {
  const path = table.schema.primKey.keyPath as keyof T;
  let rows = await table.orderBy(':id').limit(size).toArray();
  while (rows.length > 0) {
    if ((await work(rows)) === false) return;
    const last = rows.at(-1)![path] as IndexableType;
    rows = await table.where(':id').above(last).limit(size).toArray();
  }
}
