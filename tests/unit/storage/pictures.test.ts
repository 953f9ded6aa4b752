// @vitest-environment node
// In happy-dom a blob does not survive being stored.
import '../../support/indexeddb';
import { describe, expect, test } from 'vitest';
import { StorageError } from '@/utils/errors';
import { makeDraft } from '../../support/builders';
import { useStore, whole } from './support';

const session = useStore();
const blob = (size: number) => new Blob(['x'.repeat(size)], { type: 'image/webp' });

async function filed(picture?: Blob) {
  const { reportId, seq } = await session.store.file(makeDraft(), picture);
  session.time = 2_000;
  return { reportId, seq };
}
const actions = async (reportId: string) =>
  (await whole(session.store, reportId)).history.map(({ action }) => action);

describe('the picture of a filing', () => {
  test('is replaced for good, and is still of the moment when it was taken', async () => {
    const filing = await filed(blob(10));
    await session.store.setPicture({ ...filing, blob: blob(3) });
    const { report, evidence, history } = await whole(session.store, filing.reportId);
    expect(evidence).toHaveLength(1);
    expect(evidence[0]).toMatchObject({
      at: 1_000,
      kind: 'screenshot',
      id: `${filing.reportId}:${filing.seq}`,
    });
    expect(report.updatedAt).toBe(2_000);
    expect(history.at(-1)).toMatchObject({
      seq: expect.any(Number),
      reportId: filing.reportId,
      at: 2_000,
      action: 'picture',
    });
  });

  test('can come later', async () => {
    const filing = await filed();
    await session.store.setPicture({ ...filing, blob: blob(3) });
    expect((await whole(session.store, filing.reportId)).evidence).toMatchObject([{ at: 2_000 }]);
  });

  test('can be taken away, once', async () => {
    const filing = await filed(blob(10));
    await session.store.setPicture({ ...filing, blob: null });
    await session.store.setPicture({ ...filing, blob: null });
    expect((await whole(session.store, filing.reportId)).evidence).toEqual([]);
    expect(await actions(filing.reportId)).toEqual(['filed', 'picture']);
  });

  test('goes with the filing, whose undo it does not hinder', async () => {
    const first = await filed(blob(1));
    const second = await filed();
    await session.store.setPicture({ ...second, blob: blob(3) });
    expect(await session.store.undoFiling(second.reportId, second.seq)).toBe(true);
    const { evidence } = await whole(session.store, first.reportId);
    expect(evidence.map(({ id }) => id)).toEqual([`${first.reportId}:${first.seq}`]);
  });

  test.each([
    { done: 'replaced', by: blob(3), left: [3] },
    { done: 'taken away', by: null, left: [] },
  ])('stays as the reader left it when the filing is said again after it was $done', async ({ by, left }) => {
    const draft = makeDraft();
    const first = await session.store.file(draft, blob(10));
    await session.store.setPicture({ ...first, blob: by });
    const again = await session.store.file({ ...draft, categories: [] }, blob(20));
    expect(again).toEqual({ ...first, screenshot: left.length > 0 });
    const { evidence } = await whole(session.store, first.reportId);
    expect(evidence.map((each) => each.blob.size)).toEqual(left);
    expect(await session.store.verify()).toMatchObject({ problems: [] });
  });

  test('is the one that the filing came with last, as long as nobody changed it', async () => {
    const draft = makeDraft();
    const first = await session.store.file(draft, blob(10));
    expect(await session.store.file(draft, blob(20))).toEqual(first);
    const { evidence } = await whole(session.store, first.reportId);
    expect(evidence.map((each) => each.blob.size)).toEqual([20]);
    expect(await session.store.verify()).toMatchObject({ problems: [] });
  });

  test('is refused for what is no filing of the report', async () => {
    const one = await filed();
    await session.store.edit(one.reportId, { action: 'note', note: '备注' });
    const note = (await whole(session.store, one.reportId)).history.at(-1)!;
    for (const wrong of [
      { reportId: one.reportId, seq: note.seq },
      { reportId: 'gone', seq: one.seq },
      { reportId: one.reportId, seq: 99 },
    ]) {
      await expect(session.store.setPicture({ ...wrong, blob: blob(1) })).rejects.toThrow(StorageError);
    }
    expect(await actions(one.reportId)).toEqual(['filed', 'note']);
    expect(await session.store.countScreenshots()).toEqual(new Map());
  });
});
