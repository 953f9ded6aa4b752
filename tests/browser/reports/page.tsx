import '@/components/tokens.css';
import '@/components/base.css';
import '@/components/findings.css';
import '@/components/picker.css';
import '@/components/picture.css';
import '@/components/toast.css';
import '@/components/key-help.css';
import '@/components/filters/filters.css';
import '@/components/queue/queue.css';
import '@/entrypoints/reports/style.css';
import '@/entrypoints/reports/detail.css';
import { render } from 'preact';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from '@/entrypoints/reports/App';
import { ReportStore } from '@/utils/storage/reports';
import { forgetStorage, speak } from '../../support/browser-imports';
import { makeDraft, makePost } from '../../support/builders';
import { newDatabaseName } from '../../support/database-name';
import { testNames } from '../../support/names';

/** The whole reports page over the browser's own database. */
export let store: ReportStore;
export let database: string;
let stores: ReportStore[] = [];
let pages: HTMLElement[] = [];
let time = 0;

/** Moves the clock of every connection. */
export function later(days: number): void {
  time += days * 86_400_000;
}

beforeEach(async () => {
  await page.viewport(1280, 800);
  history.replaceState(null, '', '#');
  speak('en');
  forgetStorage();
  time = Date.UTC(2026, 9, 2, 3, 4, 5);
  database = newDatabaseName();
  store = openStore();
});
afterEach(async () => {
  closePages();
  // What the pages were reading comes to its end.
  await new Promise((resolve) => setTimeout(resolve, 20));
  for (const each of stores) each.close();
  stores = [];
  indexedDB.deleteDatabase(database);
  document.documentElement.style.removeProperty('color-scheme');
  vi.restoreAllMocks();
});

/** Another connection to the database, as another window has one. Its clock moves a second with every question. */
export function openStore(): ReportStore {
  const another = new ReportStore('0.1.0', database, () => (time += 1_000));
  stores.push(another);
  return another;
}

/** A page of its own in the document, at the place that the address names. */
export function openPage(over: ReportStore = store): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  render(<App store={over} names={testNames} />, root);
  pages.push(root);
  return root;
}

export function closePages(): void {
  for (const root of pages) {
    render(null, root);
    root.remove();
  }
  pages = [];
}

export const TITLES = { staged: '偶遇一位老人', course: 'AI变现课' };

/** Two posts, first `staged`, then `course`. */
export async function fileTwo(): Promise<{ staged: string; course: string }> {
  const staged = await store.file(makeDraft());
  const post = makePost({ site: 'zhihu', kind: 'answer', id: '7', title: TITLES.course });
  const course = await store.file(makeDraft({ post, findings: [], categories: [] }));
  return { staged: staged.reportId, course: course.reportId };
}

/** Opens the page and waits for so many rows. */
export async function openQueue(count: number): Promise<HTMLElement> {
  const root = openPage();
  await soon(() => expect(titles(root)).toHaveLength(count));
  return root;
}

export const soon = (check: () => void | Promise<void>) => vi.waitFor(check, 5_000);
export const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
export const pane = () => page.getByRole('region', { name: 'Report details' });
export const grid = (root: ParentNode = document) => root.querySelector<HTMLElement>('[role="grid"]')!;

/** What the rows of the queue are called, from above; those that are still being read are left out. */
export function titles(root: ParentNode = document): string[] {
  const rows = [...root.querySelectorAll<HTMLElement>('.queue-body [role="row"]')];
  const placed = rows.sort((a, b) => Number(a.dataset.index) - Number(b.dataset.index));
  return placed.map((row) => row.querySelector('.queue-title')?.textContent ?? '').filter(Boolean);
}

export function row(title: string, root: ParentNode = document): HTMLElement {
  const rows = [...root.querySelectorAll<HTMLElement>('.queue-body [role="row"]')];
  const found = rows.find((each) => each.querySelector('.queue-title')?.textContent === title);
  if (!found) throw new Error(`No row is called ${title}; there are: ${titles(root).join(', ')}`);
  return found;
}

export async function openReport(title: string): Promise<void> {
  await userEvent.click(row(title).querySelector('.queue-title')!);
  await expect.element(pane().getByRole('heading', { name: title })).toBeVisible();
}

/** All that live regions say now. */
export function said(root: ParentNode = document): string {
  return [...root.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent).join('|');
}

export async function statuses(): Promise<Record<string, string>> {
  const rows = (await store.page(undefined, 100)) as { post: { title: string }; status: string }[];
  return Object.fromEntries(rows.map(({ post, status }) => [post.title, status]));
}
