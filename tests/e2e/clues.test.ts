import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { FEED } from '../../scripts/demo/pages';
import { ownBoxes, until, waitForBadges } from '../../scripts/lib/hands';
import { openSidePanel, postsRead } from './side-panel';
import { BROWSERS, rows, servePage, spoken, useBrowser } from './support';

const MARKED = '路人拍到外卖小哥被保安羞辱当场下跪，关注看后续';
/** Each has words that a rule takes for a clue, and nothing more. */
const CLUES = ['三天见效根治高血压', 'AI生成的震撼画面，太真了'];
const NOTES = [CLUES[0]!, MARKED, CLUES[1]!, '周末露营清单，十样够用了'];

const PAGE = `<!doctype html><html><head><meta charset="utf-8"></head><body><div class="feeds-container">
${NOTES.map(
  (
    title,
    n,
  ) => `<section class="note-item" style="width: 320px; height: 160px"><a class="cover" href="/explore/66f0a1b2000000001e00c00${n}"></a>
  <div class="footer"><a class="title" href="/explore/66f0a1b2000000001e00c00${n}"><span>${title}</span></a>
  <div class="author-wrapper"><a class="author" href="/user/profile/5f000000000000000000000${n}"><span class="name">示例${n}</span></a></div></div></section>`,
).join('\n')}
</div></body></html>`;

/** Which notes carry the name of an anchor, and which words are painted, as the page's own script sees it. */
const traces = async (page: Page) =>
  JSON.parse(
    (await page.evaluate(`JSON.stringify({
      anchored: [...document.querySelectorAll('.note-item')].flatMap(({ style }, n) => style.anchorName?.startsWith('--qj') ? [n] : []),
      painted: [...CSS.highlights.values()].flatMap((highlight) => [...highlight])
        .map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset)),
    })`)) as string,
  ) as { anchored: number[]; painted: string[] };

describe.each(BROWSERS)('clues in %s', (browser) => {
  const session = useBrowser(browser, { serve: servePage(FEED, PAGE), language: 'en-US' });

  test('leave no mark on the page, and are found, shown and dismissed in the side panel', async () => {
    const page = await session.open(FEED);
    await waitForBadges(page, 1);
    const panel = await openSidePanel(session);
    await page.bringToFront();
    const text = await panel.says(postsRead(NOTES.length));
    expect(text).toMatch(/Marked\s+1\b.*Clues only\s+2\b/s);
    const listed = text.slice(text.lastIndexOf('Clues only'));
    for (const clue of CLUES) expect(listed).toContain(clue);

    const untouched = async () => {
      const { anchored, painted } = await traces(page);
      expect(anchored).toEqual([1]);
      expect(painted).not.toEqual([]);
      for (const words of painted) expect(MARKED).toContain(words);
    };
    await untouched();
    expect(await ownBoxes(page)).toHaveLength(1);

    await panel.click('.found-section:last-of-type .found-post');
    await until('a card', async () =>
      (await ownBoxes(page)).some(({ height }) => height > 150) ? true : undefined,
    );
    if (browser === 'chromium') expect(await spoken(page)).toContain('Clue');
    await untouched();

    await panel.click('.found-section:last-of-type .found-head .button');
    await until('a dismissal', async () =>
      (await rows(session.reports, 'dismissals')).length === 1 ? true : undefined,
    );
    await panel.says(/Marked\s+1\b.*Clues only\s+1\b/s);
    await untouched();
    await page.close();
  });
});
