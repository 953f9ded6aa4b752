// @vitest-environment node
// In happy-dom a blob does not survive being stored.
import '../../support/indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ReportStore } from '@/utils/storage/reports';
import { readStored } from '@/utils/storage/stored-report';
import { newDatabaseName } from '../../support/database-name';
import { behindItsBack, rawRows } from './raw';
import { draftAt, postOf } from './support';

let name: string;
let store: ReportStore;
let whole: string;
let damaged: string;

beforeEach(async () => {
  name = newDatabaseName();
  store = new ReportStore('1', name, () => 1_000);
  whole = (await store.file(draftAt(1_000, { post: postOf('1') }))).reportId;
  damaged = (await store.file(draftAt(1_000, { post: postOf('2') }), new Blob(['picture']))).reportId;
  await store.recordVisit({ reportId: damaged, changes: ['gone'] });
});
afterEach(() => store.close());

async function damage(change: object): Promise<void> {
  const row = (await rawRows(name, 'reports')).find(({ id }) => id === damaged);
  await behindItsBack(name, 'reports', (rows) => rows.put({ ...row, ...change }));
}

test.each([
  ['post', undefined],
  ['post', null],
  ['post', { ...postOf('2'), url: 'no address' }],
  ['findings', 7],
  ['findings', [null]],
  ['categories', null],
  ['status', {}],
  ['createdAt', 'yesterday'],
])('a row whose %s is %j leaves the others to be worked with', async (field, value) => {
  await damage({ [field]: value });
  expect(readStored((await store.rows([damaged]))[0])).toMatchObject({ corrupt: { id: damaged } });
  const { reported } = await store.decided([postOf('1').key, postOf('2').key]);
  expect(reported.map(({ reportId }) => reportId)).toEqual([whole]);
  expect(await store.reportsAt(postOf('1').url)).toHaveLength(1);
  expect(await store.reportsAt(postOf('2').url)).toEqual([]);
  await store.edit(whole, { action: 'status', status: 'confirmed' });
  expect((await store.verify()).problems).toContainEqual(
    expect.objectContaining({ table: 'reports', key: damaged }),
  );
});

test.each([
  ['findings', 7],
  ['post', undefined],
  ['createdAt', 'yesterday'],
])(
  'a row whose %s is %j can be taken out with all that belongs to it, and put back as it was',
  async (field, value) => {
    await damage({ [field]: value });
    const rows = await Promise.all(['reports', 'history'].map((table) => rawRows(name, table)));
    const taken = await store.removeDamaged(damaged);
    expect(taken).toMatchObject({ row: { id: damaged }, history: [{}], visits: [{}], evidence: [{}] });
    expect(await store.ids()).toEqual([whole]);
    expect(await store.state()).toMatchObject({ reports: 1 });
    await store.recount();
    // What is left is whole again.
    expect((await store.verify()).found).toBe(0);
    await store.putBackDamaged(taken!);
    expect(await Promise.all(['reports', 'history'].map((table) => rawRows(name, table)))).toEqual(rows);
    expect(await store.ids()).toEqual([whole, damaged].sort());
  },
);

test('nothing is taken out where there is nothing', async () => {
  expect(await store.removeDamaged('gone')).toBeUndefined();
});
