import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { saveFile } from '@/utils/export/download';
import { behindItsBack } from '../../unit/storage/raw';
import { button, database, fileTwo, grid, openQueue, said, soon, store, TITLES, titles } from './page';

vi.mock('@/utils/export/download', async (original) => ({
  ...(await original<typeof import('@/utils/export/download')>()),
  saveFile: vi.fn(),
}));
beforeEach(() => vi.mocked(saveFile).mockReset());

async function saved(): Promise<string> {
  await soon(() => expect(saveFile).toHaveBeenCalledOnce());
  return vi.mocked(saveFile).mock.calls[0]![0].text();
}

test('all reports, oldest first, and how many they are', async () => {
  await fileTwo();
  await openQueue(2);
  await userEvent.click(button('Export all 2 (CSV)'));
  const text = await saved();
  expect(text.indexOf(TITLES.staged)).toBeGreaterThan(0);
  expect(text.indexOf(TITLES.course)).toBeGreaterThan(text.indexOf(TITLES.staged));
  // Names of the file are for those who get it, whatever the language of the page.
  expect(text).toContain('虚假摆拍');
  await soon(() => expect(said()).toMatch(/Exported: 2, into qingjian-reports-.*\.csv/));
});

test('what the view shows', async () => {
  await fileTwo();
  await openQueue(2);
  await userEvent.fill(page.getByRole('searchbox'), '变现');
  await soon(() => expect(titles()).toHaveLength(1));
  await userEvent.click(button('Export the 1 filtered (CSV)'));
  const text = await saved();
  expect(text).toContain(TITLES.course);
  expect(text).not.toContain(TITLES.staged);
});

test('what is selected', async () => {
  await fileTwo();
  await openQueue(2);
  grid().focus();
  await userEvent.keyboard('jx');
  await soon(() => expect(said()).toContain('Selected: 1'));
  await userEvent.click(button('Export'));
  const text = await saved();
  expect(text).toContain(TITLES.staged);
  expect(text).not.toContain(TITLES.course);
  await soon(() => expect(said()).toContain('Exported: 1, into'));
});

test('a long one shows how far it is; cancelled, it makes no file and says so', async () => {
  await fileTwo();
  await openQueue(2);
  const batches = store.batches.bind(store);
  const gate = Promise.withResolvers<void>();
  vi.spyOn(store, 'batches').mockImplementation(async function* () {
    yield* batches();
    await gate.promise;
    yield [];
  });
  const now = Date.now();
  // Two seconds later at every look: long enough to be told of.
  let looks = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => now + 2_000 * looks++);
  await userEvent.click(button('Export all 2 (CSV)'));
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('value', '2');
  await userEvent.click(button('Cancel'));
  gate.resolve();
  await soon(() => expect(said()).toContain('Export cancelled; no file was made'));
  expect(saveFile).not.toHaveBeenCalled();
  await expect.element(button('Export all 2 (CSV)')).toBeVisible();
});

test('a damaged row is left out and told of', async () => {
  const { staged } = await fileTwo();
  await behindItsBack(database, 'reports', (rows) => rows.put({ id: staged, createdAt: 1, post: 'gone' }));
  await openQueue(2);
  await userEvent.click(button('Export all 1 (CSV)'));
  expect(await saved()).toContain(TITLES.course);
  await soon(() => expect(said()).toMatch(/Exported: 1.*1 damaged rows were left out/));
});

test('a database that fails in the middle makes no file', async () => {
  await fileTwo();
  await openQueue(2);
  vi.spyOn(store, 'countScreenshots').mockRejectedValue(new Error('gone'));
  await userEvent.click(button('Export all 2 (CSV)'));
  await expect.element(page.getByRole('alert')).toBeVisible();
  expect(saveFile).not.toHaveBeenCalled();
});
