// @vitest-environment node
// In happy-dom a blob does not survive being stored.
import { describe, expect, test } from 'vitest';
import { accountOf } from '@/utils/merge/accounts';
import type { IncomingReport } from '@/utils/model/exchange';
import type { ImportPart } from '@/utils/storage/reports';
import { makePost, makeReport } from '../../support/builders';
import { ME, OTHERS } from '../merge/arbitraries';
import { contentOf, importInto, incomingOf, partOf } from './exchange-support';
import { draftAt, listOf, postOf, useStore, whole } from './support';

const [ANNA, BEN] = OTHERS as [(typeof OTHERS)[number], (typeof OTHERS)[number]];
const session = useStore();

const importFrom = (...args: [typeof ANNA, ImportPart[], boolean?]) => importInto(session.store, ...args);
const only = async () => whole(session.store, (await listOf(session.store))[0]!.id);

describe('a report of somebody else', () => {
  test('on a post that has none here is adopted, with its own times', async () => {
    const theirs = {
      note: '摆拍',
      status: 'confirmed' as const,
      decidedAt: 300,
      createdAt: 100,
      updatedAt: 300,
    };
    await importFrom(ANNA, [partOf(incomingOf(theirs))]);
    const { report, history } = await only();
    expect(report).toMatchObject({ ...theirs, adopted: 'r1', statusFrom: 'r1' });
    expect(report.id).not.toBe('report-1');
    expect(report.accounts?.map(({ reviewer }) => reviewer)).toEqual([ANNA]);
    expect(history.map(({ action, at }) => [action, at])).toEqual([['imported', 1_000]]);
  });

  test('changes nothing that was said here', async () => {
    const { store } = session;
    const { reportId } = await store.file(draftAt(900, { note: '自己的' }));
    const before = (await whole(store, reportId)).report;
    await importFrom(ANNA, [partOf(incomingOf({ note: '别人的', status: 'dismissed', updatedAt: 9_000 }))]);
    const { report, history } = await whole(store, reportId);
    expect(report).toMatchObject({ note: '自己的', status: 'new', updatedAt: before.updatedAt });
    expect(report.accounts).toMatchObject([{ reviewer: ANNA, report: { note: '别人的' } }]);
    expect(history.at(-1)).toMatchObject({ action: 'merged', before: { accounts: undefined } });
  });

  test('becomes one’s own by an edit; what comes later only stands beside it', async () => {
    const { store } = session;
    await importFrom(ANNA, [partOf(incomingOf({ status: 'confirmed', decidedAt: 5, updatedAt: 5 }))]);
    const { report } = await only();
    await store.edit(report.id, { action: 'note', note: '我看过' });
    expect((await only()).report).toMatchObject({ note: '我看过', statusFrom: 'r1' });
    expect((await only()).report.adopted).toBeUndefined();
    await importFrom(BEN, [partOf(incomingOf({ status: 'dismissed', decidedAt: 9, updatedAt: 9 }))]);
    const { report: now } = await only();
    expect(now).toMatchObject({ status: 'confirmed', note: '我看过' });
    expect(now.accounts).toHaveLength(2);
  });

  test('is adopted again when the edit is taken back, but not when more was said', async () => {
    const { store } = session;
    await importFrom(ANNA, [partOf(incomingOf({ status: 'confirmed', decidedAt: 5, updatedAt: 5 }))]);
    const { report } = await only();
    const note = await store.edit(report.id, { action: 'note', note: '一' });
    await store.undoEntries(note.entries);
    expect((await only()).report).toMatchObject({ adopted: 'r1', statusFrom: 'r1', note: '' });
    const status = await store.edit(report.id, { action: 'status', status: 'dismissed' });
    await store.edit(report.id, { action: 'note', note: '二' });
    await store.undoEntries(status.entries);
    const { report: now } = await only();
    expect(now).toMatchObject({ status: 'confirmed', statusFrom: 'r1', note: '二' });
    expect(now.adopted).toBeUndefined();
  });

  test('stays theirs when a check is let pass, and the next import keeps that', async () => {
    const { store } = session;
    await importFrom(ANNA, [partOf(incomingOf({ updatedAt: 5 }))]);
    const overruled = [{ check: 'satire', for: 'export' as const, at: 900 }];
    await store.edit((await only()).report.id, { action: 'overruled', overruled });
    await importFrom(ANNA, [partOf(incomingOf({ note: '新的', updatedAt: 9 }))]);
    expect((await only()).report).toMatchObject({ adopted: 'r1', note: '新的', updatedAt: 9, overruled });
  });

  test('filed here is one’s own, and adopted again when that is taken back', async () => {
    const { store } = session;
    await importFrom(ANNA, [partOf(incomingOf({ post: postOf('p'), tags: ['甲'], createdAt: 3 }))]);
    const before = await contentOf(store);
    const { reportId, seq } = await store.file(draftAt(1_000, { post: postOf('p'), withheld: ['author'] }));
    const filed = (await only()).report;
    expect(filed).toMatchObject({ id: reportId, tags: ['甲'] });
    expect(filed.adopted).toBeUndefined();
    expect(filed.accounts?.[0]?.report.post.author).toEqual({});
    expect(JSON.stringify((await only()).history)).not.toContain('山间小院');
    expect(await store.undoFiling(reportId, seq)).toBe(true);
    expect((await only()).report).toMatchObject({ adopted: 'r1', createdAt: 3 });
    expect(Object.keys(await contentOf(store))).toEqual(Object.keys(before));
  });

  test('stays when the filing that it had met is taken back', async () => {
    const { store } = session;
    const { reportId, seq } = await store.file(draftAt(900, { note: '自己的' }));
    await importFrom(ANNA, [partOf(incomingOf({ note: '别人的' }))]);
    expect(await store.undoFiling(reportId, seq)).toBe(true);
    expect((await only()).report).toMatchObject({ id: reportId, note: '别人的', adopted: 'r1' });
    expect((await store.verify()).found).toBe(0);
  });
});

describe('what is taken over', () => {
  test('is an edit of the reader’s, and a decision says whose it is', async () => {
    const { store } = session;
    const { reportId } = await store.file(draftAt(900, { note: '自己的' }));
    const theirs = { note: '别人的', status: 'dismissed' as const, tags: ['乙'] };
    const id = await importFrom(ANNA, [partOf(incomingOf(theirs), ['status', 'note', 'tags'])]);
    const { report, history } = await whole(store, reportId);
    expect(report).toMatchObject({ ...theirs, statusFrom: 'r1' });
    expect(history.map(({ action }) => action)).toEqual(['filed', 'merged', 'status', 'note', 'tags']);
    expect((await store.imports())[0]?.counts).toMatchObject({ merged: 1, taken: 3 });
    expect(await store.undoImport(id)).toEqual({ removed: 0, restored: 1, kept: 0 });
    const { report: back } = await whole(store, reportId);
    expect(back).toMatchObject({ note: '自己的', status: 'new' });
    expect([back.tags, back.decidedAt, back.accounts, back.statusFrom]).toEqual(Array(4).fill(undefined));
  });

  test('stays where it was changed since', async () => {
    const { store } = session;
    const { reportId } = await store.file(draftAt(900, { note: '自己的' }));
    const id = await importFrom(ANNA, [
      partOf(incomingOf({ note: '别人的', tags: ['乙'] }), ['note', 'tags']),
    ]);
    await store.edit(reportId, { action: 'note', note: '再改' });
    expect(await store.undoImport(id)).toEqual({ removed: 0, restored: 0, kept: 1 });
    const { report } = await whole(store, reportId);
    expect(report.note).toBe('再改');
    expect([report.tags, report.accounts]).toEqual([undefined, undefined]);
  });
});

describe('a file of one’s own', () => {
  test('brings somebody else’s report back under its id, with what was let pass for it', async () => {
    const overruled = [{ check: 'satire', for: 'export' as const, at: 900 }];
    const theirs = accountOf(incomingOf({ updatedAt: 5 }), ANNA);
    const row = { adopted: ANNA.id, accounts: [theirs], overruled, id: 'row-of-mine' };
    await importFrom(ME, [partOf(incomingOf(row))], true);
    expect((await only()).report).toMatchObject({ id: 'row-of-mine', adopted: ANNA.id, overruled });
  });

  const history: IncomingReport['history'] = [
    { seq: 41, reportId: 'report-1', at: 100, action: 'filed', filing: 'f' },
    { seq: 57, reportId: 'report-1', at: 200, action: 'note', before: { note: '旧' } },
    { seq: 60, reportId: 'report-1', at: 210, action: 'reverted', to: 57, before: { note: '新' } },
  ];
  const visits: IncomingReport['visits'] = [{ seq: 8, reportId: 'report-1', at: 300, changes: ['gone'] }];

  test('brings a report back whole', async () => {
    const { store } = session;
    await store.file(draftAt(900, { post: postOf('other') }));
    const pictures = [{ at: 150, filing: 41, blob: new Blob(['picture']) }];
    const incoming = incomingOf({ note: '旧' }, { history, visits });
    await importFrom(ME, [{ incoming, pictures, take: [] }]);
    const full = await whole(store, 'report-1');
    expect(full.report).toMatchObject({ note: '旧', createdAt: incoming.report.createdAt });
    expect([full.report.adopted, full.report.accounts]).toEqual([undefined, undefined]);
    expect(full.history.map(({ seq, action, at, to }) => ({ seq, action, at, to }))).toEqual([
      { seq: 2, action: 'filed', at: 100, to: undefined },
      { seq: 3, action: 'note', at: 200, to: undefined },
      { seq: 4, action: 'reverted', at: 210, to: 3 },
      { seq: 5, action: 'imported', at: 1_000, to: undefined },
    ]);
    expect(full.visits).toMatchObject([{ at: 300, changes: ['gone'] }]);
    expect(full.evidence).toMatchObject([{ id: 'report-1:2', at: 150 }]);
    expect((await store.verify()).found).toBe(0);
    await store.setPicture({ reportId: 'report-1', seq: 2, blob: null });
    expect((await store.verify()).found).toBe(0);
  });

  test('is the reader’s too when they say so of another reviewer’s id', async () => {
    await importFrom(ANNA, [partOf(incomingOf({}, { history }))], true);
    expect((await only()).report.adopted).toBeUndefined();
    expect((await only()).history).toHaveLength(4);
  });

  test('keeps what stands here', async () => {
    const { store } = session;
    const { reportId } = await store.file(draftAt(900, { note: '现在的' }));
    await importFrom(ME, [partOf(incomingOf({ note: '旧' }, { visits }))]);
    const { report, visits: seen } = await whole(store, reportId);
    expect(report.note).toBe('现在的');
    expect(report.accounts).toBeUndefined();
    expect(seen).toHaveLength(1);
  });

  test('makes an adopted report the reader’s own', async () => {
    const { store } = session;
    const adopted = await importFrom(ANNA, [partOf(incomingOf({ note: '别人的' }))]);
    const id = await importFrom(ME, [partOf(incomingOf({ note: '我的' }))]);
    expect((await only()).report).toMatchObject({ note: '我的', accounts: [{ reviewer: ANNA }] });
    expect((await only()).report.adopted).toBeUndefined();
    expect(await store.undoImport(id)).toMatchObject({ restored: 1 });
    expect((await only()).report).toMatchObject({ note: '别人的', adopted: 'r1' });
    expect(await store.undoImport(adopted)).toEqual({ removed: 1, restored: 0, kept: 0 });
  });

  test('is given another id where a report on another post has it', async () => {
    const { store } = session;
    await store.addMany([makeReport({ post: makePost({ id: 'q' }) })]);
    await importFrom(ME, [partOf(incomingOf({}, { history }))]);
    const ids = (await listOf(store)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect((await store.verify()).found).toBe(0);
  });
});

test('nothing is written for an import that is not running', async () => {
  const { store } = session;
  const id = await importFrom(ANNA, []);
  await expect(store.importReports(id, [partOf(incomingOf({}))])).rejects.toMatchObject({
    reason: 'unknown',
  });
  await expect(store.undoImport('none')).rejects.toMatchObject({ reason: 'unknown' });
  expect(await store.count()).toBe(0);
});
