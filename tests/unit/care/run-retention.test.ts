// @vitest-environment node
// In happy-dom a blob does not survive being stored.
import '../../support/indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ALL_OFF, planRetention, type RetentionRules } from '@/utils/care/retention';
import { putBack, type RunResult, runRetention } from '@/utils/care/run-retention';
import { StorageError } from '@/utils/errors';
import type { ReportStatus } from '@/utils/model/report';
import { ReportStore } from '@/utils/storage/reports';
import type { StoredReport } from '@/utils/storage/tables';
import { makeDraft, makePost } from '../../support/builders';
import { newDatabaseName } from '../../support/database-name';

const DAY = 24 * 60 * 60 * 1_000;
let store: ReportStore;
let time: number;
beforeEach(() => {
  time = DAY;
  store = new ReportStore('1.2.3', newDatabaseName(), () => ++time);
});
afterEach(() => store.close());

async function file(id: string, status: ReportStatus, picture = false): Promise<string> {
  const { reportId } = await store.file(
    makeDraft({ post: makePost({ id }) }),
    picture ? new Blob([`picture of ${id}`]) : undefined,
  );
  if (status !== 'new') await store.edit(reportId, { action: 'status', status });
  return reportId;
}

async function fileMany(count: number, status: ReportStatus): Promise<void> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) ids.push(await file(`${status}-${i}`, 'new'));
  await store.editMany(ids, { action: 'status', status });
}

const stored = async () => (await store.rows(await store.ids())) as StoredReport[];
const full = () => new StorageError('full', new Error('quota'));

interface Extra {
  signal?: AbortSignal;
  onBatch?: Parameters<typeof runRetention>[2]['onBatch'];
}
async function run(rules: Partial<RetentionRules>, extra: Extra = {}): Promise<RunResult> {
  const all = { ...ALL_OFF, ...rules };
  const now = time + 10 * DAY;
  const plan = planRetention(await stored(), await store.countScreenshots(), all, now);
  return runRetention(store, plan, {
    rules: all,
    now,
    signal: new AbortController().signal,
    onBatch: () => {},
    ...extra,
  });
}

describe('a run', () => {
  test('deletes what is old, takes pictures out, and leaves a ledger that holds', async () => {
    const gone = await file('1', 'dismissed', true);
    const kept = await file('2', 'confirmed', true);
    const open = await file('3', 'new', true);
    const { taken, cancelled, error } = await run({ dismissed: 5, pictures: 5 });
    expect({ cancelled, error }).toEqual({ cancelled: false, error: undefined });
    expect(taken.reports.map(({ report }) => report.id)).toEqual([gone]);
    expect(taken.pictures.map(({ reportId }) => reportId)).toEqual([kept]);
    expect((await store.ids()).sort()).toEqual([kept, open].sort());
    expect(await store.countScreenshots()).toEqual(new Map([[open, 1]]));
    expect((await store.verify()).found).toBe(0);
  });

  test('goes in batches, each one write, and tells of every one', async () => {
    await fileMany(205, 'dismissed');
    const remove = vi.spyOn(store, 'removeMany');
    const steps: [number, number, number][] = [];
    const { taken } = await run(
      { dismissed: 5 },
      { onBatch: (sofar, done, total) => void steps.push([sofar.reports.length, done, total]) },
    );
    expect(taken.reports).toHaveLength(205);
    expect(remove.mock.calls.map(([ids]) => ids.length)).toEqual([100, 100, 5]);
    expect(steps).toEqual([
      [100, 100, 205],
      [200, 200, 205],
      [205, 205, 205],
    ]);
    expect(await store.count()).toBe(0);
  });

  test('leaves what was changed since it was planned', async () => {
    const id = await file('1', 'dismissed');
    const pictured = await file('2', 'submitted', true);
    const rules = { ...ALL_OFF, dismissed: 5, pictures: 5 };
    const plan = planRetention(await stored(), await store.countScreenshots(), rules, time + 10 * DAY);
    expect(plan).toEqual({ reports: [id], withPictures: [pictured], pictures: 1 });
    await store.editMany([id, pictured], { action: 'status', status: 'new' });
    const now = time + 10 * DAY;
    const { taken } = await runRetention(store, plan, {
      rules,
      now,
      signal: new AbortController().signal,
      onBatch: () => {},
    });
    expect(taken).toEqual({ reports: [], pictures: [] });
    expect(await store.count()).toBe(2);
    expect((await store.countScreenshots()).get(pictured)).toBe(1);
  });

  test('puts back what was confirmed between the look and the removal', async () => {
    const id = await file('1', 'dismissed');
    const other = await file('2', 'dismissed');
    const remove = store.removeMany.bind(store);
    vi.spyOn(store, 'removeMany').mockImplementation(async (ids) => {
      await store.edit(id, { action: 'status', status: 'confirmed' });
      return remove(ids);
    });
    const { taken } = await run({ dismissed: 5 });
    expect(taken.reports.map(({ report }) => report.id)).toEqual([other]);
    expect((await stored()).map(({ id, status }) => ({ id, status }))).toEqual([{ id, status: 'confirmed' }]);
  });

  test('never takes a row that cannot be read', async () => {
    const id = await file('1', 'dismissed');
    vi.spyOn(store, 'rows').mockResolvedValue([{ id, status: 'dismissed', updatedAt: 'long ago' }]);
    const remove = vi.spyOn(store, 'removeMany');
    const plan = { reports: [id], withPictures: [], pictures: 0 };
    await runRetention(store, plan, {
      rules: { ...ALL_OFF, dismissed: 5 },
      now: time + 10 * DAY,
      signal: new AbortController().signal,
      onBatch: () => {},
    });
    expect(remove).toHaveBeenCalledExactlyOnceWith([]);
    expect(await store.count()).toBe(1);
  });

  test('stops at an error and tells what it had taken', async () => {
    await fileMany(150, 'dismissed');
    const remove = store.removeMany.bind(store);
    vi.spyOn(store, 'removeMany').mockImplementationOnce(remove).mockRejectedValueOnce(full());
    const { taken, error } = await run({ dismissed: 5 });
    expect(error).toMatchObject({ reason: 'full' });
    expect(taken.reports).toHaveLength(100);
    expect(await store.count()).toBe(50);
  });

  test('two windows at once take each report once', async () => {
    await fileMany(150, 'dismissed');
    const runs = await Promise.all([run({ dismissed: 5 }), run({ dismissed: 5 })]);
    const ids = runs.flatMap(({ taken }) => taken.reports.map(({ report }) => report.id));
    expect([ids.length, new Set(ids).size, await store.count()]).toEqual([150, 150, 0]);
    expect((await store.verify()).found).toBe(0);
  });

  test('stops between two batches when it is cancelled', async () => {
    await fileMany(150, 'dismissed');
    const cancel = new AbortController();
    const { taken, cancelled } = await run(
      { dismissed: 5 },
      { signal: cancel.signal, onBatch: () => cancel.abort() },
    );
    expect(cancelled).toBe(true);
    expect(taken.reports).toHaveLength(100);
    expect(await store.count()).toBe(50);
  });
});

describe('putting back', () => {
  test('brings all of it back, and the rules leave it alone for their days', async () => {
    const gone = await file('1', 'dismissed', true);
    const kept = await file('2', 'confirmed', true);
    const { taken } = await run({ dismissed: 5, pictures: 5 });
    time += 10 * DAY;
    expect(await putBack(store, taken)).toEqual({ rest: { reports: [], pictures: [] } });
    expect((await store.ids()).sort()).toEqual([gone, kept].sort());
    expect([...(await store.countScreenshots()).values()]).toEqual([1, 1]);
    expect((await store.verify()).found).toBe(0);
    const again = planRetention(
      await stored(),
      await store.countScreenshots(),
      { ...ALL_OFF, dismissed: 5, pictures: 5 },
      time + DAY,
    );
    expect(again).toEqual({ reports: [], withPictures: [], pictures: 0 });
  });

  test('one whose post was reported again is left; the others of its batch come back', async () => {
    await file('1', 'dismissed');
    const second = await file('2', 'dismissed');
    await file('3', 'dismissed');
    const { taken } = await run({ dismissed: 5 });
    await file('2', 'new');
    const { rest, error } = await putBack(store, taken);
    expect(error).toBeUndefined();
    expect(rest.reports.map(({ report }) => report.id)).toEqual([second]);
    expect(await store.count()).toBe(3);
  });

  test('an error half-way leaves what is still out, and a second try brings it back once', async () => {
    await fileMany(150, 'dismissed');
    const { taken } = await run({ dismissed: 5 });
    const restore = store.restoreMany.bind(store);
    vi.spyOn(store, 'restoreMany').mockImplementationOnce(restore).mockRejectedValueOnce(full());
    const { rest, error } = await putBack(store, taken);
    expect(error).toMatchObject({ reason: 'full' });
    expect(rest.reports).toHaveLength(50);
    expect(taken.reports).toHaveLength(150);
    expect(await putBack(store, rest)).toEqual({ rest: { reports: [], pictures: [] } });
    expect(await store.count()).toBe(150);
  });

  test('pictures that could not be put back are left, after all reports', async () => {
    await file('1', 'dismissed');
    await file('2', 'confirmed', true);
    const { taken } = await run({ dismissed: 5, pictures: 5 });
    vi.spyOn(store, 'restorePictures').mockRejectedValue(full());
    const { rest, error } = await putBack(store, taken);
    expect(error).toMatchObject({ reason: 'full' });
    expect(rest).toEqual({ reports: [], pictures: taken.pictures });
  });
});
