import '../../support/indexeddb';
import { describe, expect, test, vi } from 'vitest';
import { StorageError } from '@/utils/errors';
import type { Report } from '@/utils/model/report';
import type { StoredReport } from '@/utils/storage/tables';
import { newDatabaseName } from '../../support/database-name';
import { draftAt, postOf, useStore, whole } from './support';

const session = useStore();

async function fileThree(): Promise<string[]> {
  const ids: string[] = [];
  for (const id of ['1', '2', '3']) {
    ids.push((await session.store.file(draftAt(1_000, { post: postOf(id) }))).reportId);
  }
  return ids;
}
const reportOf = async (id: string): Promise<Report> => (await whole(session.store, id)).report;
const actionsOf = async (id: string) => (await whole(session.store, id)).history.map(({ action }) => action);

describe('an edit', () => {
  test('of many reports is one write, and names those that it has changed', async () => {
    const ids = await fileThree();
    await session.store.edit(ids[1]!, { action: 'status', status: 'confirmed' });
    session.time = 2_000;
    const batch = await session.store.editMany([...ids, ids[0]!], { action: 'status', status: 'confirmed' });
    expect(batch.reportIds).toEqual([ids[0], ids[2]]);
    expect(batch.entries).toHaveLength(2);
    expect(await reportOf(ids[0]!)).toMatchObject({
      status: 'confirmed',
      decidedAt: 2_000,
      updatedAt: 2_000,
    });
    expect(await reportOf(ids[1]!)).toMatchObject({ decidedAt: 1_000, updatedAt: 1_000 });
    expect((await session.store.totals()).statuses).toEqual({ confirmed: 3 });
  });

  test('of many is refused as a whole when one is gone', async () => {
    const ids = await fileThree();
    await expect(session.store.editMany([...ids, 'gone'], { action: 'note', note: '备注' })).rejects.toThrow(
      StorageError,
    );
    expect((await reportOf(ids[0]!)).note).toBe('');
    expect((await session.store.verify()).found).toBe(0);
  });

  test('adds tags and takes them away, each once, and leaves none behind', async () => {
    const [id] = await fileThree();
    await session.store.edit(id!, { action: 'tags', add: ['摆拍', '待复核', '摆拍'], remove: [] });
    expect((await reportOf(id!)).tags).toEqual(['摆拍', '待复核']);
    expect(
      (await session.store.edit(id!, { action: 'tags', add: ['摆拍'], remove: ['无'] })).entries,
    ).toEqual([]);
    await session.store.edit(id!, { action: 'tags', add: [], remove: ['摆拍', '待复核'] });
    expect('tags' in (await reportOf(id!))).toBe(false);
    expect(await actionsOf(id!)).toEqual(['filed', 'tags', 'tags']);
  });

  test('gives a report to a reviewer and takes it away', async () => {
    const [id] = await fileThree();
    await session.store.edit(id!, { action: 'assignee', assignee: '小林' });
    expect((await reportOf(id!)).assignee).toBe('小林');
    await session.store.edit(id!, { action: 'assignee', assignee: '' });
    expect('assignee' in (await reportOf(id!))).toBe(false);
  });

  test('keeps the time of the first decision, and none for what is undecided again', async () => {
    const [id] = await fileThree();
    session.time = 2_000;
    await session.store.edit(id!, { action: 'status', status: 'confirmed' });
    session.time = 3_000;
    await session.store.edit(id!, { action: 'status', status: 'submitted' });
    expect((await reportOf(id!)).decidedAt).toBe(2_000);
    await session.store.edit(id!, { action: 'status', status: 'new' });
    expect('decidedAt' in (await reportOf(id!))).toBe(false);
  });

  test('stays when the post is reported again', async () => {
    const [id] = await fileThree();
    await session.store.edit(id!, { action: 'tags', add: ['摆拍'], remove: [] });
    await session.store.edit(id!, { action: 'assignee', assignee: '小林' });
    await session.store.edit(id!, { action: 'status', status: 'confirmed' });
    await session.store.file(draftAt(1_000, { post: postOf('1', '改过') }));
    expect(await reportOf(id!)).toMatchObject({
      tags: ['摆拍'],
      assignee: '小林',
      status: 'confirmed',
      decidedAt: 1_000,
      post: { text: '改过' },
    });
  });
});

describe('taking changes back', () => {
  test('of many at once brings each report back to what it was', async () => {
    const ids = await fileThree();
    await session.store.edit(ids[0]!, { action: 'status', status: 'dismissed' });
    const before = await Promise.all(ids.map(reportOf));
    session.time = 5_000;
    const { entries } = await session.store.editMany(ids, { action: 'status', status: 'confirmed' });
    expect(await session.store.undoEntries(entries)).toEqual({ undone: ids, kept: [] });
    const content = ({ status, decidedAt }: Report) => ({ status, decidedAt });
    expect((await Promise.all(ids.map(reportOf))).map(content)).toEqual(before.map(content));
    expect(await actionsOf(ids[1]!)).toEqual(['filed', 'status', 'reverted']);
  });

  test('leaves a value that was changed again since, and says so', async () => {
    const ids = await fileThree();
    const { entries } = await session.store.editMany(ids, { action: 'note', note: '一' });
    await session.store.edit(ids[1]!, { action: 'note', note: '二' });
    await session.store.edit(ids[2]!, { action: 'status', status: 'confirmed' });
    expect(await session.store.undoEntries(entries)).toEqual({ undone: [ids[0], ids[2]], kept: [ids[1]] });
    expect((await reportOf(ids[1]!)).note).toBe('二');
    expect(await reportOf(ids[2]!)).toMatchObject({ note: '', status: 'confirmed' });
  });

  test('can itself be taken back', async () => {
    const [id] = await fileThree();
    const { entries } = await session.store.edit(id!, { action: 'note', note: '一' });
    await session.store.undoEntries(entries);
    const undo = (await whole(session.store, id!)).history.at(-1)!;
    expect(undo).toMatchObject({ action: 'reverted', to: entries[0] });
    expect(await session.store.undoEntries(entries)).toMatchObject({ undone: [], kept: [id] });
    await session.store.undoEntries([undo.seq]);
    expect((await reportOf(id!)).note).toBe('一');
  });

  test('works at any depth: a report stands again as it did after any of its entries', async () => {
    const [id] = await fileThree();
    const states = [await reportOf(id!)];
    for (const edit of [
      { action: 'note', note: '一' },
      { action: 'status', status: 'confirmed' },
      { action: 'tags', add: ['摆拍'], remove: [] },
      { action: 'assignee', assignee: '小林' },
      { action: 'categories', categories: ['2025-4/ai-label-missing'] },
      { action: 'note', note: '二' },
    ] as const) {
      await session.store.edit(id!, edit as Parameters<typeof session.store.edit>[1]);
      states.push(await reportOf(id!));
    }
    await session.store.file(draftAt(1_000, { post: postOf('1', '改过') }));
    const { history } = await whole(session.store, id!);
    for (const [i, { seq }] of history.slice(0, states.length).entries()) {
      await session.store.revertTo(id!, seq);
      const {
        rev: _rev,
        seal: _seal,
        chain: _chain,
        updatedAt: _at,
        ...was
      } = states[i] as Report & {
        rev: number;
        seal: string;
        chain: string;
      };
      const {
        rev: _r,
        seal: _s,
        chain: _c,
        updatedAt: _u,
        ...is
      } = (await reportOf(id!)) as typeof was & {
        rev: number;
        seal: string;
        chain: string;
        updatedAt: number;
      };
      expect(is, `after entry ${seq}`).toEqual(was);
    }
    expect(await session.store.verify()).toMatchObject({ found: 0 });
  });

  test('to where it stands already writes nothing, and a foreign entry is refused', async () => {
    const [one, two] = await fileThree();
    const { history } = await whole(session.store, one!);
    expect(await session.store.revertTo(one!, history[0]!.seq)).toEqual({ reportIds: [], entries: [] });
    await expect(session.store.revertTo(two!, history[0]!.seq)).rejects.toThrow(/no history entry/);
  });

  test('to the same decision, made at another time, writes nothing', async () => {
    const [id] = await fileThree();
    session.time = 2_000;
    await session.store.edit(id!, { action: 'status', status: 'confirmed' });
    const decided = (await whole(session.store, id!)).history.at(-1)!;
    for (const status of ['new', 'confirmed'] as const) {
      session.time += 1_000;
      await session.store.edit(id!, { action: 'status', status });
    }
    const stands = await reportOf(id!);
    expect(await session.store.revertTo(id!, decided.seq)).toEqual({ reportIds: [], entries: [] });
    expect(await reportOf(id!)).toEqual(stands);
  });

  test('does not bring back what the reader has taken out since', async () => {
    const [id] = await fileThree();
    const { history } = await whole(session.store, id!);
    await session.store.edit(id!, { action: 'note', note: '一' });
    await session.store.file(draftAt(1_000, { post: postOf('1'), withheld: ['author'] }));
    await session.store.revertTo(id!, history[0]!.seq);
    expect(await reportOf(id!)).toMatchObject({ note: '', withheld: ['author'], post: { author: {} } });
    expect(JSON.stringify(await whole(session.store, id!))).not.toContain('山间小院');
    expect(await session.store.verify()).toMatchObject({ found: 0 });
  });
});

describe('entries', () => {
  test('carry the name of the reviewer', async () => {
    const { ReportStore } = await import('@/utils/storage/reports');
    const store = new ReportStore(
      '1',
      newDatabaseName(),
      () => 1,
      async () => '小林',
    );
    const { reportId } = await store.file(draftAt(1));
    expect((await whole(store, reportId)).history).toMatchObject([{ action: 'filed', by: '小林' }]);
    store.close();
    const [id] = await fileThree();
    expect('by' in (await whole(session.store, id!)).history[0]!).toBe(false);
  });
});

describe('whole reports', () => {
  test('are added as well when another window writes while they are sealed', async () => {
    const [id] = await fileThree();
    const { rev: _rev, seal: _seal, chain: _chain, ...report } = (await reportOf(id!)) as StoredReport;
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    const sealing = vi.spyOn(crypto.subtle, 'digest').mockImplementationOnce(async (...args) => {
      await session.store.edit(id!, { action: 'note', note: '同时' });
      return digest(...args);
    });
    const fresh = { ...report, id: 'fresh', postKey: 'zhihu:answer:1' } as const;
    expect(await session.store.addMany([fresh])).toEqual({ added: ['fresh'], known: [] });
    sealing.mockRestore();
    expect(await reportOf(id!)).toMatchObject({ note: '同时' });
    expect(await session.store.verify()).toMatchObject({ found: 0, checked: { reports: 4, history: 5 } });
  });

  test('are added once: what is there already is left alone and named', async () => {
    const [id] = await fileThree();
    const {
      rev: _rev,
      seal: _seal,
      chain: _chain,
      ...report
    } = (await reportOf(id!)) as Report & {
      rev: number;
      seal: string;
      chain: string;
    };
    const fresh = { ...report, id: 'fresh', postKey: 'zhihu:answer:1', note: '新' } as const;
    const samePost = { ...report, id: 'same-post' };
    expect(await session.store.addMany([report, fresh, samePost])).toEqual({
      added: ['fresh'],
      known: [id, 'same-post'],
    });
    expect(await session.store.count()).toBe(4);
    expect(await actionsOf('fresh')).toEqual(['filed']);
    expect(await session.store.verify()).toMatchObject({ found: 0, checked: { reports: 4, history: 4 } });
  });
});
