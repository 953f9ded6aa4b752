import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NO_LABELS } from '@/utils/model/post';
import { ReportStore } from '@/utils/storage/reports';

/**
 * A database as version 1 of its schema stored it, written without our code: what was on a disk then does not change
 * with the types of today.
 */
const STORES_1 = {
  reports: { keyPath: 'id', indexes: { postKey: 'postKey', '[createdAt+id]': ['createdAt', 'id'] } },
  history: { keyPath: 'seq', autoIncrement: true, indexes: { reportId: 'reportId' } },
  evidence: { keyPath: 'id', indexes: { reportId: 'reportId' } },
  dismissals: { keyPath: 'postKey', indexes: {} },
};
const finding = (rule: string, category: string) => ({
  rule,
  category,
  confidence: 'likely',
  spans: [{ field: 'text', start: 0, end: 2, text: '偶遇' }],
  counter: [],
});
const report = (id: string, createdAt: number, rest: object) => ({
  id,
  postKey: `zhihu:answer:${id}`,
  post: {
    key: `zhihu:answer:${id}`,
    site: 'zhihu',
    kind: 'answer',
    id,
    url: `https://www.zhihu.com/question/1/answer/${id}`,
    surface: 'detail',
    author: { name: '山间小院' },
    title: '怎么看待',
    text: '偶遇老人，没有剧本。',
    hashtags: [],
    counts: { like: 3 },
    labels: { state: 'none', items: [] },
  },
  note: '',
  status: 'new',
  filedBy: 'card',
  version: '0.1.0',
  createdAt,
  updatedAt: createdAt,
  ...rest,
});
const STORED_1 = {
  reports: [
    report('1', 100, {
      categories: ['a', 'b'],
      findings: [finding('a/x', 'a'), finding('a/x', 'b'), finding('c/y', 'c')],
    }),
    report('2', 200, { categories: ['a'], findings: [finding('a/x', 'a')] }),
    report('3', 300, { categories: [], findings: [finding('a/z', 'a')] }),
  ],
  history: [
    { seq: 1, reportId: '1', at: 100, action: 'filed', filing: 'f1' },
    { seq: 2, reportId: '2', at: 200, action: 'filed' },
    { seq: 3, reportId: '3', at: 300, action: 'filed', filing: 'f3' },
    {
      seq: 4,
      reportId: '1',
      at: 400,
      action: 'filed-again',
      filing: 'f4',
      before: report('1', 100, { categories: ['a'], findings: [], note: '先前' }),
    },
  ],
  evidence: [{ id: '1:1', reportId: '1', kind: 'screenshot', at: 100, blob: new Blob(['picture']) }],
  dismissals: [
    { postKey: 'zhihu:answer:8', rules: ['a/x', 'a/x', 'd/w'], at: 1 },
    { postKey: 'zhihu:answer:9', rules: ['a/x'], at: 2 },
  ],
};

let name: string;
let store: ReportStore;
let databases = 0;

beforeEach(async () => {
  name = `upgrade-${++databases}`;
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    // Dexie's version 1 is 10 for the browser.
    const opening = indexedDB.open(name, 10);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => resolve(opening.result);
    opening.onupgradeneeded = () => {
      for (const [table, { indexes, ...options }] of Object.entries(STORES_1)) {
        const created = opening.result.createObjectStore(table, options);
        for (const [index, path] of Object.entries(indexes))
          created.createIndex(index, path, { unique: index === 'postKey' });
        for (const row of STORED_1[table as keyof typeof STORED_1]) created.add(row);
      }
    };
  });
  opened.close();
  store = new ReportStore('1.2.3', name, () => 5_000);
});
afterEach(() => store.close());

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
  expect(await store.list()).toEqual(STORED_1.reports.toReversed());
  const full = await store.get('1');
  expect(full?.history).toEqual(STORED_1.history.filter(({ reportId }) => reportId === '1'));
  expect(full?.evidence.map(({ id }) => id)).toEqual(['1:1']);
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
  await store.remove('2');
  expect(await store.tallies(['a/x'])).toEqual([{ rule: 'a/x', reported: 0, dismissed: 2 }]);
});

test('a picture can be set for a filing of before filings had names', async () => {
  await store.setPicture({ reportId: '2', seq: 2, blob: new Blob(['x'], { type: 'image/webp' }) });
  expect((await store.get('2'))?.evidence.map(({ id }) => id)).toEqual(['2:2']);
});
