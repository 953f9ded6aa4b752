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

const scope = (name: RegExp) => page.getByRole('radio', { name });
const toExchange = () => userEvent.click(page.getByRole('link', { name: 'Export & merge' }));
const toQueue = async (rows: number) => {
  await userEvent.click(page.getByRole('link', { name: 'Queue' }));
  await soon(() => expect(titles()).toHaveLength(rows));
};

/** Starts the export, lets pass what the checks raise, and gives the file. */
async function exported(count: number): Promise<string> {
  await userEvent.click(button(`Check and export ${count}`));
  await expect.element(page.getByRole('heading', { name: 'Look at this before the export' })).toBeVisible();
  for (const radio of page.getByRole('radio', { name: 'Take them along' }).all()) await radio.click();
  await userEvent.click(button(`Export ${count}`));
  await soon(() => expect(saveFile).toHaveBeenCalledOnce());
  return vi.mocked(saveFile).mock.calls[0]![0].text();
}

test('without a selection or a filter all are exported, oldest first', async () => {
  await fileTwo();
  await openQueue(2);
  await toExchange();
  await expect.element(scope(/^All reports \(2\)/)).toBeChecked();
  const text = await exported(2);
  expect(text.indexOf(TITLES.staged)).toBeGreaterThan(0);
  expect(text.indexOf(TITLES.course)).toBeGreaterThan(text.indexOf(TITLES.staged));
  await soon(() => expect(said()).toMatch(/Exported: 2, into qingjian-reports-.*\.csv/));
});

test('what the queue is filtered by is offered first, and the filter is still there afterwards', async () => {
  await fileTwo();
  await openQueue(2);
  await userEvent.fill(page.getByRole('searchbox'), '变现');
  await soon(() => expect(titles()).toHaveLength(1));
  await toExchange();
  await expect.element(scope(/^What the queue shows now \(1\)/)).toBeChecked();
  const text = await exported(1);
  expect(text).toContain(TITLES.course);
  expect(text).not.toContain(TITLES.staged);
  await toQueue(1);
});

test('what is selected leads to its export, with the keyboard at the title', async () => {
  await fileTwo();
  await openQueue(2);
  grid().focus();
  await userEvent.keyboard('jx');
  await soon(() => expect(said()).toContain('Selected: 1'));
  await userEvent.click(button('Export…'));
  await expect.element(scope(/^Selected in the queue \(1\)/)).toBeChecked();
  expect(document.activeElement?.tagName).toBe('H1');
  const text = await exported(1);
  expect(text).toContain(TITLES.staged);
  expect(text).not.toContain(TITLES.course);
});

test('a selection is of one way to the export: by the parts of the page it is not taken along', async () => {
  await fileTwo();
  await openQueue(2);
  grid().focus();
  await userEvent.keyboard('x');
  await userEvent.click(button('Export…'));
  await expect.element(scope(/^Selected in the queue \(1\)/)).toBeChecked();
  await toQueue(2);
  await toExchange();
  await expect.element(scope(/^All reports \(2\)/)).toBeChecked();
  await expect.element(scope(/^Selected in the queue/)).toBeDisabled();
});

test('a selected report that is deleted meanwhile, elsewhere, is not counted any more', async () => {
  const { staged } = await fileTwo();
  await openQueue(2);
  grid().focus();
  await userEvent.keyboard('xjx');
  await userEvent.click(button('Export…'));
  await expect.element(scope(/^Selected in the queue \(2\)/)).toBeChecked();
  await store.removeMany([staged]);
  await expect.element(scope(/^Selected in the queue \(1\)/)).toBeChecked();
  expect(await exported(1)).toContain(TITLES.course);
});

test('a damaged row is not offered, and the other one is exported', async () => {
  const { staged } = await fileTwo();
  await behindItsBack(database, 'reports', (rows) => rows.put({ id: staged, createdAt: 1, post: 'gone' }));
  await openQueue(2);
  await toExchange();
  await expect.element(scope(/^All reports \(1\)/)).toBeChecked();
  expect(await exported(1)).toContain(TITLES.course);
  await soon(() => expect(said()).toMatch(/Exported: 1/));
});
