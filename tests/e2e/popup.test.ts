import { describe, expect, test } from 'vitest';
import { FEED } from '../../scripts/demo/pages';
import { ownBoxes, until, waitForBadges } from '../../scripts/lib/hands';
import { openExtensionPage } from '../../scripts/lib/reading';
import { seriousBarriers } from './axe';
import { BROWSERS, useBrowser } from './support';

describe('the popup in chromium', () => {
  const session = useBrowser('chromium', { language: 'en-US' });

  const openPopup = async (page: Awaited<ReturnType<typeof session.open>>) => {
    const [extension] = [...(await session.driven.browser.extensions()).values()];
    const coming = session.driven.browser.waitForTarget((target) => target.url().endsWith('/popup.html'));
    await extension!.triggerAction(page);
    const popup = await (await coming).asPage();
    await popup.waitForSelector('main');
    return popup;
  };

  test('lists what was found by category, and turns the site off and on without a reload', async () => {
    const feed = await session.open(FEED);
    await waitForBadges(feed, 4);
    const popup = await openPopup(feed);
    await until('the categories', async () =>
      (await popup.$eval('main', (main) => main.textContent))?.includes('Fake staged scenes')
        ? true
        : undefined,
    );
    expect(await popup.$eval('main', (main) => main.textContent)).toContain('Fake persona');
    expect(await popup.$eval('.figures', (figures) => figures.textContent)).toContain('Posts read9');
    expect(await seriousBarriers(popup)).toEqual([]);

    await popup.locator('input[type="checkbox"], [role="switch"]').click();
    await until('no badges', async () => ((await ownBoxes(feed)).length === 0 ? true : undefined));
    expect(await feed.evaluate(() => CSS.highlights.size)).toBe(0);
    expect(await feed.$$('[style*="anchor-name"]')).toHaveLength(0);
    await popup.locator('input[type="checkbox"], [role="switch"]').click();
    await waitForBadges(feed, 4);
  });
});

describe.each(BROWSERS)('the popup in %s', (browser) => {
  const session = useBrowser(browser, { language: 'en-US' });

  test('says so where there is nothing that it reads, and names the sites that it does', async () => {
    const popup = await openExtensionPage(session.driven, '/popup.html', 'main');
    await until('the list of sites', async () =>
      (await popup.$eval('main', (main) => main.textContent))?.includes('Zhihu') ? true : undefined,
    );
  });
});
