import '@/components/precheck/precheck.css';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ExchangePane } from '@/entrypoints/reports/exchange/ExchangePane';
import { ReportIndex } from '@/utils/report-index/report-index';
import { ReportStore } from '@/utils/storage/reports';
import { browser, forgetStorage } from '../../support/browser-imports';
import { testNames } from '../../support/names';
import { barriers, show } from './export-support';

/** Nobody changes what the extension may do here. */
const never = { addListener: () => {}, removeListener: () => {} };
Object.assign(browser, { permissions: { onAdded: never, onRemoved: never, contains: async () => false } });

let store: ReportStore;
beforeEach(() => {
  forgetStorage();
  store = new ReportStore('0.9.0', crypto.randomUUID());
  const nothing = { all: 0, view: { ids: new Set<string>(), filtered: false }, selection: new Set<string>() };
  show(
    <ExchangePane
      store={store}
      index={new ReportIndex()}
      names={testNames}
      toasts={{ toast: undefined, show: () => {}, close: () => {} }}
      scopes={nothing}
      initialScope="all"
    />,
  );
});
afterEach(() => store.close());

const tab = (name: string) => page.getByRole('tab', { name });

test('export, import and backup are each one key away, and none has barriers', async () => {
  (tab('Export').element() as HTMLElement).focus();
  await expect.element(page.getByRole('radio', { name: /^CSV/ })).toBeChecked();
  for (const name of ['Export', 'Import and merge', 'Backup and restore']) {
    await expect.element(tab(name)).toHaveAttribute('aria-selected', 'true');
    await expect.element(page.getByRole('tabpanel', { name })).toBeVisible();
    expect(await barriers(), name).toEqual([]);
    await userEvent.keyboard('{ArrowRight}');
  }
  await expect.element(tab('Export')).toHaveAttribute('aria-selected', 'true');
});

test('a choice that was made is still there after a look at another tab', async () => {
  await page.getByRole('radio', { name: 'ZIP' }).click();
  await tab('Backup and restore').click();
  await tab('Export').click();
  await expect.element(page.getByRole('radio', { name: 'ZIP' })).toBeChecked();
});

test('a backup is brought back by the import, and the keyboard goes there', async () => {
  await tab('Backup and restore').click();
  await page.getByRole('button', { name: 'Open the import' }).click();
  await expect.element(page.getByRole('tabpanel', { name: 'Import and merge' })).toBeVisible();
  expect(document.activeElement).toBe(tab('Import and merge').element());
});
