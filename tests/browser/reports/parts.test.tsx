import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PARTS } from '@/entrypoints/reports/use-place';
import { retention } from '@/utils/storage/settings';
import {
  button,
  closePages,
  fileTwo,
  later,
  openPage,
  openQueue,
  said,
  soon,
  statuses,
  store,
  TITLES,
  titles,
} from './page';

const heading = (name: string) => page.getByRole('heading', { name });
const current = () => document.querySelector('.page-part[aria-current]')?.textContent;

describe('the parts of the page', () => {
  test.each([
    ['#figures', 'The work in figures', 'Figures'],
    ['#exchange', 'Export', 'Export & merge'],
    ['#cases', 'Nothing has been handed in yet', 'Hand-over'],
    ['#care', 'Verify the records', 'Verify and storage'],
    ['#nothing-like-it', 'No reports yet', 'Queue'],
  ])('%s leads to %s', async (address, name, part) => {
    history.replaceState(null, '', address);
    openPage();
    await expect.element(page.getByRole('main').getByText(name, { exact: true }).last()).toBeVisible();
    expect(current()).toBe(part);
  });

  test('are reached and left by keyboard, with the focus at the title', async () => {
    await fileTwo();
    await openQueue(2);
    await userEvent.tab();
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe('Figures');
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('The work in figures')).toBeVisible();
    await expect.poll(() => document.activeElement?.tagName).toBe('H1');
    for (let part = 0; part < PARTS.length; part++) await userEvent.tab();
    expect(document.activeElement?.textContent).toBe('Verify and storage');
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('Verify the records')).toBeVisible();
    history.back();
    await expect.element(heading('The work in figures')).toBeVisible();
    history.back();
    await soon(() => expect(titles()).toHaveLength(2));
  });

  test('a number of a chart leads to its reports, and Back to the chart', async () => {
    await fileTwo();
    const [newest] = await store.ids();
    await store.edit(newest!, { action: 'status', status: 'confirmed' });
    history.replaceState(null, '', '#figures?q=nothing');
    openPage();
    await userEvent.click(page.getByTitle('Show these reports').first());
    await soon(() => expect(titles()).toHaveLength(1));
    expect(location.hash).toBe('#queue?status=new');
    history.back();
    await expect.element(heading('The work in figures')).toBeVisible();
    expect(location.hash).toBe('#figures?q=nothing');
  });

  test('a report that is opened from a part is told by its address alone', async () => {
    const { staged } = await fileTwo();
    history.replaceState(null, '', `#report/${staged}`);
    openPage();
    await expect.element(heading(TITLES.staged)).toBeVisible();
    await soon(() => expect(titles()).toHaveLength(2));
    expect(current()).toBe('Queue');
  });

  test('only a part scrolls, never the page around it', async () => {
    const { staged } = await fileTwo();
    const places = ['#figures', '#exchange', '#cases', `#cases/${staged}`, '#care', `#report/${staged}`];
    for (const address of places) {
      await page.viewport(800, 400);
      history.replaceState(null, '', address);
      const root = openPage();
      await soon(() => expect(root.querySelector('main h2')).not.toBeNull());
      expect(document.documentElement.scrollHeight, address).toBe(400);
      closePages();
    }
  });

  test.each(PARTS)('axe finds nothing in #%s, with and without reports', async (part) => {
    history.replaceState(null, '', `#${part}`);
    openPage();
    await store.ids();
    const barriers = async () => {
      // Vitest's own document has no landmarks to speak of.
      const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    };
    await expect.element(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    expect(await barriers()).toEqual([]);
    const empty = document.querySelector('main')!.innerHTML;
    await fileTwo();
    await soon(() => expect(document.querySelector('main')!.innerHTML).not.toBe(empty));
    expect(await barriers()).toEqual([]);
  });
});

describe('retention', () => {
  const filed = async () => {
    const { staged } = await fileTwo();
    await store.edit(staged, { action: 'status', status: 'dismissed' });
  };

  test('removes nothing while it is off', async () => {
    await filed();
    await openQueue(2);
    expect(await statuses()).toEqual({ [TITLES.staged]: 'dismissed', [TITLES.course]: 'new' });
  });

  test('removes what is old when the page opens, and puts it back when asked', async () => {
    await filed();
    await retention.setValue({ dismissed: 1, submitted: null, pictures: null });
    later(2);
    openPage();
    await expect.element(button('Put back')).toBeVisible();
    await soon(() => expect(titles()).toEqual([TITLES.course]));
    expect(await statuses()).toEqual({ [TITLES.course]: 'new' });
    await userEvent.click(button('Put back'));
    await soon(() => expect(titles()).toEqual([TITLES.course, TITLES.staged]));
    await soon(() => expect(said()).toContain('put back'));
  });
});
