import { readFileSync } from 'node:fs';
import type { KeyInput, Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { FEED } from '../../scripts/demo/pages';
import { ownBoxes, until, waitForBadges, waitForReports } from '../../scripts/lib/hands';
import { openExtensionPage } from '../../scripts/lib/reading';
import { BROWSERS, rows, servePage, spoken, useBrowser } from './support';

/** The part of the extension API that is used inside an extension page. */
declare const chrome: {
  extension: { getViews(): Window[] };
  storage: { local: { remove(key: string): Promise<void> } };
};

/** The feed of the demo, with fields of the site's own and a listener that hears all keys there are to hear. */
const FIELDS = `
<button id="button">a</button><input id="input"><textarea id="textarea"></textarea><div id="editor" contenteditable>a</div>
<div id="role" role="textbox" tabindex="0">a</div><div id="open"></div><div id="closed"></div>
<script>
  window.heard = [];
  for (const type of ['keydown', 'keypress', 'keyup'])
    addEventListener(type, ({ code }) => code.startsWith('Alt') || heard.push(type + ' ' + code), true);
  const focusIn = {};
  for (const mode of ['open', 'closed']) {
    const field = document.createElement('input');
    document.getElementById(mode).attachShadow({ mode }).append(field);
    focusIn[mode] = () => field.focus();
  }
  window.focusOn = (id) => (focusIn[id] ?? (() => document.getElementById(id).focus()))();
  window.forge = () => {
    const hosts = [...document.documentElement.children].filter(({ tagName }) => tagName === 'DIV');
    for (const code of ['KeyJ', 'KeyK', 'KeyO', 'KeyR', 'KeyX', 'Slash']) {
      const init = { code, key: code.slice(-1).toLowerCase(), altKey: true, bubbles: true, composed: true };
      for (const target of [window, document, document.body, ...hosts])
        for (const type of ['keydown', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, init));
    }
  };
</script>`;
const feed = readFileSync(new URL('../../scripts/demo/feed.html', import.meta.url), 'utf8');
const serve = servePage(FEED, feed.replace('</body>', `${FIELDS}</body>`));

/** Chromium's driver takes the sign for that of the number pad. */
const SLASH = { chromium: 'Slash', firefox: '/' };

async function withAlt(page: Page, ...keys: string[]): Promise<void> {
  await page.keyboard.down('Alt');
  for (const key of keys) await page.keyboard.press(key as KeyInput);
  await page.keyboard.up('Alt');
}

const heardBy = (page: Page) => page.evaluate('heard') as Promise<string[]>;

/** Whether something of ours of at least this height has the focus: a badge is lower than a card, a card than a list. */
const focusedHeight = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    const isOurs =
      activeElement?.parentElement === document.documentElement && activeElement !== document.body;
    return isOurs ? activeElement.getBoundingClientRect().height : 0;
  });
const focusOnBadge = (page: Page) =>
  until('the focus on a badge', async () => {
    const height = await focusedHeight(page);
    return height > 0 && height < 100 ? true : undefined;
  });
const focusOnCard = (page: Page) =>
  until('the focus on a card', async () => ((await focusedHeight(page)) > 150 ? true : undefined));

describe.each(BROWSERS)('the keys of a page in %s', (browser) => {
  const session = useBrowser(browser, { serve, language: 'en-US' });
  const reported = async () =>
    (await rows<{ post: { id: string }; filedBy: string }>(session.reports, 'reports')).map(
      ({ post, filedBy }) => `${post.id.slice(-4)} ${filedBy}`,
    );
  const dismissed = (count: number) =>
    until(`${count} dismissals`, async () =>
      (await rows(session.reports, 'dismissals')).length === count ? true : undefined,
    );
  const openFeed = async () => {
    const page = await session.open(FEED);
    await waitForBadges(page, 4);
    return page;
  };
  beforeEach(() => session.reports.evaluate(() => chrome.storage.local.remove('keys')));

  test('lead through the marked posts, file, dismiss and undo, and the site hears none of it', async () => {
    const page = await openFeed();
    await withAlt(page, 'j');
    await focusOnBadge(page);
    await withAlt(page, 'j', 'r');
    await waitForReports(session.reports, 1);
    expect(await reported()).toEqual(['d003 key']);
    await focusOnCard(page);
    await page.keyboard.press('u');
    await waitForReports(session.reports, 0);
    await page.keyboard.press('Escape');
    await focusOnBadge(page);

    await withAlt(page, 'j', 'x');
    await dismissed(1);
    expect((await rows<{ postKey: string }>(session.reports, 'dismissals'))[0]?.postKey).toMatch(/d005$/);
    await focusOnCard(page);
    await page.keyboard.press('u');
    await dismissed(0);
    await page.keyboard.press('Escape');

    await withAlt(page, 'k');
    await focusOnBadge(page);
    await withAlt(page, 'o');
    await focusOnCard(page);
    await page.keyboard.press('r');
    await waitForReports(session.reports, 1);
    expect(await reported()).toEqual(['d003 card']);
    await page.keyboard.press('u');
    await waitForReports(session.reports, 0);
    expect(await heardBy(page)).toEqual([]);
    await page.close();
  });

  test('decide nothing before a post was visited', async () => {
    const page = await openFeed();
    await withAlt(page, 'r');
    await focusOnBadge(page);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await reported()).toEqual([]);
    await withAlt(page, 'r');
    await waitForReports(session.reports, 1);
    expect(await reported()).toEqual(['d001 key']);
    await focusOnCard(page);
    await page.keyboard.press('u');
    await waitForReports(session.reports, 0);
    await page.close();
  });

  test('are the site’s while its reader types, also inside shadow roots', async () => {
    const page = await openFeed();
    const boxes = (await ownBoxes(page)).length;
    await withAlt(page, 'j');
    await focusOnBadge(page);
    for (const id of ['input', 'textarea', 'editor', 'role', 'open', 'closed']) {
      await page.evaluate(`heard.length = 0; focusOn('${id}')`);
      await withAlt(page, 'j', 'r', 'x');
      const down = (await heardBy(page)).filter((each) => each.startsWith('keydown'));
      expect(down, id).toEqual(['keydown KeyJ', 'keydown KeyR', 'keydown KeyX']);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await reported()).toEqual([]);
    // The announcement of the first step may still be there.
    expect((await ownBoxes(page)).length).toBeLessThanOrEqual(boxes + 1);
    await page.close();
  });

  test('do nothing when a page forges them', async () => {
    const page = await openFeed();
    const boxes = (await ownBoxes(page)).length;
    await page.evaluate('forge()');
    await withAlt(page, 'j');
    await focusOnBadge(page);
    await page.evaluate('forge()');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await reported()).toEqual([]);
    expect(await rows(session.reports, 'dismissals')).toEqual([]);
    expect((await ownBoxes(page)).length).toBeLessThanOrEqual(boxes + 1);
    await page.close();
  });

  test('are changed and turned off in the options, at once on open pages', async () => {
    const page = await openFeed();
    const options = await openExtensionPage(session.driven, '/options.html', '.key-bindings');
    await options.bringToFront();
    await options.locator('button[aria-label="Change the key of “Next marked post”"]').click();
    await withAlt(options, 'k');
    await options.waitForSelector('.key-problem');
    expect(await options.$eval('.key-problem', ({ textContent }) => textContent)).toContain(
      'Alt+K already stands for “Previous marked post”',
    );
    await withAlt(options, 'n');
    await options.locator('.key-bindings ::-p-text(Alt+N)').wait();

    await page.bringToFront();
    await withAlt(page, 'j');
    expect(await heardBy(page)).toContain('keydown KeyJ');
    await page.evaluate('heard.length = 0');
    await withAlt(page, 'n');
    await focusOnBadge(page);
    expect(await heardBy(page)).toEqual([]);

    await options.bringToFront();
    await options.locator('label ::-p-text(Use these keys)').click();
    await page.bringToFront();
    // What happens on our badge is kept from the site anyhow.
    await page.evaluate("focusOn('button')");
    await until('keys that are the site’s', async () => {
      await withAlt(page, 'n');
      return (await heardBy(page)).includes('keydown KeyN') ? true : undefined;
    });
    await options.close();
    await page.close();
  });

  test('are listed over the page, and can be changed from there', async () => {
    const page = await openFeed();
    await withAlt(page, SLASH[browser]);
    await until('the list', async () => ((await focusedHeight(page)) > 400 ? true : undefined));
    if (browser === 'chromium') {
      const words = await spoken(page);
      for (const word of ['Keys', 'Next marked post', 'Alt+J', 'Change the keys…'])
        expect(words).toContain(word);
    }
    await page.keyboard.press('Escape');
    await until('no list', async () => ((await focusedHeight(page)) === 0 ? true : undefined));
    await withAlt(page, SLASH[browser]);
    await until('the list', async () => ((await focusedHeight(page)) > 400 ? true : undefined));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until('the options', async () => {
      const paths = await session.reports.evaluate(() =>
        chrome.extension.getViews().map(({ location }) => location.pathname),
      );
      return paths.includes('/options.html') ? true : undefined;
    });
    await page.close();
  });
});

describe('who hears the page in chromium', () => {
  const session = useBrowser('chromium', { serve, language: 'en-US' });

  test('is told where the keys have led', async () => {
    const page = await session.open(FEED);
    await waitForBadges(page, 4);
    await withAlt(page, 'j');
    await until('an announcement', async () =>
      (await spoken(page)).includes('1 of 4: ') ? true : undefined,
    );
    await withAlt(page, 'k');
    await until('the other end', async () => ((await spoken(page)).includes('4 of 4: ') ? true : undefined));
    await page.close();
  });
});
