// @vitest-environment node
// In happy-dom a blob does not survive being stored.
import { describe, expect, test } from 'vitest';
import type { IncomingReport } from '@/utils/model/exchange';
import type { Report } from '@/utils/model/report';
import { makePost } from '../../support/builders';
import { ME, OTHERS } from '../merge/arbitraries';
import { contentOf, importInto, incomingOf, partOf } from './exchange-support';
import { draftAt, listOf, postOf, useStore, whole } from './support';

const [ANNA, BEN] = OTHERS as [(typeof OTHERS)[number], (typeof OTHERS)[number]];
const session = useStore();
const only = async () => whole(session.store, (await listOf(session.store))[0]!.id);
const picture = (text: string) => ({ at: 5, filing: 1, blob: new Blob([text]) });
const saidBy = (reviewer: typeof ANNA, parts: Partial<Report>) => {
  const { accounts: _accounts, adopted: _adopted, ...report } = incomingOf(parts).report;
  return { reviewer, report, steps: [] };
};

describe('a picture that the reader has changed or taken away', () => {
  const incoming = incomingOf({});
  const again = () => importInto(session.store, ANNA, [{ incoming, pictures: [picture('face')], take: [] }]);
  const hashes = async () => (await only()).evidence.length;

  test('does not come back with the file that it came from', async () => {
    const { store } = session;
    await again();
    const { report, history } = await only();
    const { seq } = history.find((entry) => entry.picture)!;
    await store.setPicture({ reportId: report.id, seq, blob: new Blob(['blacked out']) });
    const second = await again();
    const [kept] = (await only()).evidence;
    expect(await hashes()).toBe(1);
    expect(await kept!.blob.text()).toBe('blacked out');
    const row = (await store.imports()).find(({ id }) => id === second);
    expect(row?.counts).toMatchObject({ same: 1, pictures: 0 });
    expect((await store.belongingsOf([report.id])).get(report.id)?.pictures.size).toBe(2);
    await store.removePictures([report.id]);
    await again();
    expect(await hashes()).toBe(0);
    expect((await store.verify()).found).toBe(0);
  });

  test('of their own filing does not come with somebody else’s file', async () => {
    const { store } = session;
    const { reportId, seq } = await store.file(draftAt(900), new Blob(['face']));
    await store.setPicture({ reportId, seq, blob: null });
    await again();
    expect(await hashes()).toBe(0);
  });

  test('comes again when it went with an import that was taken back, or was put back', async () => {
    const { store } = session;
    await store.file(draftAt(900));
    await store.undoImport(await again());
    expect(await hashes()).toBe(0);
    await again();
    expect(await hashes()).toBe(1);
    await store.restorePictures(await store.removePictures([(await only()).report.id]));
    expect(await hashes()).toBe(1);
  });
});

describe('what the reader keeps out of a report', () => {
  test('stays out when a file says that it is withheld and holds it all the same', async () => {
    const { store } = session;
    await store.file(draftAt(900, { withheld: ['author'] }));
    const post = makePost({ author: { name: '山间小院', id: 'u1' } });
    const report = { post, withheld: ['author' as const] };
    await importInto(store, ANNA, [partOf(incomingOf(report))]);
    const [account] = (await only()).report.accounts!;
    expect(account!.report.post.author).toEqual({});
  });
});

describe('an id from a file', () => {
  test.each(['a?b', '../x', 'a b', 'x'.repeat(100), '__proto__', 'report:1', '"><b>'])(
    '%s is not taken over where it could not stand in an address',
    async (id) => {
      await importInto(session.store, ME, [partOf(incomingOf({ id }))]);
      const [report] = await listOf(session.store);
      expect(report!.id).toMatch(/^[0-9a-f-]{36}$/);
      expect(report!.adopted).toBeUndefined();
    },
  );
});

test('names that every object has are counted like others', async () => {
  const { store } = session;
  const names = ['__proto__', 'constructor', 'toString'];
  const post = makePost({ site: 'constructor', kind: 'video', id: '__proto__' });
  const key = 'constructor:video:__proto__' as const;
  await importInto(store, ANNA, [partOf(incomingOf({ post: { ...post, key }, categories: names }))]);
  const { sites, categories } = await store.totals();
  expect(Object.entries(sites)).toEqual([['constructor', 1]]);
  expect(Object.entries(categories).toSorted()).toEqual(names.map((name) => [name, 1]).toSorted());
  expect((await store.verify()).found).toBe(0);
});

describe('a file that says what the reader said', () => {
  const planted = (rest: Partial<IncomingReport['report']> = {}) =>
    incomingOf({ ...rest, accounts: [saidBy(ME, { status: 'confirmed', decidedAt: 9, note: '栽赃' })] });

  test('makes no report of the reader’s own, only an account that is told of them', async () => {
    await importInto(session.store, ANNA, [partOf(planted({ note: '安' }))]);
    const { report } = await only();
    expect(report.adopted).toBeDefined();
    expect(report.accounts?.map(({ reviewer }) => reviewer.id)).toEqual(['me', 'r1']);
  });

  test('changes nothing of a report of the reader’s own, whoever the file claims to be of', async () => {
    const { store } = session;
    await store.file(draftAt(900, { note: '自己的' }));
    const before = await contentOf(store);
    await importInto(store, ANNA, [partOf(incomingOf({ ...planted().report, adopted: ME.id }))]);
    await importInto(store, ME, [
      partOf(incomingOf({ note: '冒充', updatedAt: 9_999, status: 'dismissed' })),
    ]);
    expect(await contentOf(store)).toEqual(before);
    expect((await only()).report.accounts).toBeUndefined();
  });

  test('says the same in any order, also of what the reader had lost', async () => {
    const { store } = session;
    const older = incomingOf({ accounts: [saidBy(ME, { note: '先', updatedAt: 5 })] });
    const newer = incomingOf({ accounts: [saidBy(ME, { note: '后', updatedAt: 7 })] });
    const own = incomingOf({ note: '备份', updatedAt: 6 });
    const orders = [
      [older, newer, own],
      [own, newer, older],
      [newer, own, older],
    ];
    const contents: unknown[] = [];
    for (const order of orders) {
      for (const each of order) await importInto(store, each === own ? ME : ANNA, [partOf(each)]);
      contents.push(await contentOf(store));
      await store.removeMany((await listOf(store)).map(({ id }) => id));
    }
    expect(contents[1]).toEqual(contents[0]);
    expect(contents[2]).toEqual(contents[0]);
    expect(contents[0]).toMatchObject({ [own.report.postKey]: { said: { note: '备份' } } });
  });
});

describe('backups of one’s own in any order', () => {
  const older = incomingOf({ note: '先', tags: ['甲'], updatedAt: 5 });
  const newer = incomingOf({ note: '后', updatedAt: 7 });

  test('make what the newest one says, as long as nothing was done here since', async () => {
    const { store } = session;
    for (const order of [
      [older, newer],
      [newer, older],
    ]) {
      const ids: string[] = [];
      for (const each of order) ids.push(await importInto(store, ME, [partOf(each)]));
      expect((await only()).report).toMatchObject({ note: '后', updatedAt: 7, restored: { steps: 0 } });
      expect((await only()).report.tags).toBeUndefined();
      for (const id of ids.reverse()) expect(await store.undoImport(id)).toMatchObject({ kept: 0 });
      expect(await store.count()).toBe(0);
    }
    expect((await store.verify()).found).toBe(0);
  });

  test('change nothing once the reader has worked on it', async () => {
    const { store } = session;
    await importInto(store, ME, [partOf(older)]);
    await store.edit((await only()).report.id, { action: 'tags', add: ['乙'], remove: [] });
    expect((await only()).report.restored).toBeUndefined();
    await importInto(store, ME, [partOf(newer)]);
    expect((await only()).report).toMatchObject({ note: '先', tags: ['甲', '乙'] });
  });

  test('are restored again when that work is taken back', async () => {
    const { store } = session;
    await importInto(store, ME, [partOf(older)]);
    const { entries } = await store.edit((await only()).report.id, { action: 'note', note: '改' });
    await store.undoEntries(entries);
    expect((await only()).report).toMatchObject({ note: '先', restored: { steps: 0 } });
  });
});

describe('taking back one of two imports', () => {
  const visits: IncomingReport['visits'] = [{ seq: 1, reportId: 'x', at: 950, changes: ['gone'] }];
  const part = (note: string) => ({
    incoming: incomingOf({ post: postOf('p'), note }, { visits }),
    pictures: [picture('same')],
    take: [],
  });

  test('leaves what the other one had brought too', async () => {
    const { store } = session;
    const first = await importInto(store, ANNA, [part('一')]);
    await importInto(store, BEN, [part('二')]);
    await store.undoImport(first);
    const { report, visits: seen, evidence } = await only();
    expect(report).toMatchObject({ adopted: 'r2', note: '二' });
    expect([seen.length, evidence.length]).toEqual([1, 1]);
    expect((await store.verify()).found).toBe(0);
  });

  test('of one’s own report leaves what others say of its post', async () => {
    const { store } = session;
    const own = await importInto(store, ME, [partOf(incomingOf({ note: '我的' }))]);
    await importInto(store, ANNA, [partOf(incomingOf({ note: '别人的' }))]);
    expect(await store.undoImport(own)).toMatchObject({ restored: 1, kept: 0 });
    expect((await only()).report).toMatchObject({ note: '别人的', adopted: 'r1' });
  });

  test('says which posts it changed, so that open pages can be told', async () => {
    const { store } = session;
    const posts: string[] = [];
    const id = await importInto(store, ME, [partOf(incomingOf({ post: postOf('p') }))]);
    const running = await store.beginImport({ file: 'x', format: 'ndjson', sender: ME, me: ME, mine: true });
    await store.importDismissals(running, [{ postKey: postOf('q').key, rules: [], at: 1 }]);
    const onChanged = (keys: readonly string[]) => void posts.push(...keys);
    await store.undoImport(id, { onChanged });
    await store.undoImport(running, { onChanged });
    expect(posts).toEqual([postOf('p').key, postOf('q').key]);
  });
});

test('a backup that is taken back leaves the one before as it was, with its time', async () => {
  const { store } = session;
  await importInto(store, ME, [partOf(incomingOf({ note: '先', updatedAt: 5 }))]);
  const before = await contentOf(store);
  const id = await importInto(store, ME, [partOf(incomingOf({ note: '后', updatedAt: 7 }))]);
  await store.undoImport(id);
  expect(await contentOf(store)).toEqual(before);
});
