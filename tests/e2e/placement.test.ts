import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { ownBoxes, until, waitForBadges } from '../../scripts/lib/hands';
import { BROWSERS, servePage, useBrowser } from './support';

const FEED = 'https://www.xiaohongshu.com/explore';
const SLIDES = 'https://www.douyin.com/?recommend=1';
const TITLE = '路人拍到外卖小哥被保安羞辱当场下跪，关注看后续';

/** A cover with the site's play icon in its upper right corner. */
const card = (n: number, style: string) => {
  const id = `66f0a1b2000000001e00b${String(n).padStart(3, '0')}`;
  return `<section class="note-item" style="width: 220px; height: 180px; ${style}"><a class="cover" href="/explore/${id}" style="position: relative; display: block; height: 130px; background: #9ab"><span class="play-icon" style="position: absolute; top: 8px; right: 8px; width: 20px; height: 20px; pointer-events: none"><svg width="20" height="20"></svg></span></a><div class="footer"><a class="title" href="/explore/${id}"><span>${TITLE}</span></a></div></section>`;
};

/** Masonry lists put their cards in place with transforms; inner lists scroll by themselves. */
const MASONRY = `<!doctype html><html><head><meta charset="utf-8"><style>body { margin: 0; height: 3000px } .note-item { position: absolute; top: 0; left: 0 }</style></head><body>
<div class="feeds-container" style="position: relative; height: 900px">
  ${card(1, 'transform: translate(20px, 40px)')}
  ${card(2, 'transform: translate(300px, 90px)')}
  ${card(3, 'top: 300px; left: 560px')}
</div></body></html>`;

const CROWDED = `<!doctype html><html><head><meta charset="utf-8"></head><body style="margin: 0">
<div class="feeds-container" style="display: grid; grid-template-columns: repeat(3, 230px)">
  ${Array.from({ length: 30 }, (_, n) => card(n, '')).join('\n')}
</div></body></html>`;

const slide = (n: number, active: boolean) => `
<div class="dySwiperSlide" data-e2e="feed-item" style="height: 100vh">
  <div data-e2e="${active ? 'feed-active-video' : 'feed-video'}" data-e2e-vid="760000000000000011${n}" style="position: relative; height: 100%; background: #345">
    <button style="position: absolute; top: 0; right: 0; width: 160px; height: 48px">搜索</button>
    <div data-e2e="video-info" data-e2e-aweme-id="760000000000000011${n}" style="position: absolute; bottom: 20px">
      <span data-e2e="feed-video-nickname">@示例作者${n}</span><div data-e2e="video-desc"><span>${TITLE}</span></div>
    </div>
  </div>
</div>`;

/** A feed that moves its slides with a transform, as the site does. */
const SWIPE = `<!doctype html><html><head><meta charset="utf-8"></head><body style="margin: 0; overflow: hidden">
<div id="slidelist" data-e2e="slideList" style="height: 100vh; overflow: hidden"><div class="track" style="transition: transform 0.3s">${slide(1, true)}${slide(2, false)}</div></div>
<script>
  window.swipe = (n) => {
    document.querySelectorAll('[data-e2e$="-video"]').forEach((each, i) => each.setAttribute('data-e2e', i === n ? 'feed-active-video' : 'feed-video'));
    document.querySelector('.track').style.transform = 'translateY(' + -100 * n + 'vh)';
  };
</script></body></html>`;

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
  badge.y + badge.height <= post.y + post.height + 1;

const apart = (a: Box, b: Box) =>
  a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;

async function boxesOf(page: Page, selector: string): Promise<Box[]> {
  return page.evaluate(
    (asked) =>
      [...document.querySelectorAll(asked)].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
      }),
    selector,
  );
}

const soon = (what: string, holds: () => Promise<boolean>) =>
  until(what, async () => ((await holds()) ? true : undefined), 5_000);

describe.each(BROWSERS)('badges in %s', (browser) => {
  const session = useBrowser(browser, {
    serve: (url) =>
      (url.searchParams.has('crowd')
        ? servePage(`${FEED}?crowd=1`, CROWDED)
        : url.hostname === 'www.douyin.com'
          ? servePage(SLIDES, SWIPE)
          : servePage(FEED, MASONRY))(url),
  });

  test('stand inside their posts, moved by transforms or not, before and after scrolling', async () => {
    const page = await session.open(FEED);
    await waitForBadges(page, 3);
    const allInside = async () => {
      const badges = await ownBoxes(page);
      const posts = await boxesOf(page, '.note-item');
      return posts.every((post) => badges.some((badge) => inside(badge, post)));
    };
    await soon('badges in their posts', allInside);
    await page.evaluate(() => window.scrollTo(0, 120));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await allInside()).toBe(true);
    await page.close();
  });

  test('do not cover the play icon of a cover', async () => {
    const page = await session.open(FEED);
    const badges = await waitForBadges(page, 3);
    const icons = await boxesOf(page, '.play-icon');
    expect(icons).toHaveLength(3);
    expect(icons.every((icon) => badges.every((badge) => apart(icon, badge)))).toBe(true);
    await page.close();
  });

  test('go with their post and change nothing of it but the name of an anchor', async () => {
    const page = await session.open(FEED);
    await waitForBadges(page, 3);
    await page.evaluate(() => document.querySelector('.note-item')?.remove());
    await soon('two badges', async () => (await ownBoxes(page)).length === 2);
    const styles = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.note-item')].map(({ style, attributes }) => {
        const names = [...attributes].map(({ name }) => name);
        const anchor = style.getPropertyValue('anchor-name');
        style.removeProperty('anchor-name');
        return [names, /^--qj-\d+$/.test(anchor), style.length];
      }),
    );
    expect(styles).toEqual([
      [['class', 'style'], true, 3],
      [['class', 'style'], true, 4],
    ]);
    await page.close();
  });

  test('follow a feed that is swiped, and keep off its buttons', async () => {
    const page = await session.open(SLIDES);
    const follows = async (n: number) => {
      const badges = await ownBoxes(page);
      const posts = await boxesOf(page, '[data-e2e$="-video"]');
      const buttons = await boxesOf(page, 'button');
      return (
        Math.abs(posts[n]!.y) < 1 &&
        badges.length === 1 &&
        inside(badges[0]!, posts[n]!) &&
        buttons.every((button) => apart(badges[0]!, button))
      );
    };
    await soon('the badge of the first slide', () => follows(0));
    await page.evaluate('swipe(1)');
    await soon('the badge of the second slide', () => follows(1));
    await page.evaluate('swipe(0)');
    await soon('the badge of the first slide again', () => follows(0));
    await page.close();
  });

  test('of a page full of hits become shapes, with a counter that walks through them', async () => {
    const page = await session.open(`${FEED}?crowd=1`);
    const isShape = ({ width, height }: Box) => Math.abs(width - 26) < 1 && Math.abs(height - 26) < 1;
    const isCounter = ({ width, height }: Box) => width > 100 && height > 30 && height < 45;
    const collapsed = await until('shapes and a counter', async () => {
      const boxes = await ownBoxes(page);
      return boxes.some(isCounter) && boxes.filter(isShape).length >= 8 ? boxes : undefined;
    });
    expect(collapsed.every((box) => isShape(box) || isCounter(box))).toBe(true);
    const counter = collapsed.find(isCounter)!;
    await page.mouse.click(counter.x + counter.width - 18, counter.y + counter.height / 2);
    await soon('the words of the badges', async () => {
      const boxes = await ownBoxes(page);
      return boxes.filter(isShape).length === 0 && boxes.length >= 9;
    });
    await page.close();
  });
});
