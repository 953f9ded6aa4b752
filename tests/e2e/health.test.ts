import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { until, waitForReports } from '../../scripts/lib/hands';
import { openExtensionPage, readTab } from '../../scripts/lib/reading';
import { BROWSERS, rows, servePage, useBrowser } from './support';

declare const chrome: {
  tabs: {
    query(filter: object): Promise<{ id: number; windowId: number }[]>;
    sendMessage(id: number, message: unknown): Promise<{ res: unknown }>;
  };
  action: { getBadgeText(of: object): Promise<string> };
  contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
  commands: { onCommand: { dispatch(command: string, tab: object): void } };
};

const URL = 'https://www.xiaohongshu.com/explore';
/** A feed whose every class and data attribute has another name from one day to the next. */
const RENAMED = readFileSync('scripts/demo/feed.html', 'utf8')
  .replace(/class="[^"]*"/g, (names) =>
    names.replace(/[a-z]+/g, (name) => (name === 'class' ? name : `x${name}9`)),
  )
  .replace(/\sdata-[a-z-]+=/g, ' data-q7=')
  .replace('</body>', '<p id="words">拍到外卖小哥下跪，关注看后续</p></body>');
const WORDS = '拍到外卖小哥下跪，关注看后续';
const select = `getSelection().selectAllChildren(document.getElementById('words'))`;

describe.each(BROWSERS)('a site that has changed its layout, in %s', (browser) => {
  const session = useBrowser(browser, { serve: servePage(URL, RENAMED), language: 'en-US' });

  test('is waited for at first, then named as such in popup and toolbar button', async () => {
    const page = await session.open(URL);
    expect((await readTab(session.reports, URL))?.health.status).toBe('waiting');
    await until(
      'five seconds of nothing',
      async () =>
        (await readTab(session.reports, URL))?.health.status === 'layout-changed' ? true : undefined,
      12_000,
    );
    await until('the question mark', async () => ((await badgeTexts()).includes('?') ? true : undefined));
    await page.close();
  });

  test('still lets selected text be reported, and rules still read it', async () => {
    const page = await session.open(URL);
    await page.evaluate(select);
    const draft = await until(
      'an excerpt',
      async () => (await picked()) as { post: object; findings: object[] },
    );
    expect(draft).toMatchObject({
      post: {
        site: 'xiaohongshu',
        kind: 'excerpt',
        text: WORDS,
        url: URL,
        labels: { state: 'unknown' },
        author: {},
      },
    });
    await page.close();
  });

  const badgeTexts = () =>
    session.reports.evaluate(async () => {
      const tabs = await chrome.tabs.query({});
      return Promise.all(tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id })));
    });
  const picked = async () => {
    const json = await session.reports.evaluate(async () => {
      const tabs = await chrome.tabs.query({});
      const message = { id: 1, type: 'pickPost', timestamp: 0, data: { by: 'shortcut', selection: '' } };
      const answers = await Promise.all(
        tabs.map(({ id }) => chrome.tabs.sendMessage(id, message).catch(() => undefined)),
      );
      return JSON.stringify(answers.find((answer) => answer?.res)?.res ?? null);
    });
    return (JSON.parse(json) as object | null) ?? undefined;
  };
});

describe('the fallback in chromium, end to end', () => {
  const session = useBrowser('chromium', { serve: servePage(URL, RENAMED), language: 'en-US' });

  /** Raised in the worker, where the browser would raise it: no driver can press native menus and shortcuts. */
  const raise = async (gesture: 'menu' | 'shortcut') => {
    const target = await session.driven.browser.waitForTarget((each) => each.type() === 'service_worker');
    await (await target.worker())!.evaluate(async (which) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      if (which === 'menu') chrome.contextMenus.onClicked.dispatch({ menuItemId: 'report-post' }, tab!);
      else chrome.commands.onCommand.dispatch('report-post', tab!);
    }, gesture);
  };

  test.each(['shortcut', 'menu'] as const)(
    'select, use the %s, find the words among the reports',
    async (gesture) => {
      const page = await session.open(URL);
      await until('the page to be read', async () => (await readTab(session.reports, URL)) ?? undefined);
      await page.evaluate(select);
      if (gesture === 'menu') await page.click('#words', { button: 'right' });
      await raise(gesture);
      // The same words at the same address are one report, however often they are filed.
      await waitForReports(session.reports, 1);
      const [report] = await rows<{ post: { text: string; kind: string } }>(session.reports, 'reports');
      expect(report?.post).toMatchObject({ kind: 'excerpt', text: WORDS });
      await until('the history', async () =>
        (await rows<{ filedBy?: string }>(session.reports, 'history')).length >= (gesture === 'menu' ? 2 : 1)
          ? true
          : undefined,
      );
      const list = await openExtensionPage(session.driven, '/reports.html', 'main');
      await until('the words in the list', async () =>
        (await list.$eval('main', (main) => main.textContent))?.includes(WORDS) ? true : undefined,
      );
      await list.close();
      await page.close();
    },
  );
});
