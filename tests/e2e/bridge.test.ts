import { describe, expect, test } from 'vitest';
import { until } from '../../scripts/lib/hands';
import { openExtensionPage, readTab } from '../../scripts/lib/reading';
import { BROWSERS, servePage, useBrowser } from './support';

const ID = '66f0a1b2000000001e00b001';
const URL = `https://www.xiaohongshu.com/explore/${ID}`;

/**
 * The first script of the page notes what it finds and wraps what it can, as anti-tampering code does; then the state
 * is put together by code, so that it stands in no inline text.
 */
const PAGE = `<!doctype html><html><head><meta charset="utf-8"><script>
  window.heard = [];
  const native = (value) => /\\{\\s*\\[native code\\]\\s*\\}/.test(Function.prototype.toString.call(value));
  window.found = {
    own: Object.getOwnPropertyNames(window).filter((name) => !(name in window.constructor.prototype)).sort(),
    native: [fetch, XMLHttpRequest, XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send, JSON.parse,
      JSON.stringify, EventTarget.prototype.addEventListener, EventTarget.prototype.dispatchEvent,
      history.pushState, Response.prototype.json, Element.prototype.attachShadow].every(native),
  };
  for (const name of ['addEventListener', 'dispatchEvent']) {
    const original = EventTarget.prototype[name];
    EventTarget.prototype[name] = function (...args) {
      heard.push(name + ' ' + (args[0].type ?? args[0]));
      return original.apply(this, args);
    };
  }
  // Firefox counts its own request for the icon.
  window.requests = () => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.endsWith('/favicon.ico'));
</script></head><body>
<div id="noteContainer" class="note-container">
  <div class="author-container"><div class="author-wrapper"><a href="/user/profile/5f0000000000000000000b01"><span class="username">测试甲</span></a></div></div>
  <div class="note-content"><div id="detail-title" class="title">山里的小站</div><div id="detail-desc" class="desc"><span class="note-text">清晨的站台没有人。</span></div></div>
  <div class="interact-container"><span class="like-wrapper"><span class="count">1.5万</span></span></div>
</div>
<script>
  const note = { noteId: '${ID}', title: '山里的小站', desc: '清晨的站台没有人。', user: { userId: '5f0000000000000000000b01', nickname: '测试甲' }, interactInfo: { likedCount: '15321' } };
  window['__INITIAL' + '_STATE__'] = { note: { noteDetailMap: { _rawValue: { '${ID}': { note } } } } };
</script></body></html>`;

describe.each(BROWSERS)('the bridge in %s', (browser) => {
  const session = useBrowser(browser, { serve: servePage(URL, PAGE), language: 'en-US' });
  const like = async () => (await readTab(session.reports, URL))?.posts[0]?.counts.like;

  test("reads what only the page's own world holds", async () => {
    const page = await session.open(URL);
    expect(await like()).toBe(15_321);
    await page.close();
  });

  test('is not noticed by the page', async () => {
    const page = await session.open(URL);
    expect(await like()).toBe(15_321);
    const { found, heard, requests } = (await page.evaluate('({ found, heard, requests: requests() })')) as {
      found: { own: string[]; native: boolean };
      heard: string[];
      requests: string[];
    };
    expect(found.own.filter((name) => /qj|qing|bridge/i.test(name))).toEqual([]);
    expect(found.native).toBe(true);
    expect(heard).toEqual([]);
    expect(requests).toEqual([]);
    await page.close();
  });

  test('can be turned off in the options; then the elements are read alone', async () => {
    const page = await session.open(URL);
    const options = await openExtensionPage(session.driven, '/options.html', '[role="switch"]');
    const toggle = () =>
      options.evaluate(() => {
        const switches = [...document.querySelectorAll<HTMLInputElement>('[role="switch"]')];
        switches.at(-1)?.click();
      });
    await toggle();
    await until('the number that is shown', async () => ((await like()) === 15_000 ? true : undefined));
    await toggle();
    await until('the number that is held', async () => ((await like()) === 15_321 ? true : undefined));
    await options.close();
    await page.close();
  });
});
