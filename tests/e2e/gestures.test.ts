import { describe, expect, test } from 'vitest';
import { until, waitForBadges, waitForReports } from '../../scripts/lib/hands';
import { NOTE, rows, spoken, useBrowser } from './support';

/** The part of the extension API that the tests reach through the worker. */
declare const chrome: {
  tabs: {
    query(filter: object): Promise<{ id: number; windowId: number; active: boolean }[]>;
  };
  contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
  commands: {
    onCommand: { dispatch(command: string, tab: object): void };
    getAll(): Promise<{ name: string; shortcut: string }[]>;
  };
};

/**
 * Native menus and browser shortcuts cannot be pressed through the drivers, so their events are raised in the worker,
 * where the browser would raise them; the toolbar click that grants `activeTab` is real. Firefox gives no way to
 * raise them; there the same code is covered by unit tests.
 */
describe('context menu and shortcut in chromium', () => {
  const session = useBrowser('chromium', { language: 'en-US' });

  const worker = async () => {
    const target = await session.driven.browser.waitForTarget((each) => each.type() === 'service_worker');
    return (await target.worker())!;
  };
  const raise = async (kind: 'menu' | 'shortcut') =>
    (await worker()).evaluate(async (which) => {
      const [tab] = await chrome.tabs.query({
        active: true,
        lastFocusedWindow: true,
      });
      if (which === 'menu') chrome.contextMenus.onClicked.dispatch({ menuItemId: 'report-post' }, tab!);
      else chrome.commands.onCommand.dispatch('report-post', tab!);
    }, kind);

  test('the shortcut is registered', async () => {
    const commands = await (await worker()).evaluate(() => chrome.commands.getAll());
    expect(commands.find(({ name }) => name === 'report-post')?.shortcut).toBe('Alt+Shift+Q');
  });

  test('the menu reports the post under the right-click, here a comment that no rule matched', async () => {
    const page = await session.open(NOTE);
    await waitForBadges(page, 1);
    await page.click('#comment-66f0b1c2000000000b00c001 .note-text', {
      button: 'right',
    });
    await raise('menu');
    await waitForReports(session.reports, 1);
    const [report] = await rows<{
      postKey: string;
      categories: string[];
      filedBy: string;
    }>(session.reports, 'reports');
    expect(report).toMatchObject({
      postKey: 'xiaohongshu:comment:66f0b1c2000000000b00c001',
      categories: [],
      filedBy: 'menu',
    });
    await until('the card', async () =>
      (await spoken(page)).includes('Saved on this machine') ? true : undefined,
    );
    expect(await spoken(page)).toContain('Report this post');
    await page.close();
  });

  test('after a gesture that grants activeTab the report carries a screenshot', async () => {
    const page = await session.open(NOTE);
    await waitForBadges(page, 1);
    const [extension] = [...(await session.driven.browser.extensions()).values()];
    await extension!.triggerAction(page);
    await page.bringToFront();
    await raise('shortcut');
    await until('a screenshot', async () =>
      (await rows(session.reports, 'evidence')).length === 1 ? true : undefined,
    );
    const [evidence] = await rows<{
      kind: string;
      blob: { blob: string; size: number };
    }>(session.reports, 'evidence');
    expect(evidence).toMatchObject({
      kind: 'screenshot',
      blob: { blob: 'image/webp' },
    });
    expect(evidence!.blob.size).toBeGreaterThan(2_000);
    const history = await rows<{ action: string }>(session.reports, 'history');
    expect(history.at(-1)?.action).toBe('filed');
    await page.close();
  });

  test('where there is no post the reader is told so, and nothing is stored', async () => {
    const before = (await rows(session.reports, 'reports')).length;
    const page = await session.open('https://www.xiaohongshu.com/explore');
    await waitForBadges(page, 1);
    await page.click('.demo strong', { button: 'right' });
    await raise('menu');
    await until('a message', async () =>
      (await spoken(page)).includes('There is no post here') ? true : undefined,
    );
    expect(await rows(session.reports, 'reports')).toHaveLength(before);
    await page.close();
  });
});
