// @vitest-environment node
// In happy-dom a blob does not survive being stored.
import { describe, expect, test } from 'vitest';
import type { ImportPart } from '@/utils/storage/reports';
import { makePost } from '../../support/builders';
import { ME, OTHERS } from '../merge/arbitraries';
import { importInto, incomingOf, partOf } from './exchange-support';
import { AI_LABEL, draftAt, listOf, postOf, useStore, whole } from './support';

const [ANNA, BEN] = OTHERS as [(typeof OTHERS)[number], (typeof OTHERS)[number]];
const session = useStore();

const importFrom = (...args: [typeof ANNA, ImportPart[], boolean?]) => importInto(session.store, ...args);
const only = async () => whole(session.store, (await listOf(session.store))[0]!.id);

describe('taking an import back', () => {
  test('takes back each reviewer’s account, whatever came in between', async () => {
    const { store } = session;
    const anna = await importFrom(ANNA, [partOf(incomingOf({ note: '安', updatedAt: 9 }))]);
    await importFrom(BEN, [partOf(incomingOf({ note: '本', updatedAt: 5 }))]);
    expect((await only()).report.adopted).toBe('r1');
    expect(await store.undoImport(anna)).toEqual({ removed: 0, restored: 1, kept: 0 });
    expect((await only()).report).toMatchObject({ note: '本', adopted: 'r2', updatedAt: 5 });
    expect((await only()).report.accounts).toHaveLength(1);
  });

  test('leaves a report that the reader has worked on', async () => {
    const { store } = session;
    const id = await importFrom(ANNA, [partOf(incomingOf({}))]);
    await store.edit((await only()).report.id, { action: 'note', note: '我看过' });
    expect(await store.undoImport(id)).toEqual({ removed: 0, restored: 0, kept: 1 });
    expect((await only()).report).toMatchObject({ note: '我看过', accounts: [{ reviewer: ANNA }] });
  });

  test('goes on where it was cancelled, and says the same when it is said again', async () => {
    const { store } = session;
    const parts = Array.from({ length: 900 }, (_, i) =>
      partOf(incomingOf({ id: `${i}`, post: postOf(`${i}`) })),
    );
    const id = await importFrom(ANNA, parts);
    const cancel = new AbortController();
    const first = await store.undoImport(id, { signal: cancel.signal, onProgress: () => cancel.abort() });
    expect(first.removed).toBe(400);
    expect((await store.imports())[0]?.state).toBe('undoing');
    const told: number[] = [];
    const all = { removed: 900, restored: 0, kept: 0 };
    expect(await store.undoImport(id, { onProgress: (done) => told.push(done) })).toEqual(all);
    expect(told.at(-1)).toBe(900);
    expect(await store.undoImport(id)).toEqual(all);
    expect(await store.count()).toBe(0);
    expect((await store.verify()).found).toBe(0);
  }, 30_000);

  test('takes dismissals back that were not made again', async () => {
    const { store } = session;
    const [p, q, r] = ['p', 'q', 'r'].map((post) => postOf(post).key) as [never, never, never];
    await store.dismiss(p, ['x']);
    const id = await store.beginImport({ file: 'x', format: 'ndjson', sender: ME, me: ME, mine: true });
    const dismissals = [p, q, r].map((postKey) => ({ postKey, rules: ['y'], at: 1 }));
    expect(await store.importDismissals(id, dismissals)).toBe(2);
    await store.finishImport(id);
    await store.dismiss(r, ['z']);
    await store.undoImport(id);
    expect((await store.decided([p, q, r])).dismissed.toSorted()).toEqual([p, r].toSorted());
    expect((await store.verify()).found).toBe(0);
  });
});

describe('pictures and visits', () => {
  test('that are here already do not come again; a picture that came can be changed', async () => {
    const { store } = session;
    const { reportId } = await store.file(draftAt(900), new Blob(['one']));
    const pictures = ['one', 'two', 'two'].map((text) => ({ at: 5, filing: 1, blob: new Blob([text]) }));
    const incoming = incomingOf({}, { visits: [{ seq: 1, reportId: 'x', at: 950, changes: ['gone'] }] });
    const first = await importFrom(ANNA, [{ incoming, pictures, take: [] }]);
    await importFrom(ANNA, [{ incoming, pictures, take: [] }]);
    const { evidence, visits, history } = await whole(store, reportId);
    expect([evidence.length, visits.length]).toEqual([2, 1]);
    expect((await store.imports()).map(({ counts }) => counts.same).toSorted()).toEqual([0, 1]);
    const seq = history.find(({ action }) => action === 'picture')!.seq;
    await store.setPicture({ reportId, seq, blob: new Blob(['masked']) });
    expect(await store.undoImport(first)).toMatchObject({ kept: 1 });
    expect((await whole(store, reportId)).evidence).toHaveLength(2);
    expect((await store.verify()).found).toBe(0);
  });

  test('of a file that is older than the last visit here do not become the last one', async () => {
    const { store } = session;
    const { reportId } = await store.file(draftAt(900));
    session.time = 2_000;
    await store.recordVisit({
      reportId,
      changes: ['labelled'],
      labels: { state: 'seen', items: [AI_LABEL] },
    });
    const visits = [{ seq: 9, reportId: 'x', at: 1_500, changes: ['gone' as const] }];
    await importFrom(ANNA, [partOf(incomingOf({}, { visits }))]);
    expect((await store.decided([makePost().key])).reported[0]?.lastChanges).toEqual(['labelled']);
    expect((await whole(store, reportId)).visits.map(({ at }) => at)).toEqual([1_500, 2_000]);
  });

  test('of many visits only the newest stay', async () => {
    const { store } = session;
    const visits = Array.from({ length: 80 }, (_, i) => ({
      seq: i,
      reportId: 'x',
      at: i,
      changes: ['gone' as const],
    }));
    await importFrom(ANNA, [partOf(incomingOf({}, { visits: visits.slice(0, 40) }))]);
    await importFrom(ANNA, [partOf(incomingOf({}, { visits: visits.slice(20) }))]);
    expect((await only()).visits.map(({ at }) => at)).toEqual(Array.from({ length: 50 }, (_, i) => 30 + i));
    expect((await store.verify()).found).toBe(0);
  });
});
