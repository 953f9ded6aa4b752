import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { makeDraft, makePost } from '../../support/builders';
import { fileTwo, openPage, openStore, pane, row, soon, statuses, store, TITLES, titles } from './page';

/** Two pages over two connections, as in two windows. */
async function openTwo(): Promise<[HTMLElement, HTMLElement]> {
  const pages: [HTMLElement, HTMLElement] = [openPage(), openPage(openStore())];
  await soon(() => expect(pages.map(titles)).toEqual([bothTitles, bothTitles]));
  return pages;
}
const bothTitles = [TITLES.course, TITLES.staged];

test('what is decided in one page shows in the other', async () => {
  await fileTwo();
  const [first, second] = await openTwo();
  await userEvent.click(row(TITLES.staged, first).querySelector('.queue-title')!);
  await userEvent.click(pane().getByRole('button', { name: 'Confirmed' }));
  await soon(() => expect(row(TITLES.staged, second).textContent).toContain('Confirmed'));
  expect(row(TITLES.course, second).textContent).not.toContain('Confirmed');
  expect(await statuses()).toEqual({ [TITLES.staged]: 'confirmed', [TITLES.course]: 'new' });
});

test('what is filed and deleted elsewhere comes and goes in both', async () => {
  await fileTwo();
  const pages = await openTwo();
  const third = await store.file(makeDraft({ post: makePost({ id: '9', title: '第三条' }) }));
  await soon(() =>
    expect(pages.map(titles)).toEqual([
      ['第三条', ...bothTitles],
      ['第三条', ...bothTitles],
    ]),
  );
  await openStore().removeMany([third.reportId]);
  await soon(() => expect(pages.map(titles)).toEqual([bothTitles, bothTitles]));
});

test('two pages that decide the same report at once leave both decisions in its history', async () => {
  const { staged } = await fileTwo();
  const [first, second] = await openTwo();
  const other = openStore();
  await Promise.all([
    store.edit(staged, { action: 'status', status: 'confirmed' }),
    other.edit(staged, { action: 'status', status: 'dismissed' }),
  ]);
  const { history } = (await store.get(staged))!;
  expect(history.filter(({ action }) => action === 'status')).toHaveLength(2);
  const last = (await statuses())[TITLES.staged];
  const word = last === 'confirmed' ? 'Confirmed' : 'Dismissed';
  await soon(() => {
    for (const each of [first, second]) expect(row(TITLES.staged, each).textContent).toContain(word);
  });
  expect((await store.verify()).found).toBe(0);
});
