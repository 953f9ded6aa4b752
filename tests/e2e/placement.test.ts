import { describe, expect, test } from 'vitest';
import { ownBoxes, until, waitForBadges } from '../../scripts/lib/hands';
import { BROWSERS, servePage, useBrowser } from './support';

const FEED = 'https://www.xiaohongshu.com/explore';
const TITLE = '路人拍到外卖小哥被保安羞辱当场下跪，关注看后续';

const card = (n: number, style: string) => {
  const id = `66f0a1b2000000001e00b00${n}`;
  return `<section class="note-item" style="position: absolute; top: 0; left: 0; width: 220px; height: 180px; ${style}"><a class="cover" href="/explore/${id}"></a><div class="footer"><a class="title" href="/explore/${id}"><span>${TITLE}</span></a></div></section>`;
};

/** Masonry lists put their cards in place with transforms; inner lists scroll by themselves. */
const PAGE = `<!doctype html><html><head><meta charset="utf-8"><style>body { margin: 0; height: 3000px }</style></head><body>
<div class="feeds-container" style="position: relative; height: 900px">
  ${card(1, 'transform: translate(20px, 40px)')}
  ${card(2, 'transform: translate(300px, 90px)')}
  ${card(3, 'top: 420px; left: 600px')}
</div></body></html>`;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const inside = (badge: Box, post: Box) =>
  badge.x >= post.x &&
  badge.y >= post.y &&
  badge.x + badge.width <= post.x + post.width + 1 &&
  badge.y + badge.height <= post.y + post.height;

describe.each(BROWSERS)('badges in %s', (browser) => {
  const session = useBrowser(browser, { serve: servePage(FEED, PAGE) });

  test('stand inside their posts, moved by transforms or not, before and after scrolling', async () => {
    const page = await session.open(FEED);
    await waitForBadges(page, 3);
    const posts = async () =>
      JSON.parse(
        (await page.evaluate(
          "JSON.stringify([...document.querySelectorAll('.note-item')].map((card) => { const { x, y, width, height } = card.getBoundingClientRect(); return { x, y, width, height }; }))",
        )) as string,
      ) as Box[];
    const allInside = async () => {
      const badges = await ownBoxes(page);
      const boxes = await posts();
      return boxes.every((post) => badges.some((badge) => inside(badge, post)));
    };
    await until('badges in their posts', async () => ((await allInside()) ? true : undefined), 5_000);
    await page.evaluate(() => window.scrollTo(0, 120));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await allInside()).toBe(true);
    await page.close();
  });
});
