// @vitest-environment happy-dom
import '../../support/indexeddb';
import { render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StorageError } from '@/utils/errors';
import { type FollowedIndex, useReportIndex } from '@/utils/report-index/use-report-index';
import { ReportStore } from '@/utils/storage/reports';
import { newDatabaseName } from '../../support/database-name';
import { manyReports } from '../../support/many-reports';

const reports = [...manyReports({ count: 700, length: 40 })];

vi.setConfig({ testTimeout: 20_000 });

let store: ReportStore;
/** What each rendering was given; the sizes as they were then. */
let seen: (FollowedIndex & { size: number })[];

function Probe({ store: given }: { store: ReportStore }) {
  const followed = useReportIndex(given);
  seen.push({ ...followed, size: followed.index.size });
  return null;
}

const last = () => seen.at(-1)!;

beforeEach(() => {
  seen = [];
  store = new ReportStore('1.2.3', newDatabaseName());
});
afterEach(() => store.close());

test('renders while reports are read, seldom, and again after a change', async () => {
  await store.addMany(reports);
  const { unmount } = render(<Probe store={store} />);
  expect(last()).toMatchObject({ progress: { done: 0, total: 0 }, error: undefined, size: 0 });
  await waitFor(() => expect(last().progress).toBeUndefined(), { timeout: 10_000 });
  expect(last().size).toBe(700);
  expect(seen.length).toBeLessThan(40);

  const { version } = last();
  await store.edit(reports[0]!.id, { action: 'status', status: 'dismissed' });
  await waitFor(() => expect(last().version).not.toBe(version));
  expect(last().index.get(reports[0]!.id)!.status).toBe('dismissed');

  unmount();
  const renderings = seen.length;
  await store.removeMany([reports[0]!.id]);
  expect(seen.length).toBe(renderings);
});

test('tells an error, keeps what was read, and reads again when asked', async () => {
  await store.addMany(reports);
  let isFailing = true;
  const page = store.page.bind(store);
  vi.spyOn(store, 'page').mockImplementation((before, size) =>
    before && isFailing ? Promise.reject(new StorageError('closed', new Error('gone'))) : page(before, size),
  );
  render(<Probe store={store} />);
  await waitFor(() => expect(last().error?.reason).toBe('closed'), { timeout: 10_000 });
  expect(last().progress).toBeUndefined();
  expect(last().size).toBe(100);
  const { index } = last();
  isFailing = false;
  last().retry();
  await waitFor(() => expect([last().size, last().progress]).toEqual([700, undefined]), { timeout: 10_000 });
  expect(last()).toMatchObject({ error: undefined, index });
});

test('takes errors of any kind for those of the storage', async () => {
  vi.spyOn(store, 'page').mockRejectedValue(new TypeError('odd'));
  await store.addMany(reports.slice(0, 1));
  render(<Probe store={store} />);
  await waitFor(() => expect(last().error).toBeInstanceOf(StorageError), { timeout: 10_000 });
  expect(last().error!.reason).toBe('unknown');
});
