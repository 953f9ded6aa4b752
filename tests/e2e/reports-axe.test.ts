import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { until } from '../../scripts/lib/hands';
import { seriousBarriers } from './axe';
import { OWN, writeFiles } from './exchange-files';
import { fill, inside } from './inside';
import { openPart, queueNow, reloadReports, storedHistory, storedReports } from './reports-page';
import { BROWSERS, type BrowserName, useBrowser } from './support';

const WIDTHS = [1_440, 800];
/** Chromium changes its colours as it is told; Firefox takes them only at its start, where 0 is dark. */
const LOOKS = BROWSERS.map((browser) =>
  browser === 'chromium'
    ? { browser, language: 'zh-CN' as const, schemes: ['light', 'dark'] }
    : { browser, language: 'en-US' as const, schemes: ['dark'] },
);

describe.each(LOOKS)('the reports page in $browser in $language', ({ browser, language, schemes }) => {
  const session = useBrowser(browser, {
    language,
    preferences: { 'layout.css.prefers-color-scheme.content-override': 0 },
  });
  const folder = mkdtempSync(join(tmpdir(), 'qingjian-axe-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const click = (selector: string) =>
    session.reports.$eval(selector, (button) => (button as HTMLElement).click());
  const open = async (part: Parameters<typeof openPart>[1], ready: string) => {
    await openPart(session.reports, part);
    await session.reports.waitForSelector(ready);
  };
  /** What keeps people out, in every look, each with where it was found. */
  const barriers = async () => {
    const found: string[] = [];
    for (const [i, scheme] of schemes.entries())
      for (const width of WIDTHS) {
        await look(session.reports, browser, scheme, width);
        // Another scheme is the same page in other colours.
        const rules = i > 0 ? ['color-contrast', 'link-in-text-block'] : undefined;
        for (const each of await seriousBarriers(session.reports, rules))
          found.push(`${scheme} ${width}: ${each}`);
      }
    return found;
  };
  afterEach(() => session.reports.setViewport({ width: 1_440, height: 900 }));

  test('keeps nobody out before anything was reported', async () => {
    await session.reports.waitForSelector('.first-run');
    expect(await barriers()).toEqual([]);
    await open('figures', 'main > *');
    expect(await barriers()).toEqual([]);
  });

  test('keeps nobody out of the queue, with rows of every kind, and what is selected', async () => {
    await fill(session.reports, 40);
    const newest = (await storedReports(session.reports)).toSorted((a, b) => b.createdAt - a.createdAt)[0]!;
    await inside(session.reports, 'tamper', { change: 'reports', key: newest.id, to: { post: 'x' } });
    await openPart(session.reports, 'queue');
    await reloadReports(session.reports);
    await until('the damaged row', () =>
      session.reports.$('.status-damaged').then((row) => row ?? undefined),
    );
    expect(await barriers()).toEqual([]);
    await click('.queue-box-all');
    await session.reports.waitForSelector('.queue-bulk-status');
    await click('.filter-order [role="switch"]');
    expect(await barriers()).toEqual([]);
  });

  test('keeps nobody out of what opens over the queue', async () => {
    const { reports } = session;
    const menus = await reports.$$eval('.menu-button', (buttons) => buttons.length);
    expect(menus).toBe(5);
    for (let menu = 0; menu < menus; menu++) {
      const toggle = () =>
        reports.$$eval('.menu-button', (buttons, n) => (buttons[n] as HTMLElement).click(), menu);
      await toggle();
      await reports.waitForSelector('.menu:popover-open fieldset');
      // Two of the looks are enough: the menus differ in what they hold, not in how they look.
      await look(reports, browser, schemes[menu % schemes.length]!, WIDTHS[menu % 2]!);
      expect(await seriousBarriers(reports)).toEqual([]);
      await toggle();
    }
    for (const key of ['?', 't', 'a'] as const) {
      await reports.focus('.queue-table');
      await reports.keyboard.press(key);
      await reports.waitForSelector('dialog[open]');
      expect(await barriers()).toEqual([]);
      await reports.keyboard.press('Escape');
      await until('the closed dialog', async () => ((await reports.$('dialog')) ? undefined : true));
    }
  });

  test('keeps nobody out of a report, with its picture and visits, nor of one that is damaged', async () => {
    const { reports } = session;
    const [entry] = await storedHistory(reports);
    await inside(reports, 'belongings', entry!.reportId, entry!.seq);
    await inside(reports, 'tag', entry!.reportId, '重点');
    await open(`report/${entry!.reportId}`, '.detail .history li:nth-child(2)');
    expect(await barriers()).toEqual([]);
    const { ids } = await queueNow(reports);
    await open(`report/${ids[0]!}`, '.detail-pane code');
    expect(await barriers()).toEqual([]);
  });

  test('keeps nobody out of the figures and their tables', async () => {
    await open('figures', 'main figure');
    await session.reports.$$eval('main figure details', (all) => {
      for (const each of all) each.open = true;
    });
    expect(await barriers()).toEqual([]);
  });

  test('keeps nobody out of exports, with columns to choose and concerns to decide', async () => {
    await open('exchange', '.export-form');
    await session.reports.$$eval('.export-form fieldset:nth-child(3) [type="radio"]', (all) =>
      (all.at(-1) as HTMLElement).click(),
    );
    await session.reports.waitForSelector('.export-column');
    expect(await barriers()).toEqual([]);
    await click('.exchange-actions .primary');
    await session.reports.waitForSelector('.export-concerns');
    expect(await barriers()).toEqual([]);
  });

  test('keeps nobody out of imports, with conflicts and rows that cannot be read, nor of backups', async () => {
    const { reports } = session;
    await inside(reports, 'put', OWN);
    await click('[role="tab"]:nth-child(2)');
    await reports.waitForSelector('.import-drop');
    expect(await barriers()).toEqual([]);
    const input = (await reports.$('.import-drop input')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(damagedRow((await writeFiles(folder)).river));
    await reports.waitForSelector('.import-conflicts');
    await reports.waitForSelector('.import-problems');
    expect(await barriers()).toEqual([]);
    await click('.exchange-panel:not([hidden]) .primary');
    await reports.waitForSelector('.import-entry button');
    expect(await barriers()).toEqual([]);
    await click('[role="tab"]:nth-child(3)');
    await reports.waitForSelector('.backup-last');
    expect(await barriers()).toEqual([]);
  });

  test('keeps nobody out of handing a report over, nor of the cases', async () => {
    const { reports } = session;
    const { id } = OWN.at(-1)!;
    const filing = (await storedHistory(reports)).find(({ reportId }) => reportId === id)!;
    await inside(reports, 'belongings', id, filing.seq);
    await open(`cases/${id}`, '.handover-pictures button');
    expect(await barriers()).toEqual([]);
    await reports.$$eval('.precheck [type="checkbox"]', (all) => {
      for (const each of all) (each as HTMLElement).click();
    });
    await reports.locator('.handover-done [type="submit"]:enabled').click();
    await reports.waitForSelector('.case > button');
    expect(await barriers()).toEqual([]);
    await click('.case > button');
    await reports.waitForSelector('.case-form');
    expect(await barriers()).toEqual([]);
  });

  test('keeps nobody out of Verify and storage, before and after problems were found', async () => {
    await open('care', '.care-run button');
    expect(await barriers()).toEqual([]);
    await click('.care-run button');
    await session.reports.waitForSelector('.care-verdict-bad');
    await click('.care-repair-way:last-child .danger');
    expect(await barriers()).toEqual([]);
    await click('.care-asking .danger');
    await until('the ledger anew', () =>
      session.reports.evaluate(() => document.querySelector('.care-verdict-bad') === null || undefined),
    );
    await click('.care-run button');
    await session.reports.waitForSelector('.care-verdict-good');
    expect(await barriers()).toEqual([]);
  });
});

/** The same file with one row that cannot be read. */
function damagedRow(path: string): string {
  const lines = readFileSync(path, 'utf8').split('\n');
  lines[4] = lines[4]!.slice(0, 40);
  writeFileSync(path, lines.join('\n'));
  return path;
}

async function look(page: Page, browser: BrowserName, scheme: string, width: number): Promise<void> {
  await page.setViewport({ width, height: 900 });
  if (browser === 'chromium')
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await until(`the ${scheme} scheme at ${width}`, () =>
    page.evaluate(
      (wanted, wide) =>
        (matchMedia(`(prefers-color-scheme: ${wanted})`).matches && innerWidth === wide) || undefined,
      scheme,
      width,
    ),
  );
}
