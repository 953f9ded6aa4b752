import '../../support/indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planImport } from '@/utils/exchange/import-plan';
import { namedReviewer } from '@/utils/exchange/whose-file';
import { ReportStore } from '@/utils/storage/reports';
import { makeReport } from '../../support/builders';
import { newDatabaseName } from '../../support/database-name';
import { behindItsBack } from '../storage/raw';
import { csvFile, ME, ndjsonFile, reportOn, THEM } from './import-files';

let store: ReportStore;
let name: string;
beforeEach(() => {
  name = newDatabaseName();
  store = new ReportStore('0.1.0', name, () => Date.UTC(2026, 9, 9));
});
afterEach(() => store.close());

const plan = (file: File, whose = {}) => planImport(file, { store, me: ME, whose });
/** As it is here: the same reading of the same post. */
const here = (id: string, parts = {}) => makeReport({ ...reportOn(id, parts), id: `here-${id}` });

describe('a file of another reviewer', () => {
  test('is counted against what is here, and nothing is written', async () => {
    await store.addMany([here('a'), here('b', { note: '我的备注' })]);
    const rev = (await store.state()).rev;
    const file = ndjsonFile([reportOn('a'), reportOn('b', { note: '别的备注' }), reportOn('c')]);
    const preview = await plan(file);
    expect(preview.counts).toMatchObject({ new: 1, same: 0, added: 1, differs: 1, problems: 0 });
    expect(preview.whose).toMatchObject({ mine: false, sender: THEM, nameless: 0 });
    expect(preview.isFromHere).toBe(false);
    expect(preview.differing).toMatchObject([
      {
        plan: {
          row: 3,
          headline: '标题 b',
          differences: [{ field: 'note', here: '我的备注', theirs: [{ reviewer: THEM, value: '别的备注' }] }],
        },
        hereAt: here('b').updatedAt,
        reviewer: THEM,
      },
    ]);
    expect(await store.state()).toMatchObject({ rev, reports: 2 });
    expect(await store.imports()).toEqual([]);
  });

  test('rows with problems are named, and the good ones still counted', async () => {
    const preview = await plan(
      ndjsonFile([reportOn('a')], { odd: ['{"kind":"report"', '{"kind":"report"}'] }),
    );
    expect(preview.counts).toMatchObject({ new: 1, problems: 2 });
    expect(preview.problems.map(({ code, row }) => [code, row])).toEqual([
      ['row-json', 3],
      ['row-shape', 4],
    ]);
    expect(preview.fatal).toBeUndefined();
  });

  test('a post whose row here cannot be read is counted apart', async () => {
    await store.addMany([here('a')]);
    await behindItsBack(name, 'reports', (rows) => {
      const request = rows.get('here-a');
      request.onsuccess = () => rows.put({ ...request.result, status: 7 });
      return request;
    });
    expect((await plan(ndjsonFile([reportOn('a')]))).counts).toMatchObject({ new: 0, damaged: 1 });
  });

  test('more reports than are looked up at once are all counted', async () => {
    const many = Array.from({ length: 450 }, (_, i) => reportOn(`p${i}`));
    await store.addMany(many.slice(0, 230).map(({ post }) => here(post.id)));
    const { counts } = await plan(ndjsonFile(many));
    expect(counts).toMatchObject({ new: 220, added: 230 });
  });
});

describe('whose file it is', () => {
  test('one from this copy is the reader’s own', async () => {
    const preview = await plan(ndjsonFile([reportOn('a')], { reviewer: ME }));
    expect(preview.whose).toMatchObject({ mine: true, sender: ME });
    expect(preview.isFromHere).toBe(true);
  });

  test('one of another id is theirs when the reader says so', async () => {
    await store.addMany([here('a', { note: '一' })]);
    const preview = await plan(ndjsonFile([reportOn('a', { note: '二' })]), { mine: true });
    expect(preview.whose.mine).toBe(true);
    expect(preview.differing[0]?.reviewer).toEqual(ME);
  });

  test('is not told by a table without names, until the reader has said it', async () => {
    const file = csvFile([reportOn('a'), reportOn('b')]);
    expect((await plan(file)).whose).toMatchObject({ sender: undefined, named: [], nameless: 2 });
    const sender = namedReviewer('小鉴');
    expect((await plan(file, { sender })).whose).toMatchObject({ mine: false, sender, nameless: 2 });
    expect((await plan(file, { mine: true })).whose).toMatchObject({ mine: true });
  });

  test('is told by the rows of a table, of one reviewer or of several', async () => {
    const reports = [reportOn('a'), reportOn('b')];
    const one = await plan(csvFile(reports, [THEM]));
    expect(one.whose).toMatchObject({ sender: THEM, named: [THEM], nameless: 0 });
    const two = await plan(csvFile(reports, [THEM, ME]));
    expect(two.whose).toMatchObject({ sender: undefined, named: [THEM, ME], nameless: 0 });
  });

  test('a table of the reader’s own is theirs when they say that its one reviewer is them', async () => {
    await store.addMany([here('a', { note: '一' })]);
    const file = csvFile([reportOn('a', { note: '二' })], [THEM]);
    const preview = await plan(file, { mine: true, sender: THEM });
    expect(preview.differing).toMatchObject([{ reviewer: ME, plan: { differences: [{ field: 'note' }] } }]);
  });

  test('a file that is none of ours is fatal, and counts nothing', async () => {
    const preview = await plan(new File(['item_id,title\n1,2\n'], 'works.csv'));
    expect(preview.fatal).toMatchObject({ code: 'not-ours' });
    expect(preview.counts).toMatchObject({ new: 0, same: 0, added: 0, differs: 0, problems: 1 });
  });

  test('a name is one reviewer however it was typed', () => {
    expect(namedReviewer(' 小鉴 ')).toEqual(namedReviewer('小鉴'));
    expect(namedReviewer('Ame\u0301lie')).toEqual(namedReviewer('Am\u00e9lie'));
  });
});

describe('a backup', () => {
  test('tells of its dismissals and settings', async () => {
    const preview = await plan(
      ndjsonFile([reportOn('a')], {
        reviewer: ME,
        backup: true,
        dismissals: [{ postKey: 'zhihu:answer:9', rules: ['x'], at: 5 }],
        settings: { savedViews: [] },
      }),
    );
    expect(preview.counts.dismissals).toBe(1);
    expect(preview.settings).toEqual({ savedViews: [] });
  });
});

test('progress is told in bytes of the file, and cancelling rejects', async () => {
  const file = ndjsonFile(Array.from({ length: 40 }, (_, i) => reportOn(`p${i}`)));
  const seen: number[] = [];
  await planImport(file, {
    store,
    me: ME,
    onProgress: (done, total) => {
      expect(total).toBe(file.size);
      seen.push(done);
    },
  });
  expect(seen.at(-1)).toBe(file.size);
  const cancel = new AbortController();
  cancel.abort();
  await expect(planImport(file, { store, me: ME, signal: cancel.signal })).rejects.toThrow(
    expect.objectContaining({ name: 'AbortError' }),
  );
});
