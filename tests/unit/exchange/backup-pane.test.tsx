// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import '../../support/cleanup';
import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { BackupPane } from '@/entrypoints/reports/exchange/backup/BackupPane';
import { changedSince } from '@/entrypoints/reports/exchange/backup/changed-since';
import type { LastBackup } from '@/utils/backup/plan';
import type { ReportDigest } from '@/utils/model/queue';
import { ReportStore } from '@/utils/storage/reports';
import { backupCheck, backupPlan, backupRun, lastBackup } from '@/utils/storage/settings';
import { makeDraft, makePost } from '../../support/builders';
import { useLanguage } from '../../support/setup';
import { makeDigest } from '../figures/support';

const NOW = new Date(2026, 10, 22, 18, 30).getTime();
const DAY = 86_400_000;
const LAST: LastBackup = {
  at: NOW - 9 * DAY,
  rev: 2,
  fingerprint: 'f',
  reports: 12,
  size: 4_096,
  file: 'a.zip',
};

let store: ReportStore;
let digests: ReportDigest[];
let granted: boolean;
let answer: boolean;
let request: ReturnType<typeof vi.fn>;
let remove: ReturnType<typeof vi.fn>;
let told: Set<() => void>;
let saved: string[];
let count = 0;

beforeEach(() => {
  store = new ReportStore('0.1.0', `pane-${count++}`, () => NOW);
  digests = [];
  [granted, answer, saved, told] = [false, true, [], new Set()];
  const change = (now: boolean) => {
    granted = now;
    for (const listener of told) listener();
  };
  request = vi.fn(async () => {
    if (answer) change(true);
    return answer;
  });
  remove = vi.fn(async () => {
    change(false);
    return true;
  });
  const event = {
    addListener: (listener: () => void) => void told.add(listener),
    removeListener: (listener: () => void) => void told.delete(listener),
  };
  Object.assign(fakeBrowser, {
    permissions: { contains: async () => granted, request, remove, onAdded: event, onRemoved: event },
  });
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:there');
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  store.close();
});

const onRestore = vi.fn();
const show = () =>
  render(<BackupPane store={store} index={{ digests: () => digests }} onRestore={onRestore} />);
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const planSwitch = () => screen.findByRole<HTMLInputElement>('switch');

describe('the last backup', () => {
  test('that never was is told plainly', async () => {
    show();
    expect(await screen.findByText('There is no backup yet.')).toBeTruthy();
    expect(screen.queryByRole('note')).toBeNull();
  });

  test('is told with its age, and what it holds', async () => {
    await lastBackup.setValue(LAST);
    show();
    expect(await screen.findByText('Last backup: 9 days ago.')).toBeTruthy();
    expect(screen.getByText(/12 reports, .*, a\.zip$/)).toBeTruthy();
  });

  test('is worth a word when it is old and much was changed', async () => {
    await lastBackup.setValue({ ...LAST, at: NOW - 15 * DAY });
    digests = Array.from({ length: 23 }, (_, i) => makeDigest({ id: `r${i}`, rev: i + 1 }));
    show();
    expect((await screen.findByRole('note')).textContent).toContain('21 reports were changed');
  });

  test('reports without any backup for long are worth a word too', async () => {
    digests = Array.from({ length: 21 }, (_, i) => makeDigest({ id: `r${i}`, createdAt: NOW - 14 * DAY }));
    show();
    expect((await screen.findByRole('note')).textContent).toBe('21 reports are in no backup.');
  });

  test('what was changed since is counted by writes, not by clocks', () => {
    const all = [makeDigest({ rev: 2, createdAt: 5 }), makeDigest({ rev: 7, createdAt: 9 })];
    const index = { digests: () => all };
    expect(changedSince(index, LAST)).toEqual({ changed: 1, from: LAST.at });
    expect(changedSince(index, undefined)).toEqual({ changed: 2, from: 5 });
    expect(changedSince({ digests: () => [] }, undefined)).toEqual({ changed: 0, from: undefined });
  });
});

describe('a backup by hand', () => {
  test('is saved, told and remembered', async () => {
    await store.file(makeDraft());
    show();
    await press('Back up now');
    expect(
      await screen.findByText(/^Saved to the download folder: qingjian-backup-20261122-1830\.zip \(1 rep/),
    ).toBeTruthy();
    expect(saved).toEqual(['qingjian-backup-20261122-1830.zip']);
    expect(await lastBackup.getValue()).toMatchObject({ at: NOW, rev: 1, reports: 1 });
    expect(await screen.findByText('Last backup: just now.')).toBeTruthy();
  });

  test('can be cancelled: no file, and nothing is remembered', async () => {
    for (let i = 0; i < 3; i++) await store.file(makeDraft({ post: makePost({ id: `p${i}` }) }));
    const counting = store.count.bind(store);
    let go = () => {};
    vi.spyOn(store, 'count').mockImplementation(async () => {
      await new Promise<void>((resolve) => {
        go = resolve;
      });
      return counting();
    });
    show();
    await press('Back up now');
    await press('Cancel');
    go();
    expect(await screen.findByText('Cancelled; no file was saved.')).toBeTruthy();
    expect(saved).toEqual([]);
    expect(await lastBackup.getValue()).toBeNull();
  });

  test('that fails says why', async () => {
    vi.spyOn(store, 'state').mockRejectedValue(new Error('odd'));
    show();
    await press('Back up now');
    expect((await screen.findByRole('alert')).textContent).toContain('No backup was made');
  });
});

describe('the plan', () => {
  test('is off, and is asked for in the click that turns it on', async () => {
    show();
    const turn = await planSwitch();
    expect(turn.checked).toBe(false);
    await userEvent.click(turn);
    expect(request).toHaveBeenCalledExactlyOnceWith({ permissions: ['downloads'] });
    await waitFor(async () => expect((await planSwitch()).checked).toBe(true));
    expect(await backupPlan.getValue()).toEqual({ every: 'day' });
    await userEvent.click(screen.getByRole('radio', { name: 'Every week' }));
    await waitFor(async () => expect(await backupPlan.getValue()).toEqual({ every: 'week' }));
  });

  test('stays off when the reader refuses, and says so', async () => {
    answer = false;
    show();
    await userEvent.click(await planSwitch());
    expect((await screen.findByRole('alert')).textContent).toContain('was not allowed');
    expect(await backupPlan.getValue()).toEqual({ every: 'off' });
  });

  test('gives the permission back when it is turned off', async () => {
    granted = true;
    await backupPlan.setValue({ every: 'week' });
    show();
    await userEvent.click(await planSwitch());
    await waitFor(() => expect(remove).toHaveBeenCalledExactlyOnceWith({ permissions: ['downloads'] }));
    expect(await backupPlan.getValue()).toEqual({ every: 'off' });
  });

  test('says when the permission is gone, and asks for it again without another plan', async () => {
    await backupPlan.setValue({ every: 'week' });
    show();
    const note = await screen.findByRole('note');
    await userEvent.click(within(note).getByRole('button', { name: 'Allow it' }));
    await waitFor(() => expect(screen.queryByRole('note')).toBeNull());
    expect(await backupPlan.getValue()).toEqual({ every: 'week' });
  });

  test.each([
    ['saved', /Last scheduled backup: .*, saved\./],
    ['nothing-new', /nothing new/],
    ['permission', /does not allow/],
    ['interrupted', /interrupted/],
    ['download', /could not save/],
    ['storage', /database could not be read/],
    ['unknown', /reason that is not known/],
  ] as const)('tells what came of it last: %s', async (outcome, words) => {
    await backupCheck.setValue({ at: NOW - DAY, outcome });
    show();
    expect(await screen.findByText(words)).toBeTruthy();
  });

  test('tells when the next is due, or that one is being made', async () => {
    granted = true;
    await backupPlan.setValue({ every: 'day' });
    await lastBackup.setValue(LAST);
    show();
    expect(await screen.findByText(/^The next is due at /)).toBeTruthy();
    await backupRun.setValue({ id: 'a', startedAt: NOW });
    expect(await screen.findByText('A backup is being made…')).toBeTruthy();
    expect(screen.queryByText(/^The next is due/)).toBeNull();
  });
});

test('bringing one back leads to the import, in Chinese too', async () => {
  useLanguage('zh_CN');
  show();
  await press('打开导入');
  expect(onRestore).toHaveBeenCalledTimes(1);
});
