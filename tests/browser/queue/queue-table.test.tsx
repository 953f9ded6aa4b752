import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CSS, manyReports, showIn } from './harness';

vi.mock('@/utils/storage/settings', () => {
  const item = (value: unknown) => ({
    getValue: async () => value,
    setValue: async () => undefined,
    watch: () => () => undefined,
  });
  return { storedKeys: item({ off: false, bindings: {} }), decidedElsewhere: item(null) };
});

const COUNT = 100_000;
let style: HTMLStyleElement;
let root: HTMLElement;

beforeEach(async () => {
  await page.viewport(1280, 800);
  style = Object.assign(document.createElement('style'), { textContent: CSS });
  document.head.append(style);
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  style.remove();
  root.remove();
  document.documentElement.style.colorScheme = '';
});

const grid = () => root.querySelector<HTMLElement>('[role="grid"]')!;
const rows = () => [...root.querySelectorAll<HTMLElement>('.queue-body [role="row"]')];
const current = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '');
const title = (row: Element | null) => row?.querySelector('.queue-title')?.textContent ?? '';
const inSight = (row: HTMLElement) => {
  const [box, frame] = [row.getBoundingClientRect(), grid().getBoundingClientRect()];
  return box.top >= frame.top && box.bottom <= frame.bottom + 1;
};
const soon = (check: () => void) => vi.waitFor(check, 5_000);
const read = () => soon(() => expect(root.querySelector('.queue-skeleton')).toBeNull());

async function serious(): Promise<string[]> {
  const { violations } = await axe.run(root);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe('100,000 reports', () => {
  test('have as many rows as the window, and all by their numbers', async () => {
    const { index, store } = manyReports(COUNT);
    showIn(root, { index, store });
    await read();
    expect(grid().getAttribute('aria-rowcount')).toBe(String(COUNT + 1));
    expect(rows().length).toBeGreaterThan(8);
    expect(rows().length).toBeLessThan(60);
    expect(rows()[0]!.getAttribute('aria-rowindex')).toBe('2');
    expect(grid().scrollHeight).toBeGreaterThan(COUNT * 40);
  });

  test('are read only where they are seen, also when the reader drags through them', async () => {
    const { index, store, asked } = manyReports(COUNT);
    showIn(root, { index, store });
    await read();
    for (let at = 0; at <= 20; at++) {
      grid().scrollTop = (grid().scrollHeight * at) / 20;
      await new Promise(requestAnimationFrame);
      expect(rows().length).toBeLessThan(60);
    }
    await soon(() => expect(rows().at(-1)?.getAttribute('aria-rowindex')).toBe(String(COUNT + 1)));
    await read();
    expect(inSight(rows().at(-1)!)).toBe(true);
    expect(asked.flat().length).toBeLessThan(21 * 60);
  });

  test('are gone through by keys: the current row is named, in sight and announced by its content', async () => {
    const { index, store } = manyReports(COUNT);
    showIn(root, { index, store });
    await read();
    grid().focus();
    await soon(() => expect(current()?.dataset.index).toBe('0'));
    await userEvent.keyboard('{End}');
    await soon(() => expect(current()?.dataset.index).toBe(String(COUNT - 1)));
    await read();
    expect(inSight(current()!)).toBe(true);
    expect(current()?.textContent).toContain('Site xiaohongshu');
    await userEvent.keyboard('k{PageUp}{ArrowUp}');
    const at = Number(current()?.dataset.index);
    expect(at).toBeLessThan(COUNT - 8);
    await userEvent.keyboard('{PageDown}jj{Home}j');
    await soon(() => expect(current()?.dataset.index).toBe('1'));
    expect(inSight(current()!)).toBe(true);
    expect(document.activeElement).toBe(grid());
    expect(root.querySelector('.queue-foot')?.textContent).toContain('2 of 100,000');
  });

  test('scrolled by the wheel, the current row keeps its element and so its name', async () => {
    const { index, store } = manyReports(COUNT);
    showIn(root, { index, store });
    await read();
    grid().focus();
    await soon(() => expect(current()?.dataset.index).toBe('0'));
    grid().scrollTop = 500_000;
    await soon(() => expect(rows().some((row) => Number(row.dataset.index) > 5_000)).toBe(true));
    expect(current()?.dataset.index).toBe('0');
    await userEvent.keyboard('j');
    await soon(() => expect(grid().scrollTop).toBeLessThan(200));
  });

  test('are selected all at once within a moment', async () => {
    const { index, store } = manyReports(COUNT);
    const exported: number[] = [];
    showIn(root, { index, store, exported: (ids) => exported.push(ids.length) });
    await read();
    grid().focus();
    await userEvent.keyboard('{Control>}a{/Control}');
    await expect.element(page.getByText('All 100,000 selected')).toBeVisible();
    expect(rows().every((row) => row.getAttribute('aria-selected') === 'true')).toBe(true);
    await userEvent.keyboard('x');
    await expect.element(page.getByText('Selected: 99,999')).toBeVisible();
    await userEvent.keyboard('e');
    expect(exported).toEqual([COUNT - 1]);
    await userEvent.keyboard('{Escape}');
    await soon(() => expect(rows().some((row) => row.getAttribute('aria-selected') === 'true')).toBe(false));
  });
});

describe.each(['light', 'dark'])('the queue in a %s scheme', (scheme) => {
  test.each([1440, 800, 500])('has nothing that axe calls serious and fits at %i pixels', async (width) => {
    await page.viewport(width, 800);
    document.documentElement.style.colorScheme = scheme;
    const { index, store } = manyReports(500);
    showIn(root, { index, store, progress: { done: 500, total: 2_000 } });
    await read();
    grid().focus();
    await userEvent.keyboard('xjx');
    await expect.element(page.getByText('Selected: 2')).toBeVisible();
    await document.documentElement.ownerDocument.fonts.ready;
    expect(await serious()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    expect(grid().scrollWidth).toBeLessThanOrEqual(grid().clientWidth);
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(await serious()).toEqual([]);
  });
});

test('the head sorts by press and by key, and says the order', async () => {
  const { index, store } = manyReports(50);
  showIn(root, { index, store });
  await read();
  const header = (name: string) => page.getByRole('columnheader', { name: new RegExp(name) });
  await expect.element(header('Time filed')).toHaveAttribute('aria-sort', 'descending');
  await page.getByRole('button', { name: 'Status', exact: true }).click();
  await expect.element(header('Status')).toHaveAttribute('aria-sort', 'ascending');
  await userEvent.keyboard('{ArrowRight}{Enter}');
  await expect.element(header('Evidence')).toHaveAttribute('aria-sort', 'descending');
  await userEvent.keyboard(' ');
  await expect.element(header('Evidence')).toHaveAttribute('aria-sort', 'ascending');
  expect(root.querySelectorAll('.queue-head button[tabindex="0"]').length).toBe(1);
});

test('a row shows what it is, and its title beside the digest once it was read', async () => {
  const { index, store } = manyReports(30);
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  const late = { ...store, rows: (ids: readonly string[]) => answered.then(() => store.rows(ids)) };
  showIn(root, { index, store: late });
  await soon(() => expect(rows()[0]?.querySelector('.queue-skeleton')).not.toBeNull());
  expect(rows()[0]?.textContent).toContain('New');
  answer();
  await read();
  expect(title(rows()[0]!)).toContain('路上偶遇');
  expect(rows()[0]?.textContent).toContain('小林');
  expect(rows()[0]?.textContent).toContain('#待复核');
  expect(rows()[0]?.textContent).toContain('×3');
});
