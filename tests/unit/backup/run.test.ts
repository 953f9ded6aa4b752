import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { settingsToKeep } from '@/utils/backup/contents';
import { backupHead } from '@/utils/backup/head';
import { buildAddress, buildBackup } from '@/utils/backup/run';
import { StorageError } from '@/utils/errors';
import type { ImportItem } from '@/utils/import/read-file';
import { readImportFile } from '@/utils/import/read-file';
import { ReportStore } from '@/utils/storage/reports';
import { reviewer } from '@/utils/storage/settings';
import { makeDraft, makePost } from '../../support/builders';

const NOW = new Date(2026, 10, 22, 18, 30).getTime();
let store: ReportStore;
let count = 0;

beforeEach(async () => {
  store = new ReportStore('0.1.0', `backup-${count++}`, () => NOW);
  for (let i = 0; i < 3; i++) await store.file(makeDraft({ post: makePost({ id: `post-${i}` }) }));
  await store.dismiss('zhihu:answer:1', ['rule']);
  await reviewer.setValue('阿青');
});
afterEach(() => store.close());

const order = async () => ({ head: await backupHead('0.1.0', NOW), settings: await settingsToKeep() });

describe('a backup', () => {
  test('holds all reports, dismissals and settings, and reads back', async () => {
    const before = await store.fingerprint();
    const { file, ...facts } = await buildBackup(store, await order());
    expect(file.name).toBe('qingjian-backup-20261122-1830.zip');
    expect(facts).toEqual({ rev: 3, fingerprint: before, reports: 3, damaged: 0 });
    const items: ImportItem[] = [];
    for await (const item of readImportFile(file, {})) items.push(item);
    expect(items.filter(({ type }) => type === 'problem')).toEqual([]);
    expect(items.filter(({ type }) => type === 'report')).toHaveLength(3);
    expect(items).toContainEqual({
      type: 'dismissal',
      dismissal: { postKey: 'zhihu:answer:1', rules: ['rule'], at: NOW },
    });
    expect(items.find(({ type }) => type === 'settings')).toMatchObject({ values: { reviewer: '阿青' } });
    expect(items[0]).toMatchObject({
      head: { format: 'zip', head: { backup: true, reviewer: { name: '阿青' } } },
    });
  });

  test('tells how far it is, and ends when it is cancelled', async () => {
    const steps: number[][] = [];
    await buildBackup(store, await order(), { onProgress: (...step) => steps.push(step) });
    expect(steps.at(-1)).toEqual([3, 3]);
    const cancel = new AbortController();
    cancel.abort();
    await expect(buildBackup(store, await order(), { signal: cancel.signal })).rejects.toBe(
      cancel.signal.reason,
    );
  });

  test('counts what is written meanwhile as new', async () => {
    const building = buildBackup(store, await order());
    const { fingerprint } = await building;
    await store.dismiss('zhihu:answer:2', []);
    expect(await store.fingerprint()).not.toBe(fingerprint);
  });

  test('for the background is kept at an address, or says why there is none', async () => {
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:there');
    const asked = { run: 'r', ...(await order()) };
    expect(await buildAddress(store, asked)).toMatchObject({ run: 'r', address: 'blob:there', reports: 3 });
    vi.spyOn(store, 'state').mockRejectedValue(new StorageError('closed', 'gone'));
    expect(await buildAddress(store, asked)).toEqual({ run: 'r', failed: 'storage' });
    vi.spyOn(store, 'state').mockRejectedValue(new Error('odd'));
    expect(await buildAddress(store, asked)).toEqual({ run: 'r', failed: 'unknown' });
  });
});
