// @vitest-environment node
// In happy-dom a blob does not survive being stored.
import '../../support/indexeddb';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StorageError } from '@/utils/errors';
import { NO_LABELS } from '@/utils/model/post';
import { ReportStore } from '@/utils/storage/reports';
import { DATABASES, putOnDisk } from '../../fixtures/databases/released';
import { newDatabaseName } from '../../support/database-name';
import { openRaw } from './raw';
import { listOf } from './support';

let name: string;
let store: ReportStore;

beforeEach(() => {
  name = newDatabaseName();
  store = new ReportStore('1.2.3', name, () => 5_000);
});
afterEach(() => store.close());

describe.each(Object.entries(DATABASES))('a database of %s', (_version, database) => {
  const { rows } = database;
  beforeEach(() => putOnDisk(name, database));

  test('counts what was decided before tallies were kept', async () => {
    expect(await store.tallies(['a/x', 'c/y', 'a/z', 'd/w', 'none'])).toEqual([
      { rule: 'a/x', reported: 2, dismissed: 2 },
      { rule: 'c/y', reported: 0, dismissed: 0 },
      { rule: 'a/z', reported: 0, dismissed: 0 },
      { rule: 'd/w', reported: 0, dismissed: 1 },
      { rule: 'none', reported: 0, dismissed: 0 },
    ]);
  });

  test('keeps every row as it was', async () => {
    expect(await listOf(store)).toMatchObject(rows.reports!.toReversed());
    const full = await store.get('1');
    expect(full?.history).toMatchObject(
      rows.history!.filter((entry) => 'reportId' in entry && entry.reportId === '1'),
    );
    expect(full?.evidence.map(({ id }) => id)).toEqual(['1:1']);
    expect(await full?.evidence[0]?.blob.text()).toBe('picture');
    expect(full?.visits).toEqual([]);
  });

  test('finds old reports by their address, and what pages are told of them is whole', async () => {
    expect(await store.reportsAt('https://www.zhihu.com/question/1/answer/2')).toEqual([
      {
        key: 'zhihu:answer:2',
        reportId: '2',
        status: 'new',
        categories: ['a'],
        createdAt: 200,
        title: '怎么看待',
        text: '偶遇老人，没有剧本。',
        labels: NO_LABELS,
        lastChanges: [],
      },
    ]);
  });

  test('old reports take visits, edits, undone filings and their removal', async () => {
    await store.recordVisit({ reportId: '2', changes: ['edited'], text: '改过', labels: NO_LABELS });
    expect((await store.decided(['zhihu:answer:2'])).reported[0]?.lastChanges).toEqual(['edited']);
    expect(await store.undoFiling('1', 4)).toBe(true);
    expect((await store.get('1'))?.report).toMatchObject({ categories: ['a'], findings: [], note: '先前' });
    await store.removeMany(['2']);
    expect(await store.tallies(['a/x'])).toEqual([{ rule: 'a/x', reported: 0, dismissed: 2 }]);
  });

  test('has no imports yet, and takes one', async () => {
    expect(await store.imports()).toEqual([]);
    const [file, sender] = ['x.csv', { id: 'other', name: '别人' }];
    const me = { id: 'me', name: '我' };
    const id = await store.beginImport({ file, format: 'csv', sender, me, mine: false });
    const [report] = await listOf(store);
    const incoming = {
      row: 1,
      report: { ...report!, note: '别人写的' },
      history: [],
      visits: [],
      pictures: [],
    };
    await store.importReports(id, [{ incoming, pictures: [], take: [] }]);
    await store.finishImport(id);
    expect((await store.get('3'))?.report).toMatchObject({ note: '', accounts: [{ reviewer: sender }] });
    expect((await store.verify()).found).toBe(0);
  });

  test('a picture can be set for a filing of before filings had names', async () => {
    await store.setPicture({ reportId: '2', seq: 2, blob: new Blob(['x'], { type: 'image/webp' }) });
    expect((await store.get('2'))?.evidence.map(({ id }) => id)).toEqual(['2:2']);
  });

  test('begins the ledger with the rows as they stand, and says since when', async () => {
    expect(await store.verify()).toMatchObject({
      found: 0,
      since: 5_000,
      checked: { reports: 3, history: 4, evidence: 1, visits: rows.visits?.length ?? 0, dismissals: 2 },
    });
    expect((await store.get('1'))?.history.map(({ resealedAt }) => resealedAt)).toEqual([5_000, 5_000]);
    expect(await store.state()).toEqual({ rev: 3, reports: 3 });
    expect(await store.totals()).toMatchObject({
      reports: 3,
      statuses: { new: 3 },
      sites: { zhihu: 3 },
      categories: { a: 2, b: 1 },
      pictures: 1,
      pictureBytes: 7,
    });
    await store.edit('1', { action: 'note', note: '新的' });
    expect((await store.verify()).found).toBe(0);
  });
});

describe('a database that cannot be opened', () => {
  test('because a newer version wrote it says so and changes nothing', async () => {
    await store.count();
    store.close();
    (await openRaw(name, 90)).close();
    store = new ReportStore('1.2.3', name);
    const failing = store.count();
    await expect(failing).rejects.toBeInstanceOf(StorageError);
    await expect(failing).rejects.toMatchObject({ reason: 'newer' });
    const raw = await openRaw(name);
    expect(raw.version).toBe(90);
    raw.close();
  });

  test('because another context holds it says so, and goes on once that is gone', async () => {
    await putOnDisk(name, DATABASES['version 2']!);
    const holder = await openRaw(name);
    await expect(store.count()).rejects.toMatchObject({ reason: 'blocked' });
    await expect(store.file({} as never)).rejects.toMatchObject({ reason: 'blocked' });
    holder.close();
    await expect.poll(() => store.count().catch(() => undefined), { timeout: 5_000 }).toBe(3);
  }, 20_000);
});
