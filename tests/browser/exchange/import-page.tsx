import '@/components/tokens.css';
import '@/components/base.css';
import '@/components/toast.css';
import '@/components/exchange/exchange.css';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Toast } from '@/components/Toast';
import { useToast } from '@/components/use-toast';
import { ImportPane } from '@/entrypoints/reports/exchange/import/ImportPane';
import type { Reviewer } from '@/utils/model/account';
import { ReportStore } from '@/utils/storage/reports';
import { thisReviewer } from '@/utils/storage/settings';
import { forgetStorage, speak } from '../../support/browser-imports';
import { newDatabaseName } from '../../support/database-name';
import { testNames } from '../../support/names';

/** The import pane over the browser's own database. */
export let store: ReportStore;
export let me: Reviewer;
let database: string;
let root: HTMLElement;
let time = 0;

beforeEach(async () => {
  await page.viewport(1280, 800);
  speak('en');
  forgetStorage();
  time = Date.UTC(2026, 9, 9);
  database = newDatabaseName();
  store = new ReportStore('0.1.0', database, () => (time += 1_000));
  me = await thisReviewer();
  root = document.createElement('main');
  document.body.append(root);
});
afterEach(async () => {
  render(null, root);
  root.remove();
  await new Promise((resolve) => setTimeout(resolve, 20));
  store.close();
  indexedDB.deleteDatabase(database);
  document.documentElement.style.removeProperty('color-scheme');
  vi.restoreAllMocks();
});

function Page({ over }: { over: ReportStore }) {
  const toasts = useToast();
  return (
    <div class="exchange">
      <ImportPane store={over} names={testNames} toasts={toasts} />
      <Toast toast={toasts.toast} seconds={10} onClose={toasts.close} />
    </div>
  );
}

export function openPane(): void {
  render(<Page over={store} />, root);
}

/** As when the reader goes to another part of the page. */
export function leavePane(): void {
  render(null, root);
}

/** Gives the pane a file as the browser's own dialog does. */
export function giveFile(file: File): void {
  const input = root.querySelector<HTMLInputElement>('input[type="file"]')!;
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

export const soon = (check: () => void | Promise<void>) => vi.waitFor(check, 5_000);
export const button = (name: string | RegExp) => page.getByRole('button', { name });
/** All that the pane says in its live regions. */
export const said = () =>
  [...root.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent).join('|');
export const text = () => root.textContent ?? '';

/** One line for each kind of barrier that axe finds. */
export async function barriers(): Promise<string[]> {
  const { violations } = await axe.run(root, { rules: { region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
