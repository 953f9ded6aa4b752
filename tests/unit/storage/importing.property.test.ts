// @vitest-environment node
// In happy-dom a blob does not survive being stored.
import '../../support/indexeddb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '@/utils/model/report';
import { ReportStore } from '@/utils/storage/reports';
import { newDatabaseName } from '../../support/database-name';
import { files, type ImportFile, ME, ownReports } from '../merge/arbitraries';
import { contentOf, picturesOf } from './exchange-support';

async function storeOf(own: readonly Report[]): Promise<ReportStore> {
  let time = 1_000;
  const store = new ReportStore('1', newDatabaseName(), () => ++time);
  await store.addMany(own);
  return store;
}

async function importFile(store: ReportStore, { sender, rows }: ImportFile, size: number): Promise<string> {
  const id = await store.beginImport({ file: 'x.zip', format: 'zip', sender, me: ME, mine: false });
  for (let from = 0; from < rows.length; from += size) {
    const part = rows.slice(from, from + size);
    await store.importReports(
      id,
      part.map((incoming) => ({ incoming, pictures: picturesOf(incoming), take: [] })),
    );
  }
  await store.finishImport(id);
  return id;
}

describe('importing', () => {
  test('any files in any order, parts and repetition makes the same store, and undoing them brings it back', async () => {
    const orders = files.chain((list) =>
      fc.record({
        list: fc.constant(list),
        shuffled: fc.shuffledSubarray(list, { minLength: list.length }),
        repeated: fc.subarray(list),
        size: fc.integer({ min: 1, max: 4 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(ownReports, orders, async (own, { list, shuffled, repeated, size }) => {
        const [one, other] = [await storeOf(own), await storeOf(own)];
        const before = await contentOf(one);
        const imports: string[] = [];
        for (const file of list) imports.push(await importFile(one, file, 4));
        // Each row as a file of its own says the same as all rows in one.
        const rows = shuffled.flatMap(({ sender, rows: each }) =>
          each.map((row) => ({ sender, rows: [row] })),
        );
        for (const file of [...rows.reverse(), ...repeated]) await importFile(other, file, size);
        expect(await contentOf(other)).toEqual(await contentOf(one));
        expect((await one.verify()).problems).toEqual([]);
        expect((await other.verify()).problems).toEqual([]);
        for (const id of imports.reverse()) {
          expect(await one.undoImport(id)).toMatchObject({ kept: 0 });
        }
        expect(await contentOf(one)).toEqual(before);
        expect((await one.verify()).problems).toEqual([]);
        expect((await one.imports()).map(({ state }) => state)).toEqual(list.map(() => 'undone'));
        one.close();
        other.close();
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
