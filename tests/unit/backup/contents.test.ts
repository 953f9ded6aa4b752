import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { restoreSettings, settingsToKeep } from '@/utils/backup/contents';
import { EVERYTHING, NEWEST_FIRST } from '@/utils/model/queue';
import * as settings from '@/utils/storage/settings';

const view = { id: 'v-1', name: '待看', query: EVERYTHING, sort: NEWEST_FIRST, grouped: false };

async function setAll(): Promise<void> {
  await settings.sitesOff.setValue(['zhihu']);
  await settings.pageDataOff.setValue(true);
  await settings.mutedRules.setValue(['2025-3/fake-staged/kindness']);
  await settings.pictures.setValue('none');
  await settings.storedKeys.setValue({ off: true, bindings: {} });
  await settings.savedViews.setValue([view]);
  await settings.reviewer.setValue('阿青');
  await settings.retention.setValue({ dismissed: 30, submitted: null, pictures: 90 });
  await settings.exportChoice.setValue({ columns: ['post_key'] });
  await settings.backupPlan.setValue({ every: 'week' });
}

async function forget(): Promise<void> {
  await settings.sitesOff.removeValue();
  await settings.pageDataOff.removeValue();
  await settings.mutedRules.removeValue();
  await settings.pictures.removeValue();
  await settings.storedKeys.removeValue();
  await settings.savedViews.removeValue();
  await settings.reviewer.removeValue();
  await settings.reviewerId.removeValue();
  await settings.retention.removeValue();
  await settings.exportChoice.removeValue();
  await settings.backupPlan.removeValue();
}

describe('the settings of a backup', () => {
  test('are restored as they were, through JSON', async () => {
    await setAll();
    const kept = JSON.parse(JSON.stringify(await settingsToKeep()));
    await forget();
    expect((await settingsToKeep()).sitesOff).toEqual([]);
    const restored = await restoreSettings(kept, { identity: true });
    expect(restored.sort()).toEqual(Object.keys(kept).sort());
    expect(await settingsToKeep()).toEqual(kept);
  });

  test('set no rules that delete where there are reports already', async () => {
    await settings.retention.setValue({ dismissed: null, submitted: null, pictures: null });
    const hostile = { retention: { dismissed: 1, submitted: 1, pictures: 1 } };
    expect(await restoreSettings(hostile, { identity: false })).toEqual([]);
    expect(await settings.retention.getValue()).toEqual({ dismissed: null, submitted: null, pictures: null });
    expect(await restoreSettings(hostile, { identity: true })).toEqual(['retention']);
  });

  test('leave this copy its own identity unless it is to become the other', async () => {
    const { id } = await settings.thisReviewer();
    await restoreSettings({ reviewerId: 'somebody', reviewer: '乙' }, { identity: false });
    expect(await settings.thisReviewer()).toEqual({ id, name: '乙' });
    await restoreSettings({ reviewerId: 'somebody' }, { identity: true });
    expect((await settings.thisReviewer()).id).toBe('somebody');
  });

  test('hold no compiled rules and nothing of runs on this machine', async () => {
    await settings.lastBackup.setValue({
      at: 1,
      rev: 1,
      fingerprint: '',
      reports: 1,
      size: 1,
      file: 'x.zip',
    });
    expect(Object.keys(await settingsToKeep()).sort()).toEqual([
      'backupPlan',
      'exportChoice',
      'keys',
      'mutedRules',
      'pageDataOff',
      'pictures',
      'retention',
      'reviewer',
      'reviewerId',
      'savedViews',
      'sitesOff',
    ]);
  });

  test.each([
    ['sitesOff', 'zhihu'],
    ['sitesOff', [1]],
    ['pageDataOff', 'yes'],
    ['mutedRules', Array.from({ length: 3_000 }, String)],
    ['pictures', 'all'],
    ['keys', { off: false, bindings: { nothing: 'x' } }],
    ['savedViews', {}],
    ['reviewer', 'x'.repeat(500)],
    ['retention', 30],
    ['exportChoice', { columns: 'x'.repeat(30_000) }],
    ['backupPlan', 'day'],
    ['reviewerId', 7],
    ['publishedRules', { rules: [] }],
    ['__proto__', { every: 'day' }],
  ])('that are not sound are left alone: %s', async (key, value) => {
    await setAll();
    const before = await settingsToKeep();
    const values = JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`);
    expect(await restoreSettings(values, { identity: true })).toEqual([]);
    expect(await settingsToKeep()).toEqual(before);
  });

  test('leave out saved views that are not sound, and keep the others', async () => {
    await restoreSettings({ savedViews: [view, { id: 'broken' }] }, { identity: false });
    expect(await settings.savedViews.getValue()).toEqual([view]);
  });

  test('whatever a file holds, what is stored can be read', async () => {
    const kept = Object.keys(await settingsToKeep());
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...kept), fc.jsonValue()), async (values) => {
        await restoreSettings(values as Record<string, unknown>, { identity: true });
        const again = await settingsToKeep();
        await forget();
        const restored = await restoreSettings(again, { identity: true });
        expect(restored).toEqual(expect.arrayContaining(['sitesOff', 'pictures', 'keys', 'backupPlan']));
      }),
      { numRuns: 40 },
    );
  });
});
