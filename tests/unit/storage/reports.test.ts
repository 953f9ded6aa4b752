// @vitest-environment node
// In happy-dom a blob does not survive being stored.
import '../../support/indexeddb';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { StorageError } from '@/utils/errors';
import type { Report } from '@/utils/model/report';
import { type FullReport, ReportStore } from '@/utils/storage/reports';
import { makeDraft, makeFinding, makePost } from '../../support/builders';
import { newDatabaseName } from '../../support/database-name';
import { listOf } from './support';

let store: ReportStore;
let time: number;

beforeEach(() => {
  time = 1_000;
  store = new ReportStore('1.2.3', newDatabaseName(), () => time);
});
afterEach(() => store.close());

async function full(reportId: string): Promise<FullReport> {
  const found = await store.get(reportId);
  if (!found) throw new Error(`no report ${reportId}`);
  return found;
}

async function removed(reportId: string): Promise<FullReport> {
  const [full] = await store.removeMany([reportId]);
  if (!full) throw new Error(`no report ${reportId}`);
  return full;
}

async function drain(size: number): Promise<Report[][]> {
  const batches: Report[][] = [];
  for await (const batch of store.batches(size)) batches.push(batch);
  return batches;
}

const otherPost = (id: string) => makeDraft({ post: makePost({ id }) });

describe('filing', () => {
  test('stores a new report with version, times and its first history entry', async () => {
    const draft = makeDraft({ note: '看过标签' });
    const filed = await store.file(draft, new Blob(['picture']));

    expect(filed).toMatchObject({ isNew: true, screenshot: true });
    const { report, history, evidence } = await full(filed.reportId);
    expect(report).toMatchObject({
      status: 'new',
      version: '1.2.3',
      note: '看过标签',
      createdAt: 1_000,
      updatedAt: 1_000,
    });
    expect(history).toMatchObject([
      { seq: filed.seq, reportId: filed.reportId, at: 1_000, action: 'filed', filing: draft.filing },
    ]);
    expect(report).toMatchObject({
      readAt: draft.readAt,
      adapter: draft.adapter,
      answers: draft.answers,
      withheld: [],
    });
    expect(evidence).toHaveLength(1);
    expect(await store.countScreenshots()).toEqual(new Map([[filed.reportId, 1]]));
  });

  test('a second filing of the same post updates the one report and keeps what it replaced', async () => {
    const first = await store.file(makeDraft({ note: '第一次' }));
    await store.edit(first.reportId, { action: 'status', status: 'confirmed' });
    time = 2_000;
    const findings = [makeFinding({ rule: 'x', category: '2025-4/ai-label-missing' })];
    const again = await store.file(makeDraft({ post: makePost({ text: '改过的正文' }), findings }));

    expect(again).toMatchObject({ reportId: first.reportId, isNew: false });
    const { report, history } = await full(first.reportId);
    expect(report).toMatchObject({
      status: 'confirmed',
      note: '第一次',
      createdAt: 1_000,
      updatedAt: 2_000,
    });
    expect(report.post.text).toBe('改过的正文');
    expect(report.categories).toEqual(['2025-3/fake-staged', '2025-4/ai-label-missing']);
    expect(history.map(({ action }) => action)).toEqual(['filed', 'status', 'filed-again']);
    expect(history.at(-1)?.before?.post?.text).toBe(makePost().text);
    expect(await store.count()).toBe(1);
  });
});

describe('the same filing said again after a lost answer', () => {
  test('is one change, and the newer note counts', async () => {
    const draft = makeDraft();
    const first = await store.file(draft);
    const again = await store.file({ ...draft, note: 'added while waiting' });
    expect(again).toEqual(first);
    const full = await store.get(first.reportId);
    expect(full?.report.note).toBe('added while waiting');
    expect(full?.history.map(({ action }) => action)).toEqual(['filed']);
  });

  test('after an undo it files anew', async () => {
    const draft = makeDraft();
    const first = await store.file(draft);
    expect(await store.undoFiling(first.reportId, first.seq)).toBe(true);
    const again = await store.file(draft);
    expect(again.isNew).toBe(true);
    expect(await store.count()).toBe(1);
  });
});

describe('undo', () => {
  test('takes details with it that were added in the meantime', async () => {
    const { reportId, seq } = await store.file(makeDraft());
    await store.edit(reportId, { action: 'note', note: 'x' });
    expect(await store.undoFiling(reportId, seq)).toBe(true);
    expect(await store.get(reportId)).toBeUndefined();
  });

  test('of a first filing removes the report and all that belongs to it', async () => {
    const { reportId, seq } = await store.file(makeDraft(), new Blob(['picture']));
    expect(await store.undoFiling(reportId, seq)).toBe(true);
    expect(await store.get(reportId)).toBeUndefined();
    expect(await store.countScreenshots()).toEqual(new Map());
  });

  test('of a second filing brings back what the report held, without its new picture', async () => {
    const first = await store.file(makeDraft(), new Blob(['one']));
    const before = (await full(first.reportId)).report;
    time = 2_000;
    const again = await store.file(makeDraft({ post: makePost({ text: '改过' }) }), new Blob(['two']));
    time = 3_000;

    expect(await store.undoFiling(again.reportId, again.seq)).toBe(true);
    const { report, history, evidence } = await full(first.reportId);
    const { rev: _rev, seal: _seal, chain: _chain, ...rest } = before;
    expect(report).toMatchObject({ ...rest, updatedAt: 3_000 });
    expect(history.map(({ action }) => action)).toEqual(['filed', 'filed-again', 'undone']);
    expect(evidence.map(({ id }) => id)).toEqual([`${first.reportId}:${first.seq}`]);
  });

  test('is refused once the report was decided on or filed again', async () => {
    const { reportId, seq } = await store.file(makeDraft());
    await store.edit(reportId, { action: 'status', status: 'confirmed' });
    expect(await store.undoFiling(reportId, seq)).toBe(false);
    expect((await full(reportId)).report.status).toBe('confirmed');
  });
});

describe('editing', () => {
  test('logs each change with the value that it replaced', async () => {
    const { reportId } = await store.file(makeDraft({ note: '旧' }));
    time = 5_000;
    await store.edit(reportId, { action: 'note', note: '新' });
    await store.edit(reportId, { action: 'status', status: 'dismissed' });
    await store.edit(reportId, { action: 'categories', categories: [] });

    const { report, history } = await full(reportId);
    expect(report).toMatchObject({
      note: '新',
      status: 'dismissed',
      categories: [],
      updatedAt: 5_000,
    });
    expect(history.slice(1).map(({ action, before }) => ({ action, before }))).toEqual([
      { action: 'note', before: { note: '旧' } },
      { action: 'status', before: { status: 'new' } },
      { action: 'categories', before: { categories: ['2025-3/fake-staged'] } },
    ]);
  });

  test('to what is there already is no change', async () => {
    const { reportId } = await store.file(makeDraft({ note: '旧' }));
    time = 5_000;
    await store.edit(reportId, { action: 'note', note: '旧' });
    await store.edit(reportId, { action: 'categories', categories: ['2025-3/fake-staged'] });
    const { report, history } = await full(reportId);
    expect(report.updatedAt).toBe(1_000);
    expect(history).toHaveLength(1);
  });

  test('of a report that is gone is an error, not silence', async () => {
    await expect(store.edit('gone', { action: 'note', note: '' })).rejects.toThrow(StorageError);
  });
});

describe('removal', () => {
  test('hands back all that belonged to the report, and restore puts it back as it was', async () => {
    const { reportId } = await store.file(makeDraft(), new Blob(['picture']));
    await store.edit(reportId, { action: 'note', note: '备注' });
    const before = await full(reportId);

    const whole = await removed(reportId);
    expect(await store.get(reportId)).toBeUndefined();
    expect(await store.countScreenshots()).toEqual(new Map());

    await store.restoreMany([whole]);
    const after = await full(reportId);
    const { rev: _rev, seal: _seal, chain: _chain, ...report } = before.report;
    expect(after.report).toMatchObject(report);
    expect(after.history).toEqual([...before.history, expect.objectContaining({ action: 'restored' })]);
    expect(after.evidence).toEqual(before.evidence);
  });

  test('is put back once, however often it is asked for', async () => {
    const { findings } = makeDraft();
    const { reportId } = await store.file(makeDraft());
    const whole = await removed(reportId);
    await store.restoreMany([whole]);
    await store.restoreMany([whole]);
    expect(await store.count()).toBe(1);
    expect(await store.tallies([findings[0]!.rule])).toMatchObject([{ reported: 1 }]);
  });

  test('of a report that is gone changes nothing', async () => {
    expect((await store.removeMany(['gone']))[0]).toBeUndefined();
  });

  test('a post that was reported again meanwhile is not overwritten by restore', async () => {
    const { reportId } = await store.file(makeDraft());
    const whole = await removed(reportId);
    const again = await store.file(makeDraft({ note: '新的一份' }));
    await expect(store.restoreMany([whole])).rejects.toThrow(StorageError);
    expect((await listOf(store)).map(({ id }) => id)).toEqual([again.reportId]);
  });
});

describe('reading', () => {
  test('batches page through equal times without loss or repetition, oldest first', async () => {
    for (let i = 0; i < 7; i++) {
      if (i === 5) time = 500;
      await store.file(otherPost(`post-${i}`));
    }
    const batches = await drain(3);
    expect(batches.map(({ length }) => length)).toEqual([3, 3, 1]);
    const ids = batches.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(7);
    expect(batches.flat().map(({ createdAt }) => createdAt)).toEqual([
      500, 500, 1_000, 1_000, 1_000, 1_000, 1_000,
    ]);
    expect((await listOf(store)).map(({ id }) => id)).toEqual(ids.toReversed());
  });

  test('an empty store has no batches', async () => {
    expect(await drain(3)).toEqual([]);
  });

  test('decided tells reported from dismissed posts and knows undone dismissals', async () => {
    const [reported, dismissed, undone] = [
      makePost({ id: 'a' }).key,
      makePost({ id: 'b' }).key,
      makePost({ id: 'c' }).key,
    ];
    await store.file(otherPost('a'));
    await store.dismiss(dismissed, ['rule']);
    await store.dismiss(undone, []);
    await store.undoDismissal(undone);
    const decided = await store.decided([reported, dismissed, undone]);
    expect(decided.reported.map(({ key }) => key)).toEqual([reported]);
    expect(decided.dismissed).toEqual([dismissed]);
    expect((await store.findByPost(reported))?.postKey).toBe(reported);
  });

  test('watch sees every later change with all that belongs to the report', async () => {
    const { reportId } = await store.file(makeDraft());
    const seen: (string | undefined)[] = [];
    const subscription = store
      .watch((each) => each.get(reportId))
      .subscribe((found) => void seen.push(found?.history.map(({ action }) => action).join()));
    await vi.waitFor(() => expect(seen).toEqual(['filed']));
    await store.edit(reportId, { action: 'note', note: '新' });
    await vi.waitFor(() => expect(seen.at(-1)).toBe('filed,note'));
    await store.removeMany([reportId]);
    await vi.waitFor(() => expect(seen.at(-1)).toBeUndefined());
    subscription.unsubscribe();
  });
});

describe('failure', () => {
  test('a closed database is named as such by writes, reads and batches', async () => {
    store.close();
    const closed = expect.objectContaining({
      name: 'StorageError',
      reason: 'closed',
    });
    await expect(store.file(makeDraft())).rejects.toEqual(closed);
    await expect(listOf(store)).rejects.toEqual(closed);
    await expect(drain(2)).rejects.toEqual(closed);
  });

  test('a full disk is named as such and stores nothing', async () => {
    const full = new DOMException('no space', 'QuotaExceededError');
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw full;
    });
    await expect(store.file(makeDraft())).rejects.toEqual(expect.objectContaining({ reason: 'full' }));
    add.mockRestore();
    expect(await listOf(store)).toEqual([]);
  });
});
