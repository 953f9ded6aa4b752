import '../../support/indexeddb';
import { expect, test } from 'vitest';
import { ReportStore } from '@/utils/storage/reports';
import { makeDraft } from '../../support/builders';
import { newDatabaseName } from '../../support/database-name';

test('a write that is asked for while the database opens, beside a live query, is one transaction', async () => {
  const store = new ReportStore('0.1.0', newDatabaseName());
  const watching = store.watch((each) => each.allTallies()).subscribe(() => {});
  await expect(store.file(makeDraft())).resolves.toMatchObject({ isNew: true });
  expect((await store.verify()).found).toBe(0);
  watching.unsubscribe();
  store.close();
});
