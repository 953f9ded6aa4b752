import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { until } from '../../scripts/lib/hands';
import { seriousBarriers } from './axe';
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
  const click = (selector: string) =>
    session.reports.$eval(selector, (button) => (button as HTMLElement).click());
  const open = async (part: Parameters<typeof openPart>[1], ready: string) => {
    await openPart(session.reports, part);
    await session.reports.waitForSelector(ready);
  };
  /** What keeps people out, in every look, each with where it was found. */
  const barriers = async () => {
    const found: string[] = [];
    for (const scheme of schemes)
      for (const width of WIDTHS) {
        await look(session.reports, browser, scheme, width);
        for (const each of await seriousBarriers(session.reports)) found.push(`${scheme} ${width}: ${each}`);
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
