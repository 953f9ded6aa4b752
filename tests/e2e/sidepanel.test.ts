import { describe, expect, test } from 'vitest';
import { FEED } from '../../scripts/demo/pages';
import { ownBoxes, until, waitForBadges } from '../../scripts/lib/hands';
import { openExtensionPage } from '../../scripts/lib/reading';
import { seriousBarriers } from './axe';
import { BROWSERS, type Session, useBrowser } from './support';

/** The part of the extension API that is used inside an extension page, by its name in both browsers. */
declare const chrome: {
  extension: { getViews(): Window[] };
};

/**
 * The real side panel, opened as a reader opens it. It is no tab, and Firefox does not show it to a driver, so it is
 * looked at from another page of the extension.
 */
async function openSidePanel(session: Session) {
  const popup = await openExtensionPage(session.driven, '/popup.html', '.page-panel-foot');
  const pressed = popup.locator('.page-panel-ways .button:not(.primary)').click();
  // The popup closes itself, where a browser lets it, and may be gone before the driver hears of its click.
  await pressed.catch(() => undefined);
  /** Text of the panel, after a click on the first element of a selector if there is one. */
  const inPanel = (click?: string) =>
    session.reports.evaluate((selector) => {
      const panel = chrome.extension
        .getViews()
        .find(({ location }) => location.pathname === '/sidepanel.html');
      if (selector) panel?.document.querySelector<HTMLElement>(selector)?.click();
      // No body yet while it opens.
      return panel?.document.body?.innerText;
    }, click);
  await until('the side panel', () => inPanel());
  await popup.close().catch(() => undefined);
  return {
    click: (selector: string) => inPanel(selector),
    says: (words: string | RegExp) =>
      until(`"${words}" in the side panel`, async () => {
        const text = await inPanel();
        return text && (typeof words === 'string' ? text.includes(words) : words.test(text))
          ? text
          : undefined;
      }),
  };
}

describe.each(BROWSERS)('the side panel in %s', (browser) => {
  const session = useBrowser(browser, { language: 'en-US' });

  test('follows the tab in front and the findings of its page', async () => {
    const feed = await session.open(FEED);
    await waitForBadges(feed, 4);
    const panel = await openSidePanel(session);
    await feed.bringToFront();
    const text = await panel.says('Posts read: 9');
    expect(text).toMatch(/Marked on the page.*Fake staged scenes\s+1.*Clues only.*Missing AI/s);

    await feed.evaluate(() => {
      const post = document.querySelector('.note-item')!;
      const copy = post.cloneNode(true) as Element;
      for (const link of copy.querySelectorAll('a[href^="/explore/"]'))
        link.setAttribute('href', '/explore/66f0a1b2000000001e00dfff');
      post.parentElement!.append(copy);
    });
    await panel.says(/Posts read: 10.*Fake staged scenes\s+2/s);

    const other = await session.driven.newPage();
    await other.goto('https://example.com/').catch(() => undefined);
    const elsewhere = await panel.says('Not a page that Qingjian reads');
    expect(elsewhere).not.toContain('Fake staged scenes');
    await other.close();
    await feed.bringToFront();
    await panel.says('Fake staged scenes');
  });

  test('shows a post on the page, stays open, and turns the site off and on', async () => {
    const feed = await session.open(FEED);
    await waitForBadges(feed, 4);
    const panel = await openSidePanel(session);
    await feed.bringToFront();
    await panel.says('Posts read: 9');
    await panel.click('.found-post');
    await until('a card', async () =>
      (await ownBoxes(feed)).some(({ height }) => height > 150) ? true : undefined,
    );
    await panel.says('Posts read: 9');

    await panel.click('[role="switch"]');
    await panel.says('Qingjian is off on Xiaohongshu');
    await until('no badges', async () => ((await ownBoxes(feed)).length === 0 ? true : undefined));
    await panel.click('[role="switch"]');
    await panel.says('Posts read: 9');
    await waitForBadges(feed, 4);
  });
});

describe('the side panel in chromium, filled', () => {
  const session = useBrowser('chromium', { language: 'en-US' });

  test('axe finds nothing serious', async () => {
    const feed = await session.open(FEED);
    await waitForBadges(feed, 4);
    const panel = await openSidePanel(session);
    await feed.bringToFront();
    await panel.says('Posts read: 9');
    const target = await session.driven.browser.waitForTarget((each) =>
      each.url().endsWith('/sidepanel.html'),
    );
    expect(await seriousBarriers(await target.asPage())).toEqual([]);
  });
});
