import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { BackupBuilder } from '@/entrypoints/background/backup-builder';
import { BackupDesk } from '@/entrypoints/background/backup-desk';
import type { BackupBuilt, BackupOrder } from '@/utils/backup/order';
import { StorageError } from '@/utils/errors';
import { backupCheck, backupPlan, backupRun, lastBackup } from '@/utils/storage/settings';

const NOW = new Date(2026, 10, 22, 18, 30).getTime();
const DAY = 86_400_000;
const LAST = { at: NOW - 2 * DAY, rev: 3, fingerprint: 'old', reports: 2, size: 80, file: 'q/a.zip' };

/** A browser and a builder that do what they are told, and can be looked at. */
let now: number;
let allowed: boolean;
let orders: BackupOrder[];
let busy: boolean;
let downloads: Map<number, { state: string; filename: string; url: string }>;
let download: ReturnType<typeof vi.fn>;
const store = {
  version: '0.1.0',
  now: () => now,
  state: vi.fn(async () => ({ rev: 9, reports: 4 })),
  fingerprint: vi.fn(async () => 'new'),
};
const builder: BackupBuilder = {
  begin: vi.fn(async (order) => {
    orders.push(order);
    busy = true;
  }),
  isBusy: async () => busy,
  end: vi.fn(async () => {
    busy = false;
  }),
};
const newDesk = () => new BackupDesk(store, builder);
let desk: BackupDesk;

const built = (parts: object = {}): BackupBuilt => ({
  run: orders.at(-1)?.run ?? 'none',
  address: 'blob:chrome-extension://x/1',
  rev: 9,
  fingerprint: 'new',
  reports: 4,
  size: 1_234,
  ...parts,
});

beforeEach(async () => {
  now = NOW;
  allowed = true;
  orders = [];
  busy = false;
  downloads = new Map();
  vi.clearAllMocks();
  store.state.mockImplementation(async () => ({ rev: 9, reports: 4 }));
  store.fingerprint.mockImplementation(async () => 'new');
  download = vi.fn(async ({ filename, url }: { filename: string; url: string }) => {
    downloads.set(7, { state: 'complete', filename: `/home/somebody/Downloads/${filename}`, url });
    return 7;
  });
  Object.assign(fakeBrowser, {
    permissions: { contains: async () => allowed },
    downloads: { download, search: async ({ id }: { id: number }) => [downloads.get(id)].filter(Boolean) },
  });
  await backupPlan.setValue({ every: 'day' });
  desk = newDesk();
});

const check = () => backupCheck.getValue();

describe('a scheduled backup', () => {
  test('is built, saved below its folder, and noted without the path of the reader’s disk', async () => {
    await lastBackup.setValue(LAST);
    await desk.check();
    expect(orders).toHaveLength(1);
    expect(orders[0]).toMatchObject({
      head: { kind: 'qingjian', backup: true, extension: '0.1.0' },
      settings: { backupPlan: { every: 'day' } },
    });
    now += 5_000;
    await desk.built(built());
    expect(download).toHaveBeenCalledWith({
      url: 'blob:chrome-extension://x/1',
      filename: 'qingjian/qingjian-backup-20261122-1830.zip',
      conflictAction: 'uniquify',
      saveAs: false,
    });
    expect(await lastBackup.getValue()).toEqual({
      at: NOW,
      rev: 9,
      fingerprint: 'new',
      reports: 4,
      size: 1_234,
      file: 'qingjian/qingjian-backup-20261122-1830.zip',
    });
    expect(await check()).toEqual({ at: now, outcome: 'saved' });
    expect(await backupRun.getValue()).toBeNull();
    expect(builder.end).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['none is planned', () => backupPlan.setValue({ every: 'off' })],
    ['the last is not old enough', () => lastBackup.setValue({ ...LAST, at: NOW - DAY + 1 })],
    [
      'one is being made',
      async () => {
        busy = true;
        await backupRun.setValue({ id: 'other', startedAt: NOW - 60_000 });
      },
    ],
  ])('is not begun while %s, and nothing is noted', async (_, arrange) => {
    await arrange();
    await desk.check();
    expect(orders).toEqual([]);
    expect(await check()).toBeNull();
  });

  test('is not made without the permission, and that is noted', async () => {
    allowed = false;
    await desk.check();
    expect(orders).toEqual([]);
    expect(await check()).toEqual({ at: NOW, outcome: 'permission' });
  });

  test('is not made when the store is as it was, nor of an empty one', async () => {
    await lastBackup.setValue({ ...LAST, fingerprint: 'new' });
    await desk.check();
    expect(await check()).toEqual({ at: NOW, outcome: 'nothing-new' });
    await lastBackup.setValue(null);
    await backupCheck.setValue(null);
    store.state.mockImplementation(async () => ({ rev: 0, reports: 0 }));
    await desk.check();
    expect(await check()).toEqual({ at: NOW, outcome: 'nothing-new' });
    expect(orders).toEqual([]);
  });

  test('is begun once, however many look at the same time', async () => {
    await Promise.all([desk.check(), desk.check(), desk.check()]);
    expect(orders).toHaveLength(1);
  });

  test('that could not be built says why, lets go of it, and is tried again after an hour', async () => {
    await desk.check();
    await desk.built({ run: orders[0]!.run, failed: 'storage' });
    expect(await check()).toEqual({ at: NOW, outcome: 'storage' });
    expect(builder.end).toHaveBeenCalled();
    now += 3_599_000;
    await desk.check();
    expect(orders).toHaveLength(1);
    now += 1_000;
    await desk.check();
    expect(orders).toHaveLength(2);
  });

  test.each([
    [new StorageError('full', 'no room'), 'storage'],
    [new Error('odd'), 'unknown'],
  ])('whose store cannot be asked is noted: %s', async (error, outcome) => {
    store.state.mockRejectedValue(error);
    await desk.check();
    expect(await check()).toMatchObject({ outcome });
    expect(await backupRun.getValue()).toBeNull();
  });

  test('that the browser refuses to save is a failure', async () => {
    download.mockRejectedValue(new Error('no room'));
    await desk.check();
    await desk.built(built());
    expect(await check()).toMatchObject({ outcome: 'download' });
    expect(await lastBackup.getValue()).toBeNull();
  });

  test.each(['interrupted', 'gone'])('whose download is %s is a failure', async (state) => {
    download.mockImplementation(async () => {
      if (state !== 'gone') downloads.set(7, { state, filename: '', url: '' });
      return 7;
    });
    await desk.check();
    await desk.built(built());
    expect(await check()).toMatchObject({ outcome: 'download' });
  });

  test('is not confused by what another run has built', async () => {
    await desk.check();
    await desk.built(built({ run: 'older' }));
    expect(download).not.toHaveBeenCalled();
    expect(await backupRun.getValue()).toMatchObject({ id: orders[0]!.run });
  });
});

describe('when the background is stopped', () => {
  test('while it is built, the next one saves what was built', async () => {
    await desk.check();
    desk = newDesk();
    await desk.check();
    expect(orders).toHaveLength(1);
    await desk.built(built());
    expect(await check()).toMatchObject({ outcome: 'saved' });
  });

  test('while it is saved, the next one sees the end', async () => {
    download.mockImplementation(async () => {
      downloads.set(7, { state: 'in_progress', filename: '', url: '' });
      return 7;
    });
    await desk.check();
    await desk.built(built());
    expect(await check()).toBeNull();
    expect(builder.end).not.toHaveBeenCalled();
    desk = newDesk();
    downloads.set(7, { state: 'complete', filename: 'C:\\Users\\somebody\\qingjian\\b.zip', url: '' });
    await desk.settle();
    expect(await check()).toMatchObject({ outcome: 'saved' });
    expect(await lastBackup.getValue()).toMatchObject({ file: 'qingjian/b.zip' });
  });

  test('and what builds it is gone too, that is noted and not waited for', async () => {
    await desk.check();
    busy = false;
    desk = newDesk();
    await desk.check();
    expect(await check()).toEqual({ at: NOW, outcome: 'interrupted' });
    expect(await backupRun.getValue()).toBeNull();
  });

  test('what takes longer than half an hour is given up', async () => {
    await desk.check();
    now += 1_800_000;
    desk = newDesk();
    await desk.settle();
    expect(await check()).toMatchObject({ outcome: 'interrupted' });
    expect(builder.end).toHaveBeenCalled();
  });
});
