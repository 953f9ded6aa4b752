import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { hashOfSites } from '../../scripts/lib/adapter-version';
import { openCard, until, waitForReports } from '../../scripts/lib/hands';
import type { Report } from '../../utils/model/report';
import { queueRows } from './reports-page';
import { ANSWER, BROWSERS, NOTE, rows, spoken, useBrowser } from './support';

/** What a report keeps of the place where a label would stand, so that "unlabelled" is an observation. */
describe.each(BROWSERS)('the proof that a label was missing in %s', (browser) => {
  const session = useBrowser(browser, { language: 'en-US' });

  /** Files a report on the first marked post of a page. */
  const reportAt = async (url: string, words: string): Promise<Report> => {
    const before = await rows<Report & Record<string, unknown>>(session.reports, 'reports');
    const page = await session.open(url);
    await openCard(page, 0);
    if (browser === 'chromium') await hears(page, words);
    await page.keyboard.press('r');
    await waitForReports(session.reports, before.length + 1);
    await page.close();
    const after = await rows<Report & Record<string, unknown>>(session.reports, 'reports');
    return after.find(({ id }) => before.every((each) => each.id !== id))!;
  };
  const hears = (page: Page, words: string) =>
    until(`"${words}"`, async () => ((await spoken(page)).includes(words) ? true : undefined));
  /** What the reports page says of the n-th report, newest first. */
  const detail = async (n: number, words: string) => {
    const { reports } = session;
    await reports.bringToFront();
    await until('the rows', async () => ((await queueRows(reports)).length > n ? true : undefined));
    await (await queueRows(reports))[n]!.click();
    return until(`"${words}"`, async () => {
      const text = await reports.$eval('.detail', ({ textContent }) => textContent).catch(() => '');
      return text?.includes(words) ? text : undefined;
    });
  };

  test('names the place that was read and empty, when, and by which site definitions', async () => {
    const start = Date.now();
    const report = await reportAt(ANSWER, 'The label place was read and is empty');
    expect(report.post.labels).toEqual({ state: 'none', items: [] });
    expect(report.post.labelPlaces).toEqual([
      { from: 'element', where: '.LabelContainer-wrapper', text: '' },
    ]);
    expect(report.adapter).toBe(hashOfSites());
    expect(report.readAt).toBeGreaterThanOrEqual(start);
    expect(report.readAt).toBeLessThanOrEqual(report.createdAt);

    const shown = await detail(0, 'The label place was read and is empty');
    expect(shown).toContain('.LabelContainer-wrapper');
    expect(shown).toContain(`Site definitions${hashOfSites()}`);
  });

  test('is not claimed where no label place was there to be read', async () => {
    const report = await reportAt(NOTE, 'Could not tell: the label place could not be read');
    expect(report.post.labels).toEqual({ state: 'unknown', items: [] });
    expect(report.post).not.toHaveProperty('labelPlaces');
    expect(report.adapter).toBe(hashOfSites());

    const shown = await detail(0, 'Could not tell: the label place could not be read');
    expect(shown).not.toContain('Where this was read');
  });
});
