import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { makeDraft, makePost } from '../../support/builders';
import { fileTwo, grid, openPage, openStore, row, soon, statuses, store, TITLES, titles } from './page';

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
  await store.edit((await store.ids())[0]!, { action: 'tags', add: ['待复核'], remove: [] });
  await soon(() => {
    for (const each of [first, second]) expect(each.textContent).toContain('#待复核');
  });
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

test('keys act in the page whose table has the focus, and the other follows', async () => {
  await fileTwo();
  const [first, second] = await openTwo();
  grid(first).focus();
  await userEvent.keyboard('j');
  expect(grid(first).getAttribute('aria-activedescendant')).not.toBe(
    grid(second).getAttribute('aria-activedescendant'),
  );
});
