import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { FEED } from '../../scripts/demo/pages';
import { openCard, until } from '../../scripts/lib/hands';
import { openExtensionPage } from '../../scripts/lib/reading';
import { seriousBarriers } from './axe';
import { BROWSERS, useBrowser } from './support';

/** The parts of the extension API that are used inside an extension page. */
declare const chrome: {
  i18n: { getUILanguage(): string };
  tabs: { query(filter: object): Promise<{ url?: string }[]> };
};

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 400, height: 800 };
const CATEGORY = '2025-3/fake-staged';
const PAGE = '/campaigns.html';

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return (
      activeElement?.closest('details')?.id || activeElement?.getAttribute('href') || activeElement?.tagName
    );
  });
/** The focus follows what is shown, a moment later. */
const focusOn = (page: Page, place: string) =>
  until(`the focus on ${place}`, async () => ((await focused(page)) === place ? true : undefined));
const isOpen = (page: Page, id: string) =>
  page.evaluate((name) => (document.getElementById(name) as HTMLDetailsElement | null)?.open, id);
const statusOf = (page: Page) => page.$eval('[role="status"]', ({ textContent }) => textContent);
const isShown = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element as HTMLElement).checkVisibility());

async function pressUntil(page: Page, key: 'Tab', reached: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60 && !(await reached()); presses++) await page.keyboard.press(key);
  expect(await reached()).toBe(true);
}

describe.each(BROWSERS)('the campaigns page in %s', (browser) => {
  const session = useBrowser(browser, { language: 'en-US' });
  const open = async (fragment = '', viewport = WIDE) => {
    const page = await openExtensionPage(session.driven, PAGE + fragment, 'main h2');
    await page.setViewport(viewport);
    await page.bringToFront();
    return page;
  };

  test('shows all campaigns, and the category that its address names', async () => {
    const page = await open(`#${CATEGORY}`);
    expect(await page.$$eval('.campaign-list a', (links) => links.length)).toBe(17);
    expect(await isOpen(page, CATEGORY)).toBe(true);
    await focusOn(page, CATEGORY);
    await page.close();
  });

  test('is worked with the keyboard alone: search, open, fold, go back', async () => {
    const page = await open();
    await pressUntil(page, 'Tab', () =>
      page.evaluate(() => document.activeElement?.matches('[type=search]') ?? false),
    );
    await page.keyboard.type('staged');
    await until('results', async () => ((await statusOf(page))?.endsWith('found') ? true : undefined));
    await pressUntil(page, 'Tab', async () =>
      page.evaluate((id) => document.activeElement?.matches(`main a[href="#${id}"]`) ?? false, CATEGORY),
    );
    await page.keyboard.press('Enter');
    await until('the category', async () => ((await isOpen(page, CATEGORY)) ? true : undefined));
    await focusOn(page, CATEGORY);
    await page.keyboard.press(' ');
    await until('a folded category', async () =>
      (await isOpen(page, CATEGORY)) === false ? true : undefined,
    );
    await page.evaluate(() => history.back());
    await until('the page as it was', async () =>
      (await page.evaluate(() => location.hash)) === '' ? true : undefined,
    );
    await page.close();
  });

  test('narrows by what is done with the categories, and says what to do when nothing is left', async () => {
    const page = await open();
    await page.locator('.policy-choice ::-p-text(Never marked)').click();
    await until('a count', async () => (/^\d of 115/.test((await statusOf(page)) ?? '') ? true : undefined));
    await page.locator('[type=search]').fill('zzzz');
    await page.waitForSelector('main .empty');
    await page.locator('main .empty button').click();
    await page.waitForSelector('main details.category');
    expect(await statusOf(page)).toBe('');
    await page.close();
  });

  test('shows one thing at a time on a narrow screen, without scrolling sideways', async () => {
    const page = await open('', NARROW);
    const fits = () =>
      page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
    expect(await isShown(page, 'main')).toBe(false);
    expect(await fits()).toBe(true);
    await page.locator('.campaign-list a[href="#2025-3"]').click();
    await until('the campaign', async () => ((await isShown(page, 'main')) ? true : undefined));
    expect(await isShown(page, '.campaign-list')).toBe(false);
    expect(await fits()).toBe(true);
    await page.locator('.to-list').click();
    await until('the list', async () => ((await isShown(page, '.campaign-list')) ? true : undefined));
    await focusOn(page, '#2025-3');
    await page.close();
  });

  test('is opened at its category from the card', async () => {
    const feed = await session.open(FEED);
    await openCard(feed, 0);
    const shown = () =>
      session.reports.evaluate(async () => {
        const tabs = await chrome.tabs.query({});
        return tabs
          .map(({ url }) => url ?? '')
          .find((url) => /campaigns\.html#20\d\d-\d\/[a-z-]+$/.test(url));
      });
    // The card stands in a closed shadow root; what follows Report is reached as a person reaches it.
    for (let presses = 0; presses < 12 && !(await shown()); presses++) {
      await feed.bringToFront();
      await feed.keyboard.press('Tab');
      // Report and "not a problem" come first, the questions fold by Enter, then comes the way to the category.
      if (presses > 0) await feed.keyboard.press('Enter');
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(await shown()).toBeTruthy();
    await feed.close();
  });
});

const LANGUAGES = [
  { language: 'zh-CN', title: '专项行动', dark: 0 },
  { language: 'en-US', title: 'Campaigns', dark: 1 },
] as const;

describe.each(BROWSERS.flatMap((browser) => LANGUAGES.map((words) => ({ browser, ...words }))))(
  'the campaigns page in $browser in $language',
  ({ browser, language, title, dark }) => {
    const session = useBrowser(browser, {
      language,
      // Firefox takes the colour scheme only at its start: 0 is dark, 1 is light.
      preferences: { 'layout.css.prefers-color-scheme.content-override': dark },
    });
    const own = dark === 0 ? 'dark' : 'light';
    const other = dark === 0 ? 'light' : 'dark';
    // Every scheme and width meets every language, in one browser or the other; all at once would take minutes.
    const views =
      browser === 'chromium'
        ? [
            { scheme: other, ...WIDE },
            { scheme: own, ...NARROW },
          ]
        : [{ scheme: own, ...WIDE }];
    const places = ['', `#${CATEGORY}`, '#2025-3/fiction-label-missing', '#2025-2/disrupt-opinion'];

    test.each(views)(
      'speaks it, and axe finds nothing serious: $scheme, $width px',
      async ({ scheme, width, height }) => {
        for (const place of places) {
          const page = await openExtensionPage(session.driven, PAGE + place, 'h1');
          await page.setViewport({ width, height });
          if (browser === 'chromium')
            await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          expect(
            await page.evaluate((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme),
          ).toBe(true);
          expect(await seriousBarriers(page), place).toEqual([]);
          const spokenHere = await page.evaluate(() => chrome.i18n.getUILanguage());
          if (spokenHere.startsWith(language.slice(0, 2)))
            expect(await page.$eval('h1', ({ textContent }) => textContent)).toContain(title);
          await page.close();
        }
      },
    );

    test('axe finds nothing serious among results', async () => {
      const page = await openExtensionPage(session.driven, PAGE, '[type=search]');
      await page.setViewport(WIDE);
      for (const text of ['AI', 'zzzz']) {
        await page.locator('[type=search]').fill(text);
        await until('a count', async () => ((await statusOf(page)) ? true : undefined));
        expect(await seriousBarriers(page), text).toEqual([]);
      }
      await page.close();
    });
  },
);
