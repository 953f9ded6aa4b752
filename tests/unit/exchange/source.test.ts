import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildFile } from '@/utils/exchange/build-file';
import { columnContext } from '@/utils/exchange/column-context';
import { exportSource } from '@/utils/exchange/source';
import { exporter as csv } from '@/utils/export/formats/csv';
import { exporter as ndjson } from '@/utils/export/formats/ndjson';
import type { ReportLine } from '@/utils/model/exchange';
import { ReportStore } from '@/utils/storage/reports';
import { makeDraft, makePost, makeReport } from '../../support/builders';
import { exportOptions } from '../../support/export';
import { manyReports } from '../../support/many-reports';
import { PIXEL } from '../../support/picture-bytes';

let store: ReportStore;
beforeEach(() => {
  store = new ReportStore('0.1.0', `source-${crypto.randomUUID()}`);
});
afterEach(() => store.close());

async function all<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const list: T[] = [];
  for await (const batch of batches) list.push(...batch);
  return list;
}

describe('what a file is written from', () => {
  test('is every report, oldest first, without what the store adds', async () => {
    const reports = [...manyReports({ count: 620, length: 40 })];
    await store.addMany(reports.toReversed());
    const source = exportSource(store);
    expect(await all(source.reports())).toEqual(reports);
    expect((await all(source.wholes())).map(({ report }) => report)).toEqual(reports);
    expect(source.counts).toEqual({ reports: 620, damaged: 0 });
  });

  test('are the chosen ones in the same order, those that are gone left out', async () => {
    const reports = [...manyReports({ count: 30, length: 40 })];
    await store.addMany(reports);
    const chosen = [reports[20]!, reports[3]!, reports[11]!];
    const ids = new Set([...chosen.map(({ id }) => id), 'gone']);
    const source = exportSource(store, { ids });
    const expected = [reports[3], reports[11], reports[20]];
    expect(await all(source.reports())).toEqual(expected);
    expect((await all(source.wholes())).map(({ report }) => report)).toEqual(expected);
  });

  test('of many chosen ones is the same', async () => {
    const reports = [...manyReports({ count: 1_150, length: 10 })];
    await store.addMany(reports);
    const chosen = reports.filter((_, i) => i % 10 !== 3);
    const ids = new Set(chosen.map(({ id }) => id));
    expect(ids.size).toBeGreaterThan(1_000);
    const source = exportSource(store, { ids });
    expect((await all(source.reports())).map(({ id }) => id)).toEqual([...ids]);
    expect((await all(source.wholes())).map(({ report }) => report.id)).toEqual([...ids]);
  });

  test('holds history, visits and pictures as the model has them', async () => {
    const blob = new Blob([PIXEL], { type: 'image/webp' });
    const { reportId } = await store.file(makeDraft(), blob);
    await store.edit(reportId, { action: 'status', status: 'confirmed' });
    await store.recordVisit({ reportId, changes: ['gone'] });
    const [whole] = await all(exportSource(store).wholes());
    expect(Object.keys(whole!.report)).not.toContain('seal');
    expect(whole!.history.map(({ action }) => action)).toEqual(['filed', 'status']);
    for (const row of [...whole!.history, ...whole!.visits]) {
      for (const name of ['seal', 'prev', 'from', 'state', 'picture', 'resealedAt'])
        expect(row).not.toHaveProperty(name);
    }
    expect(whole!.evidence).toHaveLength(1);
    expect(whole!.history[1]?.before).toEqual({ status: 'new', decidedAt: undefined });
  });

  test('leaves out rows that are no reports, and counts them', async () => {
    await store.addMany([
      makeReport(),
      { ...makeReport({ id: 'broken', post: makePost({ id: 'b' }) }), note: 7 as never },
    ]);
    const source = exportSource(store);
    expect((await all(source.reports())).map(({ id }) => id)).toEqual(['report-1']);
    expect(source.counts).toEqual({ reports: 1, damaged: 1 });
  });

  test('tells how far it is, and stops when it is told to', async () => {
    await store.addMany([...manyReports({ count: 1_100, length: 10 })]);
    const steps: [number, number][] = [];
    await all(exportSource(store, { onProgress: (...step) => steps.push(step) }).reports());
    expect(steps.map(([done]) => done)).toEqual(Array.from({ length: 22 }, (_, i) => (i + 1) * 50));
    expect(new Set(steps.map(([, total]) => total))).toEqual(new Set([1_100]));
    const stop = new AbortController();
    const source = exportSource(store, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(all(source.wholes())).rejects.toMatchObject({ name: 'AbortError' });
    expect(source.counts.reports).toBeLessThan(1_100);
  });

  test('holds dismissals and settings for a backup alone', async () => {
    await store.dismissMany([{ postKey: 'zhihu:answer:1', rules: ['a/b/c'] }]);
    expect(await all(exportSource(store).dismissals())).toEqual([]);
    expect(exportSource(store).settings).toBeUndefined();
    const backup = exportSource(store, { backup: { settings: { keys: 1 } } });
    expect(await all(backup.dismissals())).toMatchObject([{ postKey: 'zhihu:answer:1', rules: ['a/b/c'] }]);
    expect(backup.settings).toEqual({ keys: 1 });
  });
});

describe('a file', () => {
  test('is named by its format and holds what the store holds', async () => {
    const reports = [...manyReports({ count: 40, length: 60 })];
    await store.addMany(reports);
    const options = { ...exportOptions, now: new Date(2026, 0, 2, 3, 4) };
    const file = await buildFile(ndjson, exportSource(store), options);
    expect(file.name).toBe('qingjian-reports-20260102-0304.ndjson');
    expect(file.type).toBe('application/x-ndjson');
    const lines = (await file.text()).trimEnd().split('\n').slice(1, -1);
    expect(lines.map((line) => (JSON.parse(line) as ReportLine).report)).toEqual(reports);
  });

  test('of a table begins with its mark, under a name of its own', async () => {
    const file = await buildFile(csv, exportSource(store), exportOptions, 'mine.csv');
    expect(file.name).toBe('mine.csv');
    expect([...new Uint8Array(await file.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe('what columns ask beside the report', () => {
  const options = { reviewer: { id: 'a', name: '林间' }, now: new Date(0) };

  test('comes from packs and sites, and keeps what they do not know', async () => {
    const context = await columnContext(store, { ...options, columns: [] });
    expect(context.siteName('xiaohongshu')).toBe('小红书');
    expect(context.siteName('gone')).toBe('gone');
    expect(context.categoryName('2024-1/gone')).toBe('2024-1/gone');
    expect(context.guide('2024-1/gone')).toBeUndefined();
    expect(context.guide('2025-3/fake-staged')).toMatchObject({ severity: expect.any(Number) });
    expect(context.guide('2025-3/fake-staged')?.c12377).toMatch(/\p{Script=Han}/u);
    expect(context.offset(0)).toBe(-new Date(0).getTimezoneOffset());
    const text = context.description(makeReport(), 200);
    expect([...text].length).toBeLessThanOrEqual(200);
    expect(text).toContain('小红书');
  });

  test('knows pictures, and what they are only when it is asked', async () => {
    const { reportId } = await store.file(makeDraft(), new Blob([PIXEL], { type: 'image/webp' }));
    const without = await columnContext(store, { ...options, columns: ['screenshots'] });
    expect(without.screenshots.get(reportId)).toBe(1);
    expect(without.hashes.size).toBe(0);
    const columns = ['evidence_sha256'];
    const context = await columnContext(store, { ...options, columns });
    expect(context.hashes.get(reportId)).toEqual([
      'c90cff659645a312a28804965f3dbc34061338f7234ff5d6ddb2c57e9eadec15',
    ]);
  });

  test('knows several pictures of a report in order of time', async () => {
    const ids = ['b:1', 'a:2', 'b:0', 'c:3'];
    const { reportId } = await store.file(makeDraft(), new Blob([PIXEL], { type: 'image/webp' }));
    const taken = (await store.get(reportId))!.evidence[0]!;
    await store.restorePictures(
      ids.map((id, i) => ({ ...taken, id: `${reportId}:${id}`, at: taken.at + 10 - i, sha256: id })),
    );
    const { hashes } = await columnContext(store, { ...options, columns: ['evidence_sha256'] });
    expect(hashes.get(reportId)).toEqual([taken.sha256, 'c:3', 'b:0', 'a:2', 'b:1']);
  });
});
