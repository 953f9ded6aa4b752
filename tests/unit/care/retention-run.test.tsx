// @vitest-environment happy-dom
import '../../support/indexeddb';
import '../../support/cleanup';
import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RetentionRun } from '@/entrypoints/reports/care/RetentionRun';
import { StorageError } from '@/utils/errors';
import { ReportStore } from '@/utils/storage/reports';
import { decidedElsewhere, retention, retentionRun } from '@/utils/storage/settings';
import { makeDraft, makePost } from '../../support/builders';
import { newDatabaseName } from '../../support/database-name';
import { indexOf } from './support';

const DAY = 24 * 60 * 60 * 1_000;
let store: ReportStore;
let time: number;

beforeEach(async () => {
  time = 100 * DAY;
  store = new ReportStore('0.1.0', newDatabaseName(), () => ++time);
  await retention.setValue({ dismissed: 30, submitted: null, pictures: null });
});
afterEach(() => {
  store.close();
  vi.restoreAllMocks();
});

/** Dismissed 31 days ago. */
async function fileOld(...ids: string[]): Promise<void> {
  const filed = await Promise.all(ids.map((id) => store.file(makeDraft({ post: makePost({ id }) }))));
  await store.editMany(
    filed.map(({ reportId }) => reportId),
    { action: 'status', status: 'dismissed' },
  );
  time += 31 * DAY;
}
async function open() {
  const index = await indexOf(store);
  return render(<RetentionRun store={store} index={index} ready />);
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('removes what is old when the page opens, tells it, and puts it back', async () => {
  await fileOld('1', '2');
  const heard: string[][] = [];
  decidedElsewhere.watch((news) => void heard.push([...(news?.keys ?? [])].sort()));
  await open();
  await screen.findByText(/reports deleted: 2, pictures taken out of others: 0/);
  expect(await store.count()).toBe(0);
  await waitFor(async () =>
    expect(await retentionRun.getValue()).toMatchObject({ reports: 2, stopped: null }),
  );
  await press('Put back');
  await screen.findByText('All of it was put back.');
  expect(await store.count()).toBe(2);
  const keys = ['xiaohongshu:note:1', 'xiaohongshu:note:2'];
  await waitFor(() => expect(heard).toEqual([keys, keys]));
  await press('Close');
  expect(screen.queryByRole('note')).toBeNull();
});

test('runs once a day, also when the page is opened again', async () => {
  await fileOld('1');
  await retentionRun.setValue({ at: time - DAY / 2, reports: 0, pictures: 0, stopped: null });
  const rows = vi.spyOn(store, 'countScreenshots');
  await open();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(rows).not.toHaveBeenCalled();
  expect(await store.count()).toBe(1);
});

test('does nothing while no rule is on, or before all reports are known', async () => {
  await fileOld('1');
  const index = await indexOf(store);
  const { unmount } = render(<RetentionRun store={store} index={index} ready={false} />);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await store.count()).toBe(1);
  unmount();
  await retention.setValue({ dismissed: null, submitted: null, pictures: null });
  await open();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await store.count()).toBe(1);
  expect(await retentionRun.getValue()).toBeNull();
});

test('a run that found nothing is noted, and says nothing', async () => {
  await open();
  await waitFor(async () =>
    expect(await retentionRun.getValue()).toMatchObject({ reports: 0, stopped: null }),
  );
  expect(screen.queryByRole('note')).toBeNull();
});

test('says why it stopped, and notes it', async () => {
  await fileOld('1');
  vi.spyOn(store, 'removeMany').mockRejectedValue(new StorageError('closed', new Error('x')));
  await open();
  expect((await screen.findByRole('alert')).textContent).toMatch(
    /not applied to the end.*reports deleted: 0/,
  );
  await waitFor(async () => expect(await retentionRun.getValue()).toMatchObject({ stopped: 'closed' }));
  expect(screen.queryByRole('button', { name: 'Put back' })).toBeNull();
});

test('what has been removed can be put back although it could not be noted', async () => {
  await fileOld('1');
  vi.spyOn(retentionRun, 'setValue').mockRejectedValue(new Error('no room'));
  await open();
  await screen.findByRole('alert');
  expect(await store.count()).toBe(0);
  await press('Put back');
  await screen.findByText('All of it was put back.');
  expect(await store.count()).toBe(1);
});

test('what is left of putting back is told and can be tried again', async () => {
  await fileOld('1', '2');
  await open();
  await screen.findByText(/reports deleted: 2/);
  const again = await store.file(makeDraft({ post: makePost({ id: '2' }) }));
  await press('Put back');
  await screen.findByText(/Not put back: reports 1, pictures 0\. Their posts may have been reported again/);
  await store.removeMany([again.reportId]);
  await press('Put back');
  await screen.findByText('All of it was put back.');
  expect(await store.count()).toBe(2);
});

test('a long run shows progress, and is stopped between two writes', async () => {
  await fileOld(...Array.from({ length: 150 }, (_, i) => String(i)));
  const remove = store.removeMany.bind(store);
  vi.spyOn(store, 'removeMany').mockImplementation(async (ids) => {
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    return remove(ids);
  });
  let go = () => {};
  const record = retentionRun.setValue.bind(retentionRun);
  vi.spyOn(retentionRun, 'setValue').mockImplementationOnce(async (value) => {
    await new Promise<void>((resolve) => {
      go = resolve;
    });
    await record(value);
  });
  await open();
  await screen.findByRole('progressbar', {}, { timeout: 5_000 });
  expect(screen.getByText('100 of 150')).toBeTruthy();
  await press('Cancel');
  go();
  await screen.findByText(/reports deleted: 100/);
  expect(await store.count()).toBe(50);
});

test('leaving it out lets go of what was taken', async () => {
  await fileOld('1');
  await open();
  await screen.findByText(/reports deleted: 1/);
  await press('Leave them out');
  expect(screen.queryByRole('note')).toBeNull();
  expect(await store.count()).toBe(0);
});
