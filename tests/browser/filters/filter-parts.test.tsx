import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EVERYTHING } from '@/utils/model/queue';
import { dayOf } from '@/utils/views/days';
import { FACET_COUNTS } from '../../support/filters';
import { closePage, openPage, root, showFilters } from './bench';

beforeEach(() => openPage());
afterEach(closePage);

const search = () => page.getByRole('searchbox', { name: 'Search', exact: true });
const button = (name: RegExp | string) => page.getByRole('button', { name });
const opened = () => document.querySelector<HTMLElement>('.menu:popover-open');
const written = () => (search().element() as HTMLInputElement).value;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the search box', () => {
  test('shows a text that comes with a view, and drops what was typed but not yet asked for', async () => {
    const { asked, change } = showFilters();
    await search().click();
    await userEvent.keyboard('half');
    change({ text: 'of a view' });
    await expect.poll(written).toBe('of a view');
    await pause(250);
    expect(asked).toEqual([]);
    expect(written()).toBe('of a view');
  });

  test('keeps what is typed on while the last text is being answered', async () => {
    const { asked } = showFilters();
    await search().click();
    await userEvent.keyboard('old{Enter} man');
    expect(written()).toBe('old man');
    await expect.poll(() => asked.map(({ text }) => text)).toEqual(['old', 'old man']);
  });

  test('does not ask again for what is shown already', async () => {
    const { asked } = showFilters({ text: 'old' });
    await search().click();
    await userEvent.keyboard('{End}x{Backspace}');
    await pause(250);
    expect(asked).toEqual([]);
  });

  test('hands over nothing while an input method has the Enter key', () => {
    const { done } = showFilters();
    const enter = { key: 'Enter', isComposing: true, bubbles: true };
    search().element().dispatchEvent(new KeyboardEvent('keydown', enter));
    expect(done()).toBe(0);
  });
});

describe('statuses', () => {
  const pressed = () =>
    [...root.querySelectorAll('.filter-segment[aria-pressed="true"]')].map(({ textContent }) => textContent);

  test('are chosen one at a time, and the one that is chosen leads back to all', async () => {
    const { asked } = showFilters();
    expect(pressed()).toEqual(['All 332']);
    await button(/^New/).click();
    await button(/^Dismissed/).click();
    expect(asked.map(({ statuses }) => statuses)).toEqual([['new'], ['dismissed']]);
    expect(pressed()).toEqual(['Dismissed 30']);
    await button(/^Dismissed/).click();
    expect(pressed()).toEqual(['All 332']);
  });

  test('that no report has are there too', () => {
    showFilters();
    expect(button('Submitted 0').element()).toBeInstanceOf(HTMLButtonElement);
  });

  test('several at once come from the list of further filters and are all shown', async () => {
    const { asked } = showFilters({ statuses: ['new'] });
    await button('More').click();
    await page.getByRole('checkbox', { name: /^Confirmed/ }).click();
    expect(asked.at(-1)?.statuses).toEqual(['new', 'confirmed']);
    expect(pressed()).toEqual(['New 214', 'Confirmed 88']);
    await userEvent.keyboard('{Escape}');
    await button(/^Confirmed/).click();
    expect(asked.at(-1)?.statuses).toEqual(['confirmed']);
  });
});

describe('menus', () => {
  test('say how much of them is in force', async () => {
    showFilters({ campaigns: ['2025-3'], categories: ['2025-4/ai-label-missing'], copies: true });
    await expect.element(button('Category 2 chosen')).toBeInTheDocument();
    await expect.element(button('More 1 chosen')).toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'Site', exact: true })).toBeInTheDocument();
  });

  test('a campaign and a category of it can be chosen and given up', async () => {
    const { asked } = showFilters();
    await button('Category').click();
    await page
      .getByRole('group', { name: /Malicious marketing/ })
      .getByText('The whole campaign')
      .click();
    await page.getByRole('checkbox', { name: /Fake staged/ }).click();
    expect(asked.at(-1)).toEqual({
      ...EVERYTHING,
      campaigns: ['2025-3'],
      categories: ['2025-3/fake-staged'],
    });
    await page.getByRole('checkbox', { name: /Fake staged/ }).click();
    expect(asked.at(-1)?.categories).toEqual([]);
  });

  test('only one is open at a time, and nothing of a closed one is in the page', async () => {
    showFilters();
    await button('Site').click();
    await expect.poll(() => root.querySelectorAll('[data-option]').length).toBe(10);
    await button('More').click();
    await expect.poll(() => opened()?.getAttribute('aria-label')).toBe('More');
    expect(root.querySelectorAll('.menu:popover-open')).toHaveLength(1);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => root.querySelectorAll('[data-option]').length).toBe(0);
  });

  test('thousands of values are not drawn at once, but found by typing', async () => {
    const tags = new Map(Array.from({ length: 5_000 }, (_, at) => [`tag number ${at}`, 5_000 - at]));
    const { asked } = showFilters({}, { ...FACET_COUNTS, tags });
    await button('More').click();
    await expect.element(page.getByText('4,940 more: type to find them')).toBeInTheDocument();
    expect(opened()!.querySelectorAll('[data-option]').length).toBeLessThan(100);
    await userEvent.keyboard('number 4321{Enter}');
    expect(asked.at(-1)?.tags).toEqual(['tag number 4321']);
  });

  test('say that nothing fits, and that there is nothing to choose yet', async () => {
    const none = {
      ...FACET_COUNTS,
      sites: new Map<string, number>(),
      campaigns: new Map(),
      categories: new Map(),
    };
    showFilters({}, none);
    await button('Category').click();
    await expect.element(page.getByText('No report to choose from yet')).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await button('More').click();
    await expect.poll(() => document.activeElement?.hasAttribute('data-narrow')).toBe(true);
    await userEvent.keyboard('zzz');
    await expect.element(page.getByText('Nothing here has these words')).toBeInTheDocument();
  });

  test('of days open at the range in force, and lead back to any day', async () => {
    const { asked } = showFilters({ from: dayOf(new Date()) });
    await button(/^Filed/).click();
    await expect.poll(() => document.activeElement?.textContent).toBe('Today');
    await userEvent.keyboard('{ArrowUp}{Enter}');
    expect(asked.at(-1)).toEqual(EVERYTHING);
  });
});

describe('the order', () => {
  test('is chosen by name and turned round', async () => {
    const { orders } = showFilters();
    await page.getByRole('combobox', { name: 'Sort by' }).selectOptions('Strength of evidence');
    await button('Highest or newest first').click();
    await expect.element(button('Lowest or oldest first')).toBeInTheDocument();
    expect(orders.map(({ sort }) => sort)).toEqual([
      { by: 'confidence', descending: true },
      { by: 'confidence', descending: false },
    ]);
  });

  test('copies become one row and come apart again', async () => {
    const { orders } = showFilters();
    const one = page.getByRole('switch', { name: 'Copies as one' });
    await one.click();
    await expect.element(one).toBeChecked();
    await one.click();
    expect(orders.map(({ grouped }) => grouped)).toEqual([true, false]);
  });
});

test.each([1440, 800, 420])('at %s pixels nothing runs out of the window', async (width) => {
  await page.viewport(width, 720);
  showFilters({
    sites: ['zhihu', 'bilibili'],
    rules: ['2025-3/fake-staged/kindness', `2025-3/${'a-very-long-name-'.repeat(12)}`],
    from: '2026-11-01',
    to: '2026-11-20',
    statuses: ['new'],
    copies: true,
  });
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  for (const each of root.querySelectorAll('button:not(.menu *)')) {
    const { left, right } = each.getBoundingClientRect();
    expect(left >= 0 && right <= width, each.textContent).toBe(true);
  }
});
