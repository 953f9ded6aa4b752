import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { add, grow, stock } from '@/scripts/bench/store/inside/add';
import { edit } from '@/scripts/bench/store/inside/edit';
import { file } from '@/scripts/bench/store/inside/file';
import { DEXIE, OURS, RAW, STOCK } from '@/scripts/bench/store/inside/names';
import { open } from '@/scripts/bench/store/inside/open';
import { paging } from '@/scripts/bench/store/inside/paging';
import { Pulse } from '@/scripts/bench/store/inside/pulse';
import {
  answerOf,
  backwards,
  createLike,
  drop,
  openRaw,
  shapesOf,
  write,
} from '@/scripts/bench/store/inside/raw';
import { expectAlike, RowMaker, TABLES } from '@/scripts/bench/store/inside/rows';
import { search } from '@/scripts/bench/store/inside/search';
import { totals } from '@/scripts/bench/store/inside/totals';
import { verify } from '@/scripts/bench/store/inside/verify';
import { addRaw } from '@/scripts/bench/store/inside/writers';
import { manyReports } from '@/tests/support/many-reports';
import { ReportStore } from '@/utils/storage/reports';

/** Every job of the bench on a small database: what it counts is right; how long it takes is the bench's business. */
const REPORTS = 230;

beforeAll(async () => {
  await drop(STOCK);
});
afterAll(async () => {
  await drop(STOCK);
});

const allPositive = (times: readonly number[]) => times.every((time) => time >= 0);

test('every way of adding is timed in every round, and nothing is left of it', async () => {
  const timed = await add({ writers: [OURS, RAW, DEXIE], reports: 40, rounds: 3 });
  expect(timed.map(({ name, times }) => [name, times.length])).toEqual([
    [OURS, 3],
    [RAW, 3],
    [DEXIE, 3],
  ]);
  expect(timed.every(({ times }) => times.every((time) => time > 0))).toBe(true);
  const left = (await indexedDB.databases()).map(({ name }) => name);
  expect(left.filter((name) => name?.startsWith('bench-'))).toEqual([]);
});

describe('rows prepared in advance', () => {
  test('are as many, as long and in the same tables and indexes as those of the store', async () => {
    const [report, ...reports] = [...manyReports({ count: 9, length: 200 })];
    const maker = await RowMaker.learn(report!);
    expect(maker.shapes.map(({ name, indexes }) => [name, indexes.map(({ name: index }) => index)])).toEqual([
      ['reports', expect.arrayContaining(['postKey', '[createdAt+id]', 'post.url', 'rev'])],
      ['history', ['reportId']],
    ]);
    const store = new ReportStore('0.0.0', 'bench-alike');
    await store.addMany(reports);
    const raw = await createLike('bench-alike-raw', maker.shapes);
    await addRaw(raw, maker.batchOf(reports));
    const ours = await openRaw('bench-alike');
    await expectAlike(ours, raw);
    expect(shapesOf(raw, TABLES)).toEqual(shapesOf(ours, TABLES));
    await write(raw, ['history'], (transaction) => transaction.objectStore('history').clear());
    await expect(expectAlike(ours, raw)).rejects.toThrow('The table "history" differs: 8 rows');
    for (const db of [ours, raw, store]) db.close();
    await drop('bench-alike');
    await drop('bench-alike-raw');
  });
});

test('a raw write that fails is told', async () => {
  const shapes = [{ name: 'one', keyPath: 'id', autoIncrement: false, indexes: [] }];
  const db = await createLike('bench-raw', shapes);
  const twice = write(db, ['one'], (transaction) => {
    for (const id of [1, 1]) transaction.objectStore('one').add({ id });
  });
  await expect(twice).rejects.toMatchObject({ name: 'ConstraintError' });
  const rows = await answerOf(db.transaction('one').objectStore('one').count());
  db.close();
  await drop('bench-raw');
  expect(rows).toBe(0);
});

describe('the large database', () => {
  test('is filled by all writers in turns, and kept', async () => {
    const timed = await grow({ writers: [OURS, RAW], reports: REPORTS });
    expect(timed.map(({ name, times }) => [name, times.length])).toEqual([
      [OURS, 1],
      [RAW, 1],
    ]);
    expect(await stock({ reports: REPORTS })).toBe(false);
  });

  test('is made anew when it has another size', async () => {
    expect(await stock({ reports: REPORTS + 1 })).toBe(true);
    expect(await stock({ reports: REPORTS })).toBe(true);
  });

  test('is counted, and read at three depths', async () => {
    const { first, ours, count } = await totals({ rounds: 2 });
    expect(first).toBeGreaterThan(0);
    expect([ours.length, count.length]).toEqual([2, 2]);
    const answers = await paging({ rounds: 4, size: 20 });
    expect(answers.map(({ depth }) => depth)).toEqual(['first', 'middle', 'last']);
    for (const { page, rows, key, offset } of answers)
      expect([page, rows, key, offset].map(({ length }) => length)).toEqual([4, 4, 4, 2]);
  });

  test('has the same pages by key and by offset', async () => {
    const db = await openRaw(STOCK);
    const index = () => db.transaction('reports').objectStore('reports').index('[createdAt+id]');
    const all = await backwards<{ createdAt: number; id: string }>(index(), REPORTS, {});
    const last = all[99]!;
    const below = IDBKeyRange.upperBound([last.createdAt, last.id], true);
    expect(await backwards(index(), 20, { below })).toEqual(await backwards(index(), 20, { skip: 100 }));
    expect((await backwards<{ id: string }>(index(), 20, { skip: 100 })).map(({ id }) => id)).toEqual(
      all.slice(100, 120).map(({ id }) => id),
    );
    db.close();
  });

  test('is opened with our index and without', async () => {
    for (const how of [OURS, RAW] as const) {
      const { first, all, reports } = await open({ how });
      expect(reports).toBe(REPORTS);
      expect(first).toBeGreaterThan(0);
      expect(first).toBeLessThanOrEqual(all);
    }
  });

  test('is searched: what is rare, common, and not there', async () => {
    const asked = await search({ rounds: 2 });
    const found = Object.fromEntries(asked.map((each) => [each.what, each.found]));
    expect(asked.every(({ times }) => times.length === 2 && allPositive(times))).toBe(true);
    expect(found['nothing like it']).toBe(0);
    expect(found['a rare pair of characters']).toBeGreaterThan(0);
    expect(found['a common pair of characters']).toBeGreaterThan(found['a rare pair of characters']!);
    expect(found['a Latin word']).toBeGreaterThan(0);
    expect(found.everything).toBe(REPORTS);
    expect(found['by site']).toBe(REPORTS);
    for (const what of ['a category', 'a campaign', 'a rule', 'a site and a status', 'only copies']) {
      expect(found[what], what).toBeGreaterThan(0);
      expect(found[what], what).toBeLessThan(REPORTS);
    }
  });

  test('is edited and put back, and is whole after it', async () => {
    const { edited, undone } = await edit({ reports: 50 });
    expect([edited, undone]).toEqual([50, 50]);
    const { checked, found, steps } = await verify();
    expect([checked.reports, checked.history, found]).toEqual([REPORTS, REPORTS + 100, 0]);
    expect(steps).toBeGreaterThan(0);
  });
});

test('filings are timed one by one beside raw ones', async () => {
  const timed = await file({ reports: 5 });
  expect(timed.map(({ name, times }) => [name, times.length])).toEqual([
    [OURS, 5],
    [RAW, 5],
  ]);
});

test('a busy page is felt', async () => {
  const pulse = new Pulse();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const end = performance.now() + 90;
  while (performance.now() < end);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(pulse.stop().longest).toBeGreaterThan(75);
});
