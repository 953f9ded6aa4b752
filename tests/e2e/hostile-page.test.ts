import { describe, expect, test } from 'vitest';
import { ownBoxes, waitForBadges } from '../../scripts/lib/hands';
import { serveTo } from '../../scripts/lib/launch';
import { readTab } from '../../scripts/lib/reading';
import { BROWSERS, rows, servePage, useBrowser } from './support';

const URL = 'https://www.xiaohongshu.com/explore/66f0a1b2000000001e00beef';

/** A page that tries everything a page can do to file a report or to see the extension. */
const PAGE = `<!doctype html><html><head><meta charset="utf-8"></head><body>
<div id="noteContainer" class="note-container">
  <div class="author-wrapper"><a href="/user/profile/u1"><span class="username">路人甲</span></a></div>
  <div id="detail-title">真实记录：偶遇拾荒老人</div>
  <div id="detail-desc"><span class="note-text">路人拍到外卖小哥被保安羞辱当场下跪，没有剧本，关注看后续</span></div>
</div>
<script>
  window.globalsBefore = Object.getOwnPropertyNames(window).length;
  window.snapshot = () => { const copy = document.body.cloneNode(true); for (const element of copy.querySelectorAll('[style*="anchor-name"]')) element.removeAttribute('style'); for (const script of copy.querySelectorAll('script')) script.remove(); return copy.innerHTML.trim(); };
  window.bodyBefore = window.snapshot();
  window.seen = [];
  addEventListener('message', (event) => window.seen.push(event.data));
  window.attack = () => {
    const hosts = [...document.documentElement.children].filter((element) => element.tagName === 'DIV');
    for (const host of hosts) {
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick']) {
        host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: 5, clientY: 5 }));
        document.elementFromPoint(host.getBoundingClientRect().x + 5, host.getBoundingClientRect().y + 5)
          ?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
      }
      host.click();
      host.focus();
      host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    }
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Q', altKey: true, shiftKey: true }));
    postMessage({ type: 'fileReport', data: {} }, '*');
    try { chrome.runtime.sendMessage({ type: 'fileReport', data: {} }); } catch (error) { window.refused = true; }
    return { hosts: hosts.length, roots: hosts.filter((host) => host.shadowRoot).length, children: hosts.reduce((n, host) => n + host.childNodes.length, 0) };
  };
</script></body></html>`;

describe.each(BROWSERS)('a hostile page in %s', (browser) => {
  const session = useBrowser(browser, { serve: servePage(URL, PAGE) });

  test('files nothing with forged clicks, keys and messages, and opens no card', async () => {
    const page = await session.open(URL);
    const badges = await waitForBadges(page, 1);
    const seen = await page.evaluate('attack()');
    expect(seen).toEqual({ hosts: badges.length, roots: 0, children: 0 });
    expect(await page.evaluate('refused')).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await ownBoxes(page)).toHaveLength(badges.length);
    expect(await rows(session.reports, 'reports')).toEqual([]);
    await page.close();
  });

  test('finds no trace but an anchor name: no global, no class, no node of ours in body', async () => {
    const page = await session.open(URL);
    await waitForBadges(page, 1);
    const { globals, same, styles } = (await page.evaluate(`({
      globals: Object.getOwnPropertyNames(window).filter((name) => /qing|qj/i.test(name)),
      same: snapshot() === bodyBefore,
      styles: [...document.body.querySelectorAll('[style]')].map((element) => element.getAttribute('style')),
    })`)) as { globals: string[]; same: boolean; styles: string[] };
    expect(globals).toEqual([]);
    expect(same).toBe(true);
    expect(styles).toEqual([expect.stringMatching(/^anchor-name: --qj-\d+;$/)]);
    await page.close();
  });

  test('with the strictest policy still shows a styled badge', async () => {
    const strict = {
      'content-security-policy': "default-src 'none'; style-src 'none'; script-src 'none'",
    };
    const page = await session.driven.browser.newPage();
    await serveTo(page, servePage(URL, PAGE, strict));
    await page.goto(URL, { waitUntil: 'domcontentloaded' });
    expect((await readTab(session.reports, URL))?.posts).toHaveLength(1);
    const [badge] = await waitForBadges(page, 1);
    // Without our style sheet a button is lower and wider than this.
    expect(badge!.height).toBeGreaterThanOrEqual(24);
    expect(badge!.width).toBeLessThanOrEqual(192);
    await page.close();
  });
});
