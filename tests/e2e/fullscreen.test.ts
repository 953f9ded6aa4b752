import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { countReports, ownBoxes, until, waitForBadges } from '../../scripts/lib/hands';
import { BROWSERS, servePage, useBrowser } from './support';

const SLIDES = 'https://www.douyin.com/?recommend=1';
const ID = '7600000000000000121';
const TITLE = '路人拍到外卖小哥被保安羞辱当场下跪，关注看后续';

/** One work with a player that goes full-screen, and a script that notes what it hears of clicks and toggles. */
const PAGE = `<!doctype html><html><head><meta charset="utf-8"></head><body style="margin: 0">
<div id="slidelist" data-e2e="slideList"><div class="dySwiperSlide" data-e2e="feed-item">
  <div data-e2e="feed-active-video" data-e2e-vid="${ID}" style="width: 700px; height: 500px">
    <div id="player" style="position: relative; width: 600px; height: 400px; background: #345">
      <video style="width: 100%; height: 100%"></video>
      <button id="full" style="position: absolute; bottom: 0; right: 0; width: 60px; height: 40px">全屏</button>
      <button id="more" style="position: absolute; top: 0; right: 0; width: 200px; height: 60px">更多</button>
    </div>
    <div data-e2e="video-info" data-e2e-aweme-id="${ID}"><span data-e2e="feed-video-nickname">@示例作者</span><div data-e2e="video-desc"><span>${TITLE}</span></div></div>
  </div>
</div></div>
<script>
  window.heard = [];
  for (const type of ['click', 'toggle', 'beforetoggle']) {
    document.addEventListener(type, (event) => heard.push(type + ' ' + event.target.id), true);
  }
  document.querySelector('#full').addEventListener('click', () =>
    document.fullscreenElement ? document.exitFullscreen() : document.querySelector('#player').requestFullscreen());
</script></body></html>`;

const centre = async (page: Page, selector: string) =>
  page.$eval(selector, (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
const isFull = (page: Page) => page.evaluate(() => document.fullscreenElement?.id === 'player');
const anchored = (page: Page) =>
  page.$eval('#player', (player) => (player as HTMLElement).style.getPropertyValue('anchor-name') !== '');
/** Whether the page finds a host of ours in the top layer. */
const raised = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('html > div:popover-open').length);

async function press(page: Page, selector: string): Promise<void> {
  const { x, y } = await centre(page, selector);
  await page.mouse.click(x, y);
}

describe.each(BROWSERS)('full screen in %s', (browser) => {
  const session = useBrowser(browser, { serve: servePage(SLIDES, PAGE) });

  test('shows the badge in the player, opens the card there, and puts all back', async () => {
    const page = await session.open(SLIDES);
    await waitForBadges(page, 1);
    await press(page, '#full');
    await until('a badge above the player', async () =>
      (await isFull(page)) && (await anchored(page)) && (await raised(page)) === 1 ? true : undefined,
    );
    const badge = await until('its place', async () => {
      const [box] = await ownBoxes(page);
      return box && Math.abs(box.x - 6) < 2 && Math.abs(box.y - 6) < 2 ? box : undefined;
    });
    await page.evaluate('heard.length = 0');
    await page.mouse.click(badge.x + badge.width / 2, badge.y + badge.height / 2);
    await until('the card', async () =>
      (await page.evaluate(() => document.activeElement?.parentElement === document.documentElement))
        ? true
        : undefined,
    );
    expect(await isFull(page)).toBe(true);
    expect(await page.evaluate('heard.join()')).toBe('');
    // Nothing tells from outside whether the card has come; R reports on it, and does nothing once it has.
    await until('the report', async () => {
      if ((await countReports(session.reports)) === 1) return true;
      await page.keyboard.press('r');
      return undefined;
    });
    // Escape is the browser's in full screen; the site's own button does the same.
    await page.evaluate(() => document.exitFullscreen());
    await until('everything back', async () =>
      !(await isFull(page)) && !(await anchored(page)) && (await raised(page)) === 0 ? true : undefined,
    );
    expect(await page.evaluate('heard.join()')).toBe('');
    expect(await page.$eval('#player', (player) => player.getAttributeNames().join())).toBe('id,style');
    await page.close();
  });

  test('leaves clicks beside the badge to the player', async () => {
    const page = await session.open(SLIDES);
    await waitForBadges(page, 1);
    await press(page, '#full');
    await until('a badge above the player', async () => ((await raised(page)) === 1 ? true : undefined));
    await press(page, '#more');
    expect(await page.evaluate('heard.at(-1)')).toBe('click more');
    await press(page, '#full');
    await until('the window', async () => ((await isFull(page)) ? undefined : true));
    await page.close();
  });
});
