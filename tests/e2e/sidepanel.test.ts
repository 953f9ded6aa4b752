import { describe, expect, test } from 'vitest';
import { FEED } from '../../scripts/demo/pages';
import { ownBoxes, until, waitForBadges } from '../../scripts/lib/hands';
import { seriousBarriers } from './axe';
import { openSidePanel, postsRead as read } from './side-panel';
import { BROWSERS, rows, useBrowser } from './support';

describe.each(BROWSERS)('the side panel in %s', (browser) => {
  const session = useBrowser(browser, { language: 'en-US' });

  test('follows the tab in front and the findings of its page', async () => {
    const feed = await session.open(FEED);
    await waitForBadges(feed, 4);
    const panel = await openSidePanel(session);
    await feed.bringToFront();
    const text = await panel.says(read(9));
    expect(text).toMatch(/Marked on the page.*Fake staged scenes\s+1.*Clues only.*Missing AI/s);

    await feed.evaluate(() => {
      const post = document.querySelector('.note-item')!;
      const copy = post.cloneNode(true) as Element;
      for (const link of copy.querySelectorAll('a[href^="/explore/"]'))
        link.setAttribute('href', '/explore/66f0a1b2000000001e00dfff');
      post.parentElement!.append(copy);
    });
    await panel.says(new RegExp(`${read(10).source}.*Fake staged scenes\\s+2`, 's'));

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
    await panel.says(read(9));
    await panel.click('.found-post');
    await until('a card', async () =>
      (await ownBoxes(feed)).some(({ height }) => height > 150) ? true : undefined,
    );
    await panel.says(read(9));

    await panel.click('[role="switch"]');
    await panel.says('Qingjian is off on Xiaohongshu');
    await until('no badges', async () => ((await ownBoxes(feed)).length === 0 ? true : undefined));
    await panel.click('[role="switch"]');
    await panel.says(read(9));
    await waitForBadges(feed, 4);
  });
});

describe.each(BROWSERS)('a whole category dismissed in the side panel in %s', (browser) => {
  const session = useBrowser(browser, { language: 'en-US' });

  test('leaves the page at once, comes back with Undo, and single posts come back when asked for', async () => {
    const feed = await session.open(FEED);
    const badges = await waitForBadges(feed, 4);
    const left = (count: number) =>
      until(`${count} badges`, async () => ((await ownBoxes(feed)).length === count ? true : undefined));
    const panel = await openSidePanel(session);
    await feed.bringToFront();
    await panel.says(read(9));

    await panel.click('.found-head .button');
    await panel.says('Not a problem: 2 posts');
    await left(badges.length - 2);
    expect(await rows(session.reports, 'dismissals')).toHaveLength(2);
    await panel.click('.toast .button:not(.quiet)');
    await panel.says('Undone');
    await left(badges.length);
    expect(await rows(session.reports, 'dismissals')).toEqual([]);

    await panel.click('.found-row .found-choice');
    await panel.says('Selected: 1');
    await panel.click('.batch .primary');
    await left(badges.length - 1);
    await panel.says('Marked as not a problem: 1');
    await panel.click('.disclosure');
    await panel.says('Take back');
    await panel.click('.found-row > .button');
    await panel.says('Listed again');
    await left(badges.length);
  });
});

describe('the side panel in chromium, filled', () => {
  const session = useBrowser('chromium', { language: 'en-US' });

  test('axe finds nothing serious', async () => {
    const feed = await session.open(FEED);
    await waitForBadges(feed, 4);
    const panel = await openSidePanel(session);
    await feed.bringToFront();
    await panel.says(read(9));
    await panel.click('.found-row .found-choice');
    await panel.says('Selected: 1');
    await panel.click('.batch .primary');
    await panel.says(/Marked as not a problem: 1/);
    await panel.click('.disclosure');
    await panel.says('Take back');
    await panel.click('.found-row .found-choice');
    await panel.says('Selected: 1');
    const target = await session.driven.browser.waitForTarget((each) =>
      each.url().endsWith('/sidepanel.html'),
    );
    expect(await seriousBarriers(await target.asPage())).toEqual([]);
  });
});
