import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { until, waitForBadges } from '../../scripts/lib/hands';
import { BROWSERS, servePage, useBrowser } from './support';

const VIDEO = 'https://www.bilibili.com/video/BV1hTcNKkeyK/';
const STAGED = '路人拍到外卖小哥被保安羞辱当场下跪，没有剧本，关注看后续';
const PLAIN = '今天的云真好看，像一只大白鹅，谢谢分享';

const inShadow = (html: string) => `<template shadowrootmode="open">${html}</template>`;

/** A comment as the site nests it: its words stand five shadow roots deep. */
const comment = (id: number, words: string, style = '') =>
  `<bili-comment-thread-renderer>${inShadow(
    `<bili-comment-renderer id="comment" style="display: block; padding: 12px; ${style}">${inShadow(
      `<div id="body"><a id="user-avatar" href="//space.bilibili.com/${id}" data-user-profile-id="${id}"></a>
      <bili-comment-user-info>${inShadow(`<div id="user-name"><a href="//space.bilibili.com/${id}">评论者</a></div>`)}</bili-comment-user-info>
      <div id="content"><bili-rich-text>${inShadow(`<p id="contents" style="font-size: 20px; margin: 40px 0 8px"><span>${words}</span></p>`)}</bili-rich-text></div>
      <bili-comment-action-buttons-renderer>${inShadow('<div id="pubdate">2026-11-10 20:00</div>')}</bili-comment-action-buttons-renderer></div>`,
    )}</bili-comment-renderer>`,
  )}</bili-comment-thread-renderer>`;

const LIGHT = '#ffffff';
const DARK = '#1b1b1b';
const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body style="margin: 0; background: ${LIGHT}">
<div id="viewbox_report"><div class="video-info-title"><h1 class="video-title">会说话的云</h1></div></div>
<div id="commentapp"><bili-comments>${inShadow(
  `<div id="contents"><div id="feed">
  ${comment(200001, STAGED)}
  ${comment(200002, STAGED, `background: ${DARK}; color: #dddddd`)}
  ${comment(200003, PLAIN)}
  </div></div>`,
)}</bili-comments></div></body></html>`;

/** The words of all comments, wherever they stand: what a page's own script can see of itself. */
const WORDS = `[...document.querySelector('bili-comments').shadowRoot.querySelectorAll('bili-comment-thread-renderer')]
  .map((thread) => thread.shadowRoot.querySelector('#comment').shadowRoot.querySelector('bili-rich-text').shadowRoot.querySelector('#contents'))`;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
type Colour = readonly [number, number, number];

/** Tints of the style sheet with their share. */
const TINTS = [
  ...readFileSync('entrypoints/scanner.content/marks.css', 'utf8').matchAll(
    /background-color: rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)/g,
  ),
].map(([, red, green, blue, share]) => ({
  colour: [Number(red), Number(green), Number(blue)] as Colour,
  share: Number(share) / 100,
}));

/** How the page's background looks where words are marked, whatever the confidence. */
function tinted(page: string): Colour[] {
  const under = [1, 3, 5].map((at) => Number.parseInt(page.slice(at, at + 2), 16));
  return TINTS.map(({ colour, share }) => {
    const [red = 0, green = 0, blue = 0] = colour.map((value, i) => value * share + under[i]! * (1 - share));
    return [red, green, blue];
  });
}

/** How many pixels of a part of the page have one of these colours; counted in a page of the extension. */
async function count(
  control: Page,
  page: Page,
  { x, y, width, height }: Box,
  colours: Colour[],
): Promise<number> {
  const picture = await page.screenshot({ encoding: 'base64', clip: { x, y, width, height } });
  return control.evaluate(
    async (data, wanted) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: image.width, height: image.height });
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const pixels = context.getImageData(0, 0, image.width, image.height).data;
      const parts = JSON.parse(wanted) as number[][];
      let found = 0;
      for (let at = 0; at < pixels.length; at += 4) {
        if (parts.some((colour) => colour.every((value, i) => Math.abs(pixels[at + i]! - value) <= 3)))
          found++;
      }
      return found;
    },
    picture,
    JSON.stringify(colours),
  );
}

describe.each(BROWSERS)('words inside open shadow roots in %s', (browser) => {
  const session = useBrowser(browser, { serve: servePage(VIDEO, PAGE) });

  const boxes = async (page: Page) =>
    JSON.parse(
      (await page.evaluate(
        `JSON.stringify(${WORDS}.map((element) => { const { x, y, width, height } = element.getBoundingClientRect(); return { x, y, width, height }; }))`,
      )) as string,
    ) as [Box, Box, Box];

  test('are painted on light and on dark ground, and no others', async () => {
    const page = await session.open(VIDEO);
    await waitForBadges(page, 2);
    await page.bringToFront();
    const [light, dark, plain] = await boxes(page);
    const painted = await until('painted words', async () => {
      const pixels = await count(session.reports, page, light, tinted(LIGHT));
      return pixels > 200 ? pixels : undefined;
    });
    // The same words on another ground; antialiasing differs a little.
    const onDark = await count(session.reports, page, dark, tinted(DARK));
    expect(Math.abs(onDark - painted) / painted).toBeLessThan(0.25);
    expect(await count(session.reports, page, plain, tinted(LIGHT))).toBe(0);
    await page.close();
  });

  test('are painted without a node, a style sheet or an attribute of ours in any of the roots', async () => {
    const page = await session.open(VIDEO);
    await waitForBadges(page, 2);
    const traces = JSON.parse(
      (await page.evaluate(`JSON.stringify((() => {
        const all = (root) => [root, ...[...root.querySelectorAll('*')].flatMap((element) => element.shadowRoot ? all(element.shadowRoot) : [])];
        const roots = all(document);
        return {
          roots: roots.length,
          adopted: roots.flatMap((root) => [...root.adoptedStyleSheets]).length,
          sheets: roots.flatMap((root) => [...root.styleSheets]).length,
          anchored: roots.slice(1).flatMap((root) => [...root.querySelectorAll('[style*="anchor"]')]).length,
          words: ${WORDS}.map((element) => element.innerHTML),
        };
      })())`)) as string,
    );
    expect(traces).toEqual({
      roots: 2 + 3 * 5,
      adopted: 0,
      sheets: 0,
      anchored: 0,
      words: [STAGED, STAGED, PLAIN].map((words) => `<span>${words}</span>`),
    });
    await page.close();
  });
});
