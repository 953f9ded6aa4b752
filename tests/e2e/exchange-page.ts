import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';
import { until } from '../../scripts/lib/hands';
import type { Report } from '../../utils/model/report';
import { storedHistory, storedReports, waitForText } from './reports-page';
import { rows } from './support';
import { nameOfFocus, tabToName } from './tabbing';

/** The open tab of the part for files. */
const PANEL = '.exchange-panel:not([hidden])';

export async function press(page: Page, ...keys: KeyInput[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Goes to another part of the page by its name in the header. */
export async function goTo(page: Page, part: RegExp): Promise<void> {
  await page.bringToFront();
  // Back from the title, which stands first, would lead out of the page.
  const isBefore = await page.evaluate(() => document.activeElement?.closest('main') === null);
  await tabToName(page, part, isBefore ? undefined : 'back');
  await press(page, 'Enter');
  await until('the title to have the focus', async () =>
    (await nameOfFocus(page)).startsWith('Reports') ? true : undefined,
  );
}

/** Goes from the tab for exports to the one for imports, or there from another part of the page. */
export async function goToImports(page: Page): Promise<void> {
  await page.bringToFront();
  const isThere = (await page.$('.exchange-tabs')) !== null;
  if (!isThere) await goTo(page, /^Export & merge$/);
  await tabToName(page, /^Export$/, isThere ? 'back' : undefined);
  await press(page, 'ArrowRight');
  await page.waitForSelector(`${PANEL} #import-title`);
}

/** What is said of the file that was read, and of the one that was imported. */
const told = (page: Page, words: string | RegExp) =>
  waitForText(page, `${PANEL} .exchange-section > [role="status"]`, words);

/**
 * Asks for a file and gives it, in the place of the browser's own dialog, of which Firefox tells drivers nothing.
 * Resolves to the numbers of the preview.
 */
export async function preview(page: Page, path: string): Promise<string> {
  await tabToName(page, /^Choose a file/);
  const input = (await page.$(`${PANEL} input[type="file"]`)) as ElementHandle<HTMLInputElement>;
  await input.evaluate((element) =>
    element.addEventListener('click', (event) => {
      event.preventDefault();
      element.setAttribute('data-asked', '');
    }),
  );
  await press(page, 'Enter');
  await page.waitForSelector(`${PANEL} input[data-asked]`);
  await input.uploadFile(path);
  return told(page, /Nothing was written yet/);
}

/** Imports what the preview shows. */
export async function confirmImport(page: Page): Promise<void> {
  await tabToName(page, /^Import$/);
  // While the file is compared again for another owner, the button waits.
  await page.waitForSelector(`${PANEL} .exchange-actions .primary:focus:not([aria-disabled="true"])`);
  await press(page, 'Enter');
  await told(page, /was imported/);
}

/** Back to the choice of a file. */
export async function chooseAnother(page: Page): Promise<void> {
  await tabToName(page, /^Choose another file/);
  await press(page, 'Enter');
  await page.waitForSelector(`${PANEL} .import-drop`);
}

/** Takes one import back. Resolves to what the journal says of it then. */
export async function takeBack(page: Page, file: string): Promise<string> {
  await tabToName(page, new RegExp(`^Take back.*${file}`));
  await press(page, 'Enter');
  return until(`${file} to be taken back`, async () => {
    const entries = await page.$$eval('.import-entry', (all) => all.map(({ textContent }) => textContent));
    return entries.find((entry) => entry?.includes(file) && entry.includes('Taken backReports')) ?? undefined;
  });
}

/** Exports everything as one archive, letting pass what the check finds. Resolves to the path of the file. */
export async function exportAll(page: Page, downloads: string): Promise<string> {
  await goTo(page, /^Export & merge$/);
  await tabToName(page, /^CSV$/);
  await press(page, 'ArrowUp');
  await tabToName(page, /^Check and export/);
  await press(page, 'Enter');
  await page.waitForSelector('.export-concerns h3:focus');
  await takeAlong(page);
  await tabToName(page, /^Export \d+$/);
  await press(page, 'Enter');
  const name = /into (\S+\.zip)/.exec(await waitForText(page, '.exchange-result', '.zip'))![1]!;
  return until('the whole archive', async () => {
    const path = join(downloads, name);
    // The names of all its files stand at its end.
    const isWhole = existsSync(path) && readFileSync(path).subarray(-2_000).includes('manifest.json');
    return isWhole ? path : undefined;
  });
}

/** Chooses for every kind of concern that its reports go along. */
async function takeAlong(page: Page): Promise<void> {
  const isReady = () => page.$eval('.export-concerns .primary', (button) => button.ariaDisabled !== 'true');
  for (let presses = 0; presses < 40 && !(await isReady()); presses++) {
    await press(page, 'Tab');
    const isUnchosen = await page.evaluate(
      () => (document.activeElement as HTMLInputElement).checked === false,
    );
    if (isUnchosen && (await nameOfFocus(page)) === 'Leave these out') await press(page, 'ArrowDown');
  }
}

/** Everything of reports that goes from store to store, by post. */
export async function contents(page: Page) {
  const reports = await storedReports(page);
  const own = new Map(reports.flatMap((each) => (each.adopted ? [] : [[each.id, each.postKey]])));
  const pictures = await rows<{ sha256: string }>(page, 'evidence');
  return {
    reports: reports.map(carried).toSorted((a, b) => (a.postKey < b.postKey ? -1 : 1)),
    pictures: pictures.map(({ sha256 }) => sha256),
    steps: (await storedHistory(page)).flatMap(({ reportId, action, at }) =>
      own.has(reportId) ? [[own.get(reportId), action, at]] : [],
    ),
  };
}

/** Without what each store adds for itself; of another reviewer's report that is its id and what was let pass, too. */
function carried({ rev: _, seal: __, chain: ___, ...report }: Report & Record<string, unknown>) {
  if (!report.adopted) return report;
  const { id: _id, overruled: _passed, ...theirs } = report;
  return theirs;
}
