import { describe, expect, test } from 'vitest';
import { openCard, ownBoxes, until, waitForBadges, waitForReports } from '../../scripts/lib/hands';
import { readTab } from '../../scripts/lib/reading';
import { BROWSERS, rows, servePage, useBrowser } from './support';

const FEED = 'https://www.xiaohongshu.com/explore';
const NOTES = [
  ['66f0a1b2000000001e00a001', '路人拍到外卖小哥被保安羞辱当场下跪，关注看后续'],
  ['66f0a1b2000000001e00a002', '我被行业封杀也要说：三天见效根治高血压，小黄车有链接，最后50单'],
] as const;

/** One element that the page fills with another note, as virtualised lists do, without adding a post element. */
const PAGE = `<!doctype html><html><head><meta charset="utf-8"></head><body>
<div class="feeds-container"><section class="note-item" style="width: 320px; height: 200px"></section></div>
<script>
  const notes = ${JSON.stringify(NOTES)};
  window.show = (n) => {
    const [id, title] = notes[n];
    document.querySelector('.note-item').innerHTML =
      '<a class="cover" href="/explore/' + id + '"></a><div class="footer"><a class="title" href="/explore/' + id + '"><span>' + title + '</span></a></div>';
  };
  show(0);
</script></body></html>`;

describe.each(BROWSERS)('recycled elements in %s', (browser) => {
  const session = useBrowser(browser, { serve: servePage(FEED, PAGE) });

  test('marks follow the content of an element that is used again', async () => {
    const page = await session.open(FEED);
    await waitForBadges(page, 1);
    await page.evaluate('show(1)');
    await until('the other note', async () =>
      (await readTab(session.reports, FEED))?.posts[0]?.id === NOTES[1][0] ? true : undefined,
    );
    expect(await ownBoxes(page)).toHaveLength(1);
    await page.close();
  });

  test('a click right after the change reports the note that is shown, never the one before', async () => {
    const page = await session.open(FEED);
    await openCard(page, 0);
    await page.keyboard.press('Escape');
    await page.evaluate('show(1)');
    // The new badge may not be there yet; whatever is clicked, the old note must not be filed.
    const [badge] = await ownBoxes(page);
    if (badge) await page.mouse.click(badge.x + badge.width / 2, badge.y + badge.height / 2);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await openCard(page, 0).catch(() => undefined);
    await page.keyboard.press('Enter');
    await waitForReports(session.reports, 1);
    const [report] = await rows<{ post: { id: string; title: string } }>(session.reports, 'reports');
    expect(report?.post).toMatchObject({ id: NOTES[1][0], title: NOTES[1][1] });
    await page.close();
  });

  test('marks are gone when the post is gone, and come back with it', async () => {
    const page = await session.open(FEED);
    await waitForBadges(page, 1);
    await page.evaluate("document.querySelector('.note-item').replaceChildren()");
    await until('no badge', async () => ((await ownBoxes(page)).length === 0 ? true : undefined));
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    await page.evaluate('show(0)');
    await waitForBadges(page, 1);
    await page.close();
  });
});
