import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { openCard, until, waitForBadges, waitForReports } from '../../scripts/lib/hands';
import { brightestIn, differenceFrom, lastPicture, tabTo } from './picture-checks';
import { NOTE, rows, spoken, useBrowser } from './support';

/** The part of the extension API that the tests reach through the worker. */
declare const chrome: {
  tabs: {
    query(filter: object): Promise<{ id: number; windowId: number; active: boolean }[]>;
  };
  storage: { local: { set(items: object): Promise<void> } };
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

  /** What the toolbar click grants holds for the tab until it leaves the page. */
  const openGranted = async () => {
    const page = await session.open(NOTE);
    await waitForBadges(page, 1);
    const [extension] = [...(await session.driven.browser.extensions()).values()];
    await extension!.triggerAction(page);
    await page.bringToFront();
    return page;
  };
  const choose = (choice: 'keep' | 'ask' | 'none') =>
    session.reports.evaluate((pictures) => chrome.storage.local.set({ pictures }), choice);
  const reportNote = async (page: Page, what: 'title' | 'comment' = 'title') => {
    const target = what === 'title' ? '#detail-title' : '#comment-66f0b1c2000000000b00c002 .note-text';
    await page.click(target, { button: 'right' });
    await raise('menu');
    await until('the card', async () =>
      /Saved on this machine|report was updated/.test(await spoken(page)) ? true : undefined,
    );
  };
  /** Boxes in the window, and how many pixels of a picture make one of theirs. */
  const boxesOf = (page: Page, selector: string) =>
    page.$$eval(selector, (elements) =>
      elements.map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const [right, bottom] = [Math.min(innerWidth, x + width), Math.min(innerHeight, y + height)];
        return { x: Math.max(0, x), y: Math.max(0, y), width: right - x, height: bottom - y };
      }),
    );

  test('after a gesture that grants activeTab the report carries a picture of the post alone', async () => {
    const page = await openGranted();
    const before = (await lastPicture(session.reports)).count;
    await reportNote(page);
    await until('a picture', async () =>
      (await lastPicture(session.reports)).count > before ? true : undefined,
    );
    const picture = await lastPicture(session.reports);
    expect(picture).toMatchObject({ type: 'image/webp' });
    expect(picture.bytes).toBeGreaterThan(2_000);
    const ratio = await page.evaluate(() => devicePixelRatio);
    const [post] = await boxesOf(page, '#noteContainer');
    expect(Math.abs(picture.width - post!.width * ratio)).toBeLessThan(2);
    expect(Math.abs(picture.height - post!.height * ratio)).toBeLessThan(2);

    const comments = (await boxesOf(page, '.comment-item'))
      .filter(({ height }) => height > 0)
      .map(({ x, y, width, height }) => ({
        x: (x - post!.x) * ratio,
        y: (y - post!.y) * ratio,
        width: width * ratio,
        height: height * ratio,
      }));
    expect(comments.length).toBeGreaterThan(0);
    for (const comment of comments) {
      // The encoder shares colour between neighbours, so black is not exactly black at the edge.
      const inner = {
        x: comment.x + 2,
        y: comment.y + 2,
        width: comment.width - 4,
        height: comment.height - 4,
      };
      expect(await brightestIn(session.reports, inner)).toBeLessThan(24);
    }

    // The page as it is without us: neither badge nor card nor painted words, which may come back between two calls.
    await until('the page as it is in the picture', async () => {
      await page.evaluate(() => {
        for (const element of document.querySelectorAll<HTMLElement>('html > div')) element.remove();
        CSS.highlights.clear();
      });
      const reference = await page.screenshot({ encoding: 'base64', clip: post! });
      return (await differenceFrom(session.reports, reference, comments)) < 12 ? true : undefined;
    });
    await page.close();
  });

  test('a picture of a comment is of that comment', async () => {
    const page = await openGranted();
    const before = (await lastPicture(session.reports)).count;
    await reportNote(page, 'comment');
    await until('a picture', async () =>
      (await lastPicture(session.reports)).count > before ? true : undefined,
    );
    const [box] = await boxesOf(page, '#comment-66f0b1c2000000000b00c002');
    const { width, height } = await lastPicture(session.reports);
    expect(Math.abs(width - box!.width)).toBeLessThan(2);
    expect(Math.abs(height - box!.height)).toBeLessThan(2);
    await page.close();
  });

  test('a report filed on the card has a picture too, where an earlier gesture has granted it', async () => {
    const before = (await lastPicture(session.reports)).count;
    const asked = await session.open(NOTE);
    await openCard(asked, 0);
    await asked.keyboard.press('Enter');
    await until('the answer', async () =>
      /Saved on this machine|report was updated/.test(await spoken(asked)) ? true : undefined,
    );
    expect((await lastPicture(session.reports)).count).toBe(before);
    await asked.close();

    const page = await openGranted();
    await openCard(page, 0);
    await page.keyboard.press('Enter');
    await until('a picture', async () =>
      (await lastPicture(session.reports)).count === before + 1 ? true : undefined,
    );
    expect(await spoken(page)).toContain('This picture is kept with the report');
    await page.close();
  });

  test('a reader who wants to be asked sees the picture, blacks out a part, keeps it, and removes it', async () => {
    await choose('ask');
    const page = await openGranted();
    const before = (await lastPicture(session.reports)).count;
    await reportNote(page);
    await until('the picture', async () =>
      (await spoken(page)).includes('This picture is not kept') ? true : undefined,
    );
    expect((await lastPicture(session.reports)).count).toBe(before);

    await tabTo(page, 'Black out a part');
    for (const key of ['Enter', 'Enter', 'Escape'] as const) {
      await page.keyboard.press(key);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await tabTo(page, 'Keep it with the black parts');
    await page.keyboard.press('Enter');
    await until('a picture', async () =>
      (await lastPicture(session.reports)).count === before + 1 ? true : undefined,
    );
    const { width, height } = await lastPicture(session.reports);
    const middle = {
      x: width * 0.4,
      y: height * 0.4,
      width: width * 0.2,
      height: height * 0.2,
    };
    expect(await brightestIn(session.reports, middle)).toBeLessThan(24);
    expect(await brightestIn(session.reports, { x: 0, y: 0, width, height })).toBeGreaterThan(200);

    await tabTo(page, 'Remove the picture');
    await page.keyboard.press('Enter');
    await until('no picture', async () =>
      (await lastPicture(session.reports)).count === before ? true : undefined,
    );
    await page.close();
  });

  test('a reader who wants no pictures gets none', async () => {
    await choose('none');
    const page = await openGranted();
    const before = (await lastPicture(session.reports)).count;
    await reportNote(page);
    expect((await lastPicture(session.reports)).count).toBe(before);
    expect(await spoken(page)).not.toContain('Picture of the post');
    await choose('keep');
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
