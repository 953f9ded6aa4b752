import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EVERYTHING } from '@/utils/model/queue';
import { closePage, openPage, root, showFilters } from './bench';

beforeEach(() => openPage());
afterEach(closePage);

const search = () => page.getByRole('searchbox', { name: 'Search', exact: true });
const menu = (name: RegExp | string) => page.getByRole('button', { name });
const opened = () => document.querySelector<HTMLElement>('.menu:popover-open');
const focused = () => document.activeElement as HTMLElement;

async function serious(): Promise<string[]> {
  const { violations } = await axe.run(document);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe('a menu', () => {
  test('opens by keyboard with the focus in its field, and Esc leads back to its button', async () => {
    showFilters();
    menu('Site').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => focused().getAttribute('aria-label')).toBe('Find in “Site”');
    await userEvent.keyboard('{Escape}');
    expect(opened()).toBeNull();
    expect(focused()).toBe(menu('Site').element());
  });

  test('Esc closes it too when something was typed to narrow it', async () => {
    showFilters();
    await menu('Site').click();
    await expect.poll(() => focused().hasAttribute('data-narrow')).toBe(true);
    await userEvent.keyboard('zhi{Escape}{Escape}');
    expect(opened()).toBeNull();
    expect(focused()).toBe(menu('Site').element());
  });

  test('is gone through with the arrows, and letters lead back to its field', async () => {
    const { asked } = showFilters();
    await menu('Site').click();
    await expect.poll(() => focused().hasAttribute('data-narrow')).toBe(true);
    await userEvent.keyboard('{ArrowDown}{ArrowDown} ');
    expect(asked.at(-1)?.sites).toEqual(['zhihu']);
    await userEvent.keyboard('{Home} ');
    expect(asked.at(-1)?.sites).toEqual(['zhihu', 'xiaohongshu']);
    await userEvent.keyboard('bili');
    expect(opened()?.querySelectorAll('[data-option]')).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    expect(asked.at(-1)?.sites).toEqual(['zhihu', 'xiaohongshu', 'bilibili']);
  });

  test('is one stop for Tab besides its field, and keeps its order while values are chosen', async () => {
    showFilters();
    await menu('Site').click();
    await expect.poll(() => opened()?.querySelectorAll('[data-option]').length).toBe(10);
    const names = () =>
      [...(opened()?.querySelectorAll('.menu-name') ?? [])].map(({ textContent }) => textContent);
    const before = names();
    await page.getByRole('checkbox', { name: /Bilibili/ }).click();
    expect(names()).toEqual(before);
    expect(opened()?.querySelectorAll('[data-option][tabindex="0"]')).toHaveLength(1);
  });

  test('keeps the keys that decide reports to itself', async () => {
    showFilters();
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    await menu('Category').click();
    await expect.poll(() => focused().hasAttribute('data-option')).toBe(true);
    await userEvent.keyboard('cds{ArrowDown}');
    document.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
  });

  test('lies within the window, also at its edge', async () => {
    await page.viewport(800, 700);
    showFilters();
    for (const name of ['Category', 'Site', 'Filed', 'More']) {
      await menu(name).click();
      await expect.poll(opened).not.toBeNull();
      const { left, right, bottom } = opened()!.getBoundingClientRect();
      expect([left >= 0, right <= innerWidth, bottom <= innerHeight], name).toEqual([true, true, true]);
      const button = menu(name).element().getBoundingClientRect();
      expect(Math.abs(opened()!.getBoundingClientRect().top - button.bottom), name).toBeLessThan(8);
      await userEvent.keyboard('{Escape}');
    }
  });
});

describe('the search', () => {
  test('asks once when the reader pauses', async () => {
    const { asked } = showFilters();
    await search().click();
    await userEvent.keyboard('staged');
    await expect.poll(() => asked.map(({ text }) => text)).toEqual(['staged']);
  });

  test('asks at once on Enter and hands over', async () => {
    const { asked, done } = showFilters();
    await search().click();
    await userEvent.keyboard('x{Enter}');
    expect(asked.map(({ text }) => text)).toEqual(['x']);
    expect(done()).toBe(1);
  });

  test('waits for an input method, whatever is drawn anew meanwhile', async () => {
    const { asked } = showFilters();
    const box = search().element() as HTMLInputElement;
    box.focus();
    box.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    box.value = 'laor';
    box.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    await menu(/^Confirmed/).click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked.map(({ text }) => text)).toEqual(['']);
    expect(box.value).toBe('laor');
    box.value = '老人';
    box.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await expect.poll(() => asked.at(-1)?.text).toBe('老人');
  });
});

describe('filters in force', () => {
  test('are removed one by one, the focus going on to the next and at last to the search', async () => {
    const { asked } = showFilters({ sites: ['zhihu'], copies: true });
    await page.getByRole('button', { name: 'Remove filter: Site: Zhihu' }).click();
    expect(asked.at(-1)).toEqual({ ...EVERYTHING, copies: true });
    await expect.poll(() => focused().textContent).toContain('Only with copies');
    await userEvent.keyboard('{Enter}');
    expect(asked.at(-1)).toEqual(EVERYTHING);
    await expect.poll(focused).toBe(search().element());
  });

  test('are cleared at once, with the text that is searched for', async () => {
    const { asked } = showFilters({ text: 'old man', statuses: ['new'], from: '2026-11-01' });
    expect((search().element() as HTMLInputElement).value).toBe('old man');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    expect(asked.at(-1)).toEqual(EVERYTHING);
    await expect.poll(() => (search().element() as HTMLInputElement).value).toBe('');
    expect(focused()).toBe(search().element());
  });

  test('the figure is said once it has come to rest', async () => {
    showFilters({ sites: ['zhihu'] });
    const said = () => root.querySelector('.filter-result [role=status]')?.textContent;
    expect(said()).toBe('');
    await expect.poll(said).toBe('12 of 340 shown');
  });
});

test('days are chosen as a range or one by one, and a range that is crossed is explained', async () => {
  const { asked } = showFilters();
  await menu('Filed').click();
  await page.getByRole('button', { name: 'Last 7 days' }).click();
  expect(asked.at(-1)?.to).toBe('');
  await expect
    .element(page.getByRole('button', { name: 'Remove filter: Filed: Last 7 days' }))
    .toBeInTheDocument();
  await page.getByLabelText('From').fill('2026-11-20');
  await page.getByLabelText('To').fill('2026-11-02');
  expect(asked.at(-1)).toEqual({ ...EVERYTHING, from: '2026-11-20', to: '2026-11-02' });
  await expect.element(page.getByText(/first day is after the last/)).toBeInTheDocument();
});

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  test('axe finds nothing serious, closed and with each menu open', async () => {
    document.documentElement.style.colorScheme = scheme;
    showFilters({ sites: ['zhihu'], statuses: ['new'], categories: ['gone/category'], copies: true });
    expect(await serious()).toEqual([]);
    for (const name of [/^Category/, /^Site/, /^Filed/, /^More/]) {
      await menu(name).click();
      await expect.poll(opened).not.toBeNull();
      expect(await serious(), String(name)).toEqual([]);
      await userEvent.keyboard('{Escape}');
    }
  });
});
