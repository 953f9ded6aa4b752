import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FEED } from '../../scripts/demo/pages';
import { buildExtension } from '../../scripts/lib/build';
import { ownBoxes, until, waitForBadges } from '../../scripts/lib/hands';
import type { Driven } from '../../scripts/lib/launch';
import { openExtensionPage, readTab } from '../../scripts/lib/reading';
import { withOptionalHosts, withRequiredHosts } from '../../scripts/lib/with-hosts';
import { seriousBarriers } from './axe';
import { BROWSERS, servePage, useBrowser } from './support';

/** The parts of the extension API that are used inside an extension page. */
declare const chrome: {
  extension: { getViews(): Window[] };
  i18n: { getUILanguage(): string };
  scripting: { getRegisteredContentScripts(): Promise<{ matches: string[] }[]> };
  permissions: { contains(asked: { origins: string[] }): Promise<boolean> };
};

const SUBREDDIT = 'https://www.reddit.com/r/imagined/';
const reddit = servePage(SUBREDDIT, readFileSync('tests/fixtures/sites/reddit/feed.html', 'utf8'));

const openOptions = (driven: Driven) => openExtensionPage(driven, '/options.html', '[role="switch"]');
const alertIn = (page: Page) => page.$eval('[role="alert"]', ({ textContent }) => textContent);

async function isOn(options: Page, name: string): Promise<boolean> {
  return options.evaluate(
    (label) =>
      [...document.querySelectorAll('label')]
        .find(({ textContent }) => textContent === label)
        ?.querySelector('input')?.checked ?? false,
    name,
  );
}

/** Clicks as a reader does, and waits until the switch shows what holds. */
async function turn(options: Page, name: string, on: boolean): Promise<void> {
  await options.bringToFront();
  await options.locator(`label ::-p-text(${name})`).click();
  await shows(options, name, on);
}

async function shows(options: Page, name: string, on: boolean): Promise<void> {
  await until(`${name} ${on ? 'on' : 'off'}`, async () =>
    (await isOn(options, name)) === on ? true : undefined,
  );
}

/** The background places the content scripts on its own time, after the permission has changed. */
async function scriptsOn(control: Page, url: string): Promise<void> {
  const host = `${new URL(url).origin}/*`;
  await until(`content scripts on ${host}`, async () => {
    const matches = await control.evaluate(async () =>
      (await chrome.scripting.getRegisteredContentScripts()).flatMap((script) => script.matches),
    );
    return matches.includes(host) ? true : undefined;
  });
}

const noBadges = (page: Page) =>
  until('no badges', async () => ((await ownBoxes(page)).length === 0 ? true : undefined));

describe.each(BROWSERS)('the options in %s', (browser) => {
  const session = useBrowser(browser, { language: 'en-US' });

  test('turn a site off and on while its page is open', async () => {
    const feed = await session.open(FEED);
    await waitForBadges(feed, 4);
    const options = await openOptions(session.driven);
    await turn(options, 'Xiaohongshu', false);
    await noBadges(feed);
    await turn(options, 'Xiaohongshu', true);
    // Nothing is read in a tab that nobody sees.
    await feed.bringToFront();
    await waitForBadges(feed, 4);
    await options.close();
    await feed.close();
  });

  test('are worked with the keyboard alone, and the focus stays where it was', async () => {
    const feed = await session.open(FEED);
    await waitForBadges(feed, 4);
    const options = await openOptions(session.driven);
    await options.bringToFront();
    const focused = () =>
      options.evaluate(() => document.activeElement?.closest('label')?.textContent ?? undefined);
    for (let presses = 0; presses < 20 && (await focused()) !== 'Xiaohongshu'; presses++)
      await options.keyboard.press('Tab');
    expect(await focused()).toBe('Xiaohongshu');
    await options.keyboard.press(' ');
    await shows(options, 'Xiaohongshu', false);
    await noBadges(feed);
    expect(await focused()).toBe('Xiaohongshu');
    await options.keyboard.press(' ');
    await shows(options, 'Xiaohongshu', true);
    await feed.bringToFront();
    await waitForBadges(feed, 4);
    await options.close();
    await feed.close();
  });

  test('are one click away from the popup', async () => {
    const popup = await openExtensionPage(session.driven, '/popup.html', '.page-panel-foot');
    // The popup closes itself and may be gone before the driver hears of its click.
    void popup
      .locator('.page-panel-foot ::-p-text(Options)')
      .click()
      .catch(() => undefined);
    await until('the options', async () => {
      const paths = await session.reports.evaluate(() =>
        chrome.extension.getViews().map(({ location }) => location.pathname),
      );
      return paths.includes('/options.html') ? true : undefined;
    });
  });
});

describe('a site that the reader turns on, in firefox', () => {
  const session = useBrowser('firefox', {
    serve: reddit,
    language: 'en-US',
    // The question is answered with yes, and not shown: no driver can press its buttons.
    preferences: { 'extensions.webextOptionalPermissionPrompts': false },
  });

  test('is read from then on, and no longer when it is turned off', async () => {
    const before = await session.open(SUBREDDIT);
    expect(await readTab(session.reports, SUBREDDIT, 2_000)).toBeUndefined();
    await before.close();

    const options = await openOptions(session.driven);
    await turn(options, 'Reddit', true);
    await scriptsOn(session.reports, SUBREDDIT);
    const read = await session.open(SUBREDDIT);
    expect((await readTab(session.reports, SUBREDDIT))?.posts).toHaveLength(2);

    await turn(options, 'Reddit', false);
    await until('silence on the open page', async () =>
      (await readTab(session.reports, SUBREDDIT, 1)) === undefined ? true : undefined,
    );
    await read.close();
    const after = await session.open(SUBREDDIT);
    expect(await readTab(session.reports, SUBREDDIT, 2_000)).toBeUndefined();
    await after.close();

    await turn(options, 'Reddit', true);
    await scriptsOn(session.reports, SUBREDDIT);
    const again = await session.open(SUBREDDIT);
    expect((await readTab(session.reports, SUBREDDIT))?.posts).toHaveLength(2);
    await again.close();
    await options.close();
  });
});

/**
 * Chromium's question has no setting that answers it, and no driver can press its buttons. What is asked for and
 * granted already is granted without it; what was required cannot be given back. So turning on is tried where the
 * hosts are required, and turning off where they are optional and were granted before.
 */
describe('a site that the reader turns on, in chromium', () => {
  const extension = mkdtempSync(join(tmpdir(), 'qingjian-hosts-'));
  beforeAll(() => withRequiredHosts(buildExtension('chromium'), extension));
  const session = useBrowser('chromium', { extension, serve: reddit, language: 'en-US' });
  afterAll(() => rmSync(extension, { recursive: true, force: true }));

  test('is read from then on', async () => {
    const options = await openOptions(session.driven);
    await turn(options, 'Reddit', false);
    // The browser refuses to take a required permission back, and the page says so.
    await options.waitForSelector('[role="alert"]');
    expect(await alertIn(options)).toContain('was not saved');
    await scriptsOn(options, SUBREDDIT);
    const page = await session.open(SUBREDDIT);
    expect(await readTab(options, SUBREDDIT, 2_000)).toBeUndefined();
    await turn(options, 'Reddit', true);
    expect(await options.$('[role="alert"]')).toBeNull();
    await page.bringToFront();
    expect((await readTab(options, SUBREDDIT))?.posts).toHaveLength(2);
    await page.close();
    await options.close();
  });

  test('gives its permission back and is not read any more when it is turned off', async () => {
    await withOptionalHosts(extension);
    await session.driven.browser.installExtension(extension);
    const options = await openOptions(session.driven);
    await shows(options, 'Reddit', true);
    await scriptsOn(options, SUBREDDIT);
    const read = await session.open(SUBREDDIT);
    expect((await readTab(options, SUBREDDIT))?.posts).toHaveLength(2);

    await turn(options, 'Reddit', false);
    expect(await options.$('[role="alert"]')).toBeNull();
    await until('silence on the open page', async () =>
      (await readTab(options, SUBREDDIT, 1)) === undefined ? true : undefined,
    );
    expect(
      await options.evaluate(
        (url) => chrome.permissions.contains({ origins: [`${new URL(url).origin}/*`] }),
        SUBREDDIT,
      ),
    ).toBe(false);
    await read.close();
    const after = await session.open(SUBREDDIT);
    expect(await readTab(options, SUBREDDIT, 2_000)).toBeUndefined();
    await after.close();
    expect(await isOn(options, 'YouTube')).toBe(true);
    await options.close();
  });
});

const LANGUAGES = [
  { language: 'zh-CN', title: '设置', site: '知乎', dark: 0 },
  { language: 'en-US', title: 'Options', site: 'Zhihu', dark: 1 },
] as const;

describe.each(BROWSERS.flatMap((browser) => LANGUAGES.map((words) => ({ browser, ...words }))))(
  'the options in $browser in $language',
  ({ browser, language, title, site, dark }) => {
    const session = useBrowser(browser, {
      language,
      // Firefox takes the colour scheme only at its start: 0 is dark, 1 is light.
      preferences: { 'layout.css.prefers-color-scheme.content-override': dark },
    });
    const schemes = browser === 'chromium' ? ['light', 'dark'] : [dark === 0 ? 'dark' : 'light'];

    test.each(schemes)('speak it, and axe finds nothing serious in the %s scheme', async (scheme) => {
      const options = await openOptions(session.driven);
      if (browser === 'chromium')
        await options.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      expect(
        await options.evaluate((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme),
      ).toBe(true);
      expect(await seriousBarriers(options)).toEqual([]);
      const spokenHere = await options.evaluate(() => chrome.i18n.getUILanguage());
      if (spokenHere.startsWith(language.slice(0, 2))) {
        expect(await options.$eval('h1', ({ textContent }) => textContent)).toBe(title);
        expect(await isOn(options, site)).toBe(true);
      }
      await options.close();
    });
  },
);
