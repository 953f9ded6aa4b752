import '../../support/indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EVERYTHING, NEWEST_FIRST } from '@/utils/model/queue';
import type { Report } from '@/utils/model/report';
import { followReports, type Progress } from '@/utils/report-index/follow';
import { ReportIndex } from '@/utils/report-index/report-index';
import { ReportStore } from '@/utils/storage/reports';
import { newDatabaseName } from '../../support/database-name';
import { manyReports } from '../../support/many-reports';

const reports = [...manyReports({ count: 700, length: 40 })];

vi.setConfig({ testTimeout: 20_000 });

let name: string;
let store: ReportStore;
let index: ReportIndex;
let stop: AbortController;
let ended: Promise<void>;
let told: (Progress | undefined)[];

beforeEach(() => {
  name = newDatabaseName();
  store = new ReportStore('1.2.3', name);
  index = new ReportIndex();
  stop = new AbortController();
  told = [];
});
afterEach(() => {
  stop.abort();
  store.close();
});

function follow(onChange: () => void = () => {}): void {
  ended = followReports(store, index, {
    signal: stop.signal,
    onChange,
    onProgress: (progress) => told.push(progress),
  });
  // Judged where a test is about it.
  ended.catch(() => {});
}

const isRead = () => told.length > 0 && told.at(-1) === undefined;
const read = () => vi.waitFor(() => expect(isRead()).toBe(true), { timeout: 10_000 });
const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000 });

/** As it would be made anew of all that the database holds, whatever its state. */
async function expectInStep(): Promise<void> {
  const fresh = new ReportIndex();
  fresh.put(await store.rows(await store.ids()));
  expect([...index.digests()]).toEqual([...fresh.digests()]);
  expect(index.corrupt).toEqual(fresh.corrupt);
}

/** Behind the store's back. */
async function tamper(change: (reports: IDBObjectStore) => void): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = db.transaction('reports', 'readwrite');
  change(transaction.objectStore('reports'));
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  db.close();
}

describe('the first reading', () => {
  test('shows the newest first, tells how far it is, and ends', async () => {
    await store.addMany(reports);
    const sizes: number[] = [];
    follow(() => {
      if (sizes.length === 0) expect([...index.digests()][0]!.id).toBe(reports.at(-1)!.id);
      sizes.push(index.size);
    });
    await read();
    expect(sizes[0]).toBe(100);
    expect(index.size).toBe(700);
    expect(told[0]).toEqual({ done: 0, total: 700 });
    expect(told.slice(1, -1).map((each) => each!.done)).toEqual([100, 350, 600]);
    await expectInStep();
  });

  test('of nothing ends at once', async () => {
    follow();
    await read();
    expect(told).toEqual([{ done: 0, total: 0 }, undefined]);
  });

  test('finds rows that stand on no page, and keeps damaged ones apart', async () => {
    await store.addMany(reports.slice(0, 20));
    await tamper((rows) => {
      rows.put({ ...reports[3]!, rev: 4, createdAt: 'once' });
      rows.put({ ...reports[4]!, createdAt: undefined });
      rows.put({ ...reports[5]!, rev: 'many', status: 8 });
      rows.put({ id: 7, postKey: 'no report' });
    });
    follow();
    await read();
    expect([...index.corrupt.keys()].sort()).toEqual(['7', ...[3, 4, 5].map((i) => reports[i]!.id)].sort());
    expect(index.size).toBe(17);
  });

  test('takes in what changes meanwhile, and does not undo it with pages asked for before', async () => {
    await store.addMany(reports);
    const [oldest, newest] = [reports[0]!.id, reports.at(-1)!.id];
    let edited: Promise<unknown> | undefined;
    const page = store.page.bind(store);
    vi.spyOn(store, 'page').mockImplementation(async (before, size) => {
      const rows = await page(before, size);
      edited ??= store
        .editMany([oldest, newest], { action: 'note', note: '读着改的' })
        .then(() => store.removeMany([reports[1]!.id, reports.at(-2)!.id]));
      await edited;
      return rows;
    });
    follow();
    await read();
    await soon(() => expect(index.size).toBe(698));
    expect(index.get(oldest)!.text).toContain('读着改的');
    expect(index.get(newest)!.text).toContain('读着改的');
    await expectInStep();
  });
});

describe('after it', () => {
  beforeEach(async () => {
    await store.addMany(reports.slice(0, 60));
    follow();
    await read();
  });

  test('edits, new reports, removals and their undoing arrive, from another context too', async () => {
    const id = reports[0]!.id;
    await store.edit(id, { action: 'status', status: 'submitted' });
    await soon(() => expect(index.get(id)!.status).toBe('submitted'));
    const other = new ReportStore('1.2.3', name);
    const removed = await other.removeMany([id, reports[1]!.id]);
    await soon(() => expect(index.size).toBe(58));
    await other.restoreMany(removed);
    await other.addMany(reports.slice(60, 70));
    await soon(() => expect(index.size).toBe(70));
    other.close();
    await expectInStep();
  });

  test('a removal and an addition at once are both seen', async () => {
    await store.removeMany([reports[2]!.id]);
    await store.addMany([reports[80]!]);
    await soon(() => expect([index.has(reports[2]!.id), index.has(reports[80]!.id)]).toEqual([false, true]));
    await expectInStep();
  });

  test('more changes than are read at once arrive', async () => {
    await store.addMany(reports);
    await soon(() => expect(index.size).toBe(700));
    await store.editMany(
      reports.map(({ id }) => id),
      { action: 'assignee', assignee: '阿青' },
    );
    await soon(() => expect([...index.digests()].every(({ assignee }) => assignee === '阿青')).toBe(true));
  });

  test('reports whose writes are numbered anew are read anew', async () => {
    await store.editMany(
      reports.slice(0, 60).map(({ id }) => id),
      { action: 'note', note: '一' },
    );
    await soon(() => expect([...index.digests()].every(({ rev }) => rev > 60)).toBe(true));
    await store.beginLedger();
    await store.edit(reports[0]!.id, { action: 'note', note: '之后' });
    await soon(() => expect(index.get(reports[0]!.id)!.text).toContain('之后'));
    await read();
    await expectInStep();
  });

  test('a row that was added behind the store’s back costs one look at the ids, not one per change', async () => {
    await tamper((rows) => rows.put({ ...reports[90]!, rev: 1 }));
    const ids = vi.spyOn(store, 'ids');
    await store.removeMany([reports[0]!.id]);
    await soon(() => expect(index.has(reports[90]!.id)).toBe(true));
    const asked = ids.mock.calls.length;
    for (const note of ['一', '二', '三']) {
      await store.edit(reports[1]!.id, { action: 'note', note });
      await soon(() => expect(index.get(reports[1]!.id)!.text).toContain(note));
    }
    expect(ids.mock.calls.length).toBe(asked);
  });

  test('nothing is read for what is no report', async () => {
    const changed = vi.spyOn(store, 'changedSince');
    await store.dismiss('douyin:video:1', ['rule']);
    await store.edit(reports[0]!.id, { action: 'note', note: '到了' });
    await soon(() => expect(index.get(reports[0]!.id)!.text).toContain('到了'));
    expect(changed).toHaveBeenCalledTimes(1);
  });
});

describe('its end', () => {
  test('is asked for by the signal, at any time', async () => {
    await store.addMany(reports);
    follow(() => stop.abort());
    await ended;
    expect(index.size).toBeLessThan(700);
    const { size } = index;
    await store.addMany(reports);
    expect(index.size).toBe(size);
  });

  test('is asked for before it begins', async () => {
    stop.abort();
    follow();
    await ended;
    expect(told).toEqual([]);
  });

  test('is an error that is told; then the same index can be followed again', async () => {
    await store.addMany(reports);
    vi.spyOn(store, 'page').mockRejectedValueOnce(new Error('no page'));
    follow();
    await expect(ended).rejects.toThrow('no page');
    await store.removeMany([reports.at(-1)!.id]);
    follow();
    told = [];
    await read();
    await expectInStep();
  });

  test('is an error of the database while it is followed', async () => {
    await store.addMany(reports.slice(0, 3));
    follow();
    await read();
    vi.spyOn(store, 'changedSince').mockRejectedValueOnce(new Error('closed'));
    await store.edit(reports[0]!.id, { action: 'note', note: '一' });
    await expect(ended).rejects.toThrow('closed');
  });
});

interface Step {
  do: 'add' | 'remove' | 'edit';
  from: number;
  count: number;
  status: Report['status'];
}

const arbitraryStep: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('add' as const, 'remove' as const, 'edit' as const),
  from: fc.integer({ min: 0, max: 30 }),
  count: fc.integer({ min: 1, max: 8 }),
  status: fc.constantFrom('new' as const, 'confirmed' as const),
});

async function run(step: Step): Promise<void> {
  const some = reports.slice(step.from, step.from + step.count);
  const ids = new Set(await store.ids());
  const known = some.flatMap(({ id }) => (ids.has(id) ? id : []));
  if (step.do === 'add') await store.addMany(some);
  else if (step.do === 'remove') await store.removeMany(known);
  else await store.editMany(known, { action: 'status', status: step.status });
}

test('whatever is done to the store while it is read and after, the index is in step', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(arbitraryStep, { maxLength: 8 }),
      fc.integer({ min: 0, max: 8 }),
      async (steps, early) => {
        name = newDatabaseName();
        store = new ReportStore('1.2.3', name);
        index = new ReportIndex();
        stop = new AbortController();
        told = [];
        await store.addMany(reports.slice(10, 20));
        for (const step of steps.slice(0, early)) await run(step);
        follow();
        for (const step of steps.slice(early)) await run(step);
        await read();
        await soon(async () => expectInStep());
        const { rows } = index.select(EVERYTHING, NEWEST_FIRST, { grouped: false });
        expect(rows.map(({ id }) => id)).toEqual(
          (await store.page(undefined, 100)).map((row) => (row as Report).id),
        );
        stop.abort();
        await ended;
        store.close();
      },
    ),
    { numRuns: 15 },
  );
}, 60_000);
