import { describe, expect, test } from 'vitest';
import { FEED } from '../../scripts/demo/pages';
import { openCard, waitForReports } from '../../scripts/lib/hands';
import { openExtensionPage } from '../../scripts/lib/reading';
import { seriousBarriers } from './axe';
import { QUEUE_ROW } from './reports-page';
import { BROWSERS, spoken, useBrowser } from './support';

const LANGUAGES = [
  { language: 'zh-CN', lang: 'zh-CN', heading: '举报', report: '虚假摆拍' },
  {
    language: 'en-US',
    lang: 'en',
    heading: 'Reports',
    report: 'Fake staged scenes',
  },
] as const;

/** The part of the extension API that says which language the browser itself speaks. */
declare const chrome: { i18n: { getUILanguage(): string } };

describe.each(BROWSERS.flatMap((browser) => LANGUAGES.map((words) => ({ browser, ...words }))))(
  '$browser in $language',
  ({ browser, language, lang, heading, report }) => {
    const session = useBrowser(browser, { language });

    test('speaks one language on the page, in the card and on the reports page', async ({ skip }) => {
      const spokenHere = await session.reports.evaluate(() => chrome.i18n.getUILanguage());
      skip(
        !spokenHere.startsWith(language.slice(0, 2)),
        `this ${browser} has no ${language} language pack (Debian: chromium-l10n, firefox-esr-l10n-zh-cn)`,
      );
      const feed = await session.open(FEED);
      await openCard(feed, 0);
      if (browser === 'chromium') expect(await spoken(feed)).toContain(report);
      await feed.keyboard.press('Enter');
      await waitForReports(session.reports, 1);
      await feed.close();

      await session.reports.bringToFront();
      await session.reports.locator(QUEUE_ROW).click();
      expect(await session.reports.evaluate(() => document.documentElement.lang)).toBe(lang);
      expect(await session.reports.$eval('h1', (h1) => h1.textContent)).toContain(heading);
      expect(await session.reports.$eval('main', (main) => main.textContent)).toContain(report);
    });

    test.each(['/reports.html', '/popup.html', '/sidepanel.html'])(
      'axe finds nothing serious on %s',
      async (path) => {
        const page =
          path === '/reports.html' ? session.reports : await openExtensionPage(session.driven, path, 'main');
        expect(await seriousBarriers(page)).toEqual([]);
      },
    );
  },
);
