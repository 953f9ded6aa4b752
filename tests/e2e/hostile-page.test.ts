import { describe, expect, test } from 'vitest';
import { openCard, ownBoxes, waitForBadges, waitForReports } from '../../scripts/lib/hands';
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
  window.hosts = () => [...document.documentElement.children].filter((element) => element.tagName === 'DIV');
  // Whatever a page can think of, at one element and at the place where it stands.
  const forge = (target) => {
    const { x, y } = target.getBoundingClientRect?.() ?? { x: 0, y: 0 };
    const place = { bubbles: true, composed: true, cancelable: true, clientX: x + 5, clientY: y + 5, detail: 1 };
    const targets = [target, document.elementFromPoint(x + 5, y + 5) ?? target];
    for (const at of targets) {
      for (const type of ['pointerdown', 'pointerup']) at.dispatchEvent(new PointerEvent(type, { ...place, pointerId: 1 }));
      for (const type of ['mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu']) at.dispatchEvent(new MouseEvent(type, place));
      for (const key of ['Enter', ' ', 'r', 'd', 'u', 'n', '1', 'Escape', 'q', 'j'])
        for (const type of ['keydown', 'keypress', 'keyup'])
          for (const altKey of [false, true])
            at.dispatchEvent(new KeyboardEvent(type, { key, code: 'Key' + key.toUpperCase(), altKey, bubbles: true, composed: true, cancelable: true }));
      at.dispatchEvent(new InputEvent('beforeinput', { data: 'x', inputType: 'insertText', bubbles: true, composed: true }));
      at.dispatchEvent(new InputEvent('input', { data: 'x', inputType: 'insertText', bubbles: true, composed: true }));
      at.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
      at.dispatchEvent(new SubmitEvent('submit', { bubbles: true, composed: true, cancelable: true }));
      at.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
      for (const name of ['fileReport', 'undoReport', 'dismissPost', 'muteRule', 'qingjian', 'qj-report', 'qj-bridge-request', 'qj-bridge-offer', 'wxt:locationchange'])
        at.dispatchEvent(new CustomEvent(name, { detail: { type: name, key: 'xiaohongshu:note:66f0a1b2000000001e00beef' }, bubbles: true, composed: true }));
    }
    for (const method of ['click', 'focus', 'blur', 'showPopover', 'togglePopover', 'requestSubmit', 'showModal'])
      try { Promise.resolve(target[method]?.()).catch(() => {}); } catch (error) { window.refusals.push(method); }
  };
  window.refusals = [];
  // A link under a forged click would end the attack.
  addEventListener('click', (event) => { if (!event.isTrusted) event.preventDefault(); });
  window.attack = () => {
    const before = hosts();
    for (const target of [...before, document.body, document.documentElement, document, window]) forge(target);
    for (const type of ['fileReport', 'dismissPost', 'muteRule', 'undoReport']) {
      postMessage({ type, data: {} }, '*');
      try { chrome.runtime.sendMessage({ type, data: {} }); } catch (error) { window.refused = true; }
    }
    return { hosts: before.length, roots: before.filter((host) => host.shadowRoot).length, children: before.reduce((n, host) => n + host.childNodes.length, 0) };
  };
  // What a page can do to the one element of ours that it sees.
  window.meddle = {
    attributes: (host) => { for (const name of ['id', 'class', 'slot', 'tabindex', 'contenteditable', 'autofocus', 'accesskey', 'draggable', 'onclick', 'part', 'role']) host.setAttribute(name, 'alert(1)'); },
    popover: (host) => { host.popover = 'auto'; host.showPopover(); host.hidePopover(); host.removeAttribute('popover'); },
    children: (host) => { host.innerHTML = '<form><button>x</button></form>'; host.querySelector('form').requestSubmit(); host.querySelector('button').click(); host.replaceChildren(); },
    anchors: () => { for (const element of document.querySelectorAll('[style*="anchor-name"]')) element.style.removeProperty('anchor-name'); },
    listeners: (host) => { for (const kind of ['click', 'keydown']) host.addEventListener(kind, (event) => event.preventDefault(), true); },
    transparent: (host) => host.style.setProperty('opacity', '0', 'important'),
    masked: (host) => host.style.setProperty('mask-image', 'linear-gradient(transparent, transparent)', 'important'),
    blown: (host) => host.style.setProperty('scale', '30', 'important'),
    moved: (host) => document.body.append(host),
    gone: (host) => host.remove(),
  };
</script></body></html>`;

/** The part of the extension API that is used inside the reports page. */
declare const chrome: { storage: { local: { get(keys: null): Promise<Record<string, unknown>> } } };

describe.each(BROWSERS)('a hostile page in %s', (browser) => {
  const session = useBrowser(browser, { serve: servePage(URL, PAGE) });

  /** Everything that a forged gesture could have left. */
  const decisions = async () => ({
    reports: await rows(session.reports, 'reports'),
    history: await rows(session.reports, 'history'),
    dismissals: await rows(session.reports, 'dismissals'),
    settings: JSON.parse(
      await session.reports.evaluate(async () => {
        const settings = await chrome.storage.local.get(null);
        return JSON.stringify(Object.entries(settings).filter(([name]) => /muted/i.test(name)));
      }),
    ) as unknown[],
  });
  const NONE = { reports: [], history: [], dismissals: [], settings: [] };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 1_000));

  test('files nothing with forged clicks, keys and messages, and opens no card', async () => {
    const page = await session.open(URL);
    const badges = await waitForBadges(page, 1);
    const seen = await page.evaluate('attack()');
    expect(seen).toEqual({ hosts: badges.length, roots: 0, children: 0 });
    expect(await page.evaluate('refused')).toBe(true);
    await settled();
    expect(await ownBoxes(page)).toHaveLength(badges.length);
    expect(await decisions()).toEqual(NONE);
    await page.close();
  });

  test('files, dismisses and mutes nothing in an open card', async () => {
    const page = await session.open(URL);
    const badges = await waitForBadges(page, 1);
    await openCard(page, 0);
    await page.evaluate('attack()');
    await settled();
    expect(await ownBoxes(page)).toHaveLength(badges.length + 1);
    expect(await decisions()).toEqual(NONE);
    await page.close();
  });

  test.each(['attributes', 'popover', 'children', 'anchors', 'listeners', 'gone'])(
    'does nothing by meddling with our elements: %s',
    async (how) => {
      const page = await session.open(URL);
      await waitForBadges(page, 1);
      await openCard(page, 0);
      await page.evaluate(`for (const host of hosts()) meddle['${how}'](host)`);
      await settled();
      expect(await decisions()).toEqual(NONE);
      await page.close();
    },
  );

  test.each(['transparent', 'masked', 'blown', 'moved', 'gone'])(
    'gets no press out of a reader who does not see what they press: %s',
    async (how) => {
      const page = await session.open(URL);
      await waitForBadges(page, 1);
      await openCard(page, 0);
      await page.evaluate(`for (const host of hosts()) meddle['${how}'](host)`);
      await page.keyboard.press('Enter');
      await page.keyboard.press('r');
      await settled();
      expect(await decisions()).toEqual(NONE);
      await page.close();
    },
  );

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

  test('does not keep the reader from reporting', async () => {
    const page = await session.open(URL);
    await waitForBadges(page, 1);
    await page.evaluate(`for (const kind of ['click', 'keydown', 'keyup', 'pointerdown', 'mousedown'])
      addEventListener(kind, (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true)`);
    await page.evaluate('attack()');
    await openCard(page, 0);
    await page.evaluate('for (const host of hosts()) meddle.listeners(host)');
    await page.keyboard.press('Enter');
    await waitForReports(session.reports, 1);
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
