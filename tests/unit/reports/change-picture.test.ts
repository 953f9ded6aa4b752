import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changePicture } from '@/entrypoints/reports/change-picture';
import { StorageError } from '@/utils/errors';
import { ReportStore } from '@/utils/storage/reports';
import { makeDraft } from '../../support/builders';

let store: ReportStore;
beforeEach(() => {
  store = new ReportStore('1.2.3', `change-picture-${crypto.randomUUID()}`);
});
afterEach(() => store.close());

async function evidence() {
  const [id] = await store.ids();
  return (await store.get(id!))!.evidence;
}

test('puts a picture in the place of the one of its filing alone, and takes it away', async () => {
  await store.file(makeDraft({ filing: crypto.randomUUID() }), new Blob(['first']));
  await store.file(makeDraft({ filing: crypto.randomUUID() }), new Blob(['second']));
  const [first, second] = await evidence();
  const set = vi.spyOn(store, 'setPicture');
  await changePicture(store, second!, { width: 10, height: 10, webp: btoa('with black parts') });
  const { blob } = set.mock.calls[0]![0];
  expect([blob?.type, await blob?.text()]).toEqual(['image/webp', 'with black parts']);
  expect((await evidence()).map(({ id }) => id)).toEqual([first!.id, second!.id]);
  await changePicture(store, second!, null);
  expect((await evidence()).map(({ id }) => id)).toEqual([first!.id]);
});

test('says in words why it was not stored', async () => {
  await store.file(makeDraft(), new Blob(['first']));
  const [first] = await evidence();
  vi.spyOn(store, 'setPicture').mockRejectedValue(new StorageError('full', new Error('quota')));
  await expect(changePicture(store, first!, null)).rejects.toThrow(/full|space/i);
});
