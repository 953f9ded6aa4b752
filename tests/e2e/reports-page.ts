import type { ElementHandle, Page } from 'puppeteer-core';
import type { Part } from '../../entrypoints/reports/use-place';
import { until } from '../../scripts/lib/hands';
import type { HistoryEntry, Report } from '../../utils/model/report';
import { rows } from './support';

/** A row of the queue; only those near the window are in the document. */
export const QUEUE_ROW = '.queue-row[data-index]';

export function queueRows(reports: Page): Promise<ElementHandle[]> {
  return reports.$$(QUEUE_ROW);
}

/** Loads the page anew and waits until it has read all reports. Firefox never says that such a page is loaded. */
export async function reloadReports(reports: Page): Promise<void> {
  await reports.bringToFront();
  await reports.evaluate(() => {
    Object.assign(globalThis, { isOld: true });
    location.reload();
  });
  await until('the page anew', () =>
    reports
      .evaluate(() => (!('isOld' in globalThis) && document.querySelector('main > *') ? true : undefined))
      .catch(() => undefined),
  );
  await until('all reports to be read', async () =>
    (await reports.$('.queue-foot progress')) === null ? true : undefined,
  );
}

export const storedReports = (reports: Page) => rows<Report & Record<string, unknown>>(reports, 'reports');

/** By ascending number. */
export const storedHistory = (reports: Page) =>
  rows<HistoryEntry & Record<string, unknown>>(reports, 'history');

/** What the list shows: number of rows, of those in the window their ids, and the id of the row that keys act on. */
export function queueNow(reports: Page): Promise<{ count: number; ids: string[]; current: string }> {
  return reports.evaluate(() => {
    const table = document.querySelector('.queue-table');
    const idOf = (id: string | null | undefined) => (id ?? '').replace('queue-row-', '');
    const shown = [...document.querySelectorAll<HTMLElement>('.queue-row[data-index]')];
    shown.sort((a, b) => Number(a.dataset.index) - Number(b.dataset.index));
    return {
      count: Number(table?.getAttribute('aria-rowcount') ?? 1) - 1,
      ids: shown.map(({ id }) => idOf(id)),
      current: idOf(table?.getAttribute('aria-activedescendant')),
    };
  });
}

export async function waitForText(page: Page, selector: string, words: string | RegExp): Promise<string> {
  return until(`"${words}" in ${selector}`, async () => {
    const texts = await page.$$eval(selector, (all) => all.map(({ textContent }) => textContent ?? ''));
    return texts.find((text) => (typeof words === 'string' ? text.includes(words) : words.test(text)));
  });
}

/** Another part of the page, as by its address. */
export async function openPart(reports: Page, part: Part | `report/${string}` | `cases/${string}`) {
  await reports.bringToFront();
  await reports.evaluate((hash) => {
    location.hash = hash;
  }, part);
}

/** What comparing all rows with the ledger says: the verdict, and each problem in words. */
export async function verify(reports: Page): Promise<{ verdict: string; problems: string[] }> {
  await openPart(reports, 'care');
  await reports.waitForSelector('.care-run button');
  // The verdict of an earlier run goes as soon as this one begins.
  await reports.$eval('.care-result > p', (place) => {
    place.textContent = '';
  });
  await reports.$eval('.care-run button', (button) => button.click());
  const verdict = await until('a verdict', async () => {
    const text = await reports.$eval('.care-result > p', ({ textContent }) => textContent);
    return text || undefined;
  });
  const problems = await reports.$$eval('.care-result .care-lines > li', (lines) =>
    lines.map(({ textContent }) => textContent ?? ''),
  );
  return { verdict, problems };
}

export const NOTHING_CHANGED = { verdict: 'Nothing was changed', problems: [] };
