import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openCard, until } from '../../scripts/lib/hands';
import { openExtensionPage } from '../../scripts/lib/reading';
import { fill, inside } from './inside';
import {
  NOTHING_CHANGED,
  openPart,
  queueNow,
  reloadReports,
  storedHistory,
  storedReports,
  verify,
  waitForText,
} from './reports-page';
import { BROWSERS, NOTE as POST, rows, spoken, stopWorkers, useBrowser } from './support';

const COUNT = 300;

describe.each(BROWSERS)('nothing is lost in %s', (browser) => {
  const session = useBrowser(browser, { language: 'en-US' });
  let page: Page;
  let ids: string[];

  const openReports = async (hash = '') => {
    const opened = await openExtensionPage(session.driven, `/reports.html${hash}`, '.queue-table');
    await until('all reports', async () => ((await queueNow(opened)).count >= COUNT ? true : undefined));
    return opened;
  };
  const click = (where: Page, selector: string) =>
    where.$eval(selector, (button) => (button as HTMLElement).click());
  const idsNow = async () => (await storedReports(page)).map(({ id }) => id).toSorted();
  const counted = async (status: string) =>
    (await storedReports(page)).filter((report) => report.status === status).length;
  /** Selects every report and presses a button of the bar for what is selected. */
  const decideAll = async (where: Page, word: string) => {
    await click(where, '.queue-box-all');
    await where.waitForSelector('.queue-bulk-status');
    await where.$$eval(
      '.queue-bulk-status button',
      (buttons, name) => buttons.find(({ textContent }) => textContent === name)?.click(),
      word,
    );
  };

  beforeAll(async () => {
    page = session.reports;
    await fill(page, COUNT);
    await reloadReports(page);
    ids = await idsNow();
  });
  beforeEach(() => openPart(page, 'queue'));

  test('by two windows that change the same report at once, and others', async () => {
    const [same] = ids;
    const other = await openReports(`#report/${same}`);
    await openPart(page, `report/${same}`);
    const { status } = (await storedReports(page)).find(({ id }) => id === same)!;
    const [one, two] = ['new', 'confirmed', 'dismissed', 'submitted'].filter((each) => each !== status);
    const before = (await storedHistory(page)).length;
    for (const where of [page, other]) await where.waitForSelector('.detail');
    await Promise.all([
      click(page, `.detail .status-${one}`),
      click(other, `.detail .status-${two}`),
      ...ids.slice(1, 9).map((id, i) => inside([page, other][i % 2]!, 'tag', id, `窗口${i % 2}`)),
    ]);
    const made = await until('ten entries', async () => {
      const all = await storedHistory(page);
      return all.length === before + 10 ? all.slice(before) : undefined;
    });
    const decisions = made.filter(({ action }) => action === 'status');
    expect(decisions.map(({ reportId }) => reportId)).toEqual([same, same]);
    expect(decisions[0]!.before).toMatchObject({ status });
    const { status: between } = decisions[1]!.before as { status: string };
    const last = between === one ? two : one;
    expect((await storedReports(page)).find(({ id }) => id === same)?.status).toBe(last);
    for (const where of [page, other])
      await until('both windows to show it', () =>
        where.evaluate(
          (name) =>
            document.querySelector(`.detail .status-${name}`)?.getAttribute('aria-pressed') === 'true' ||
            undefined,
          last!,
        ),
      );
    for (const [i, id] of ids.slice(1, 9).entries())
      expect((await storedReports(page)).find((each) => each.id === id)?.tags).toContain(`窗口${i % 2}`);
    await other.close();
    expect(await idsNow()).toEqual(ids);
    expect(await verify(page)).toEqual(NOTHING_CHANGED);
  });

  test('by a note that is written in two windows: the other is told, and both are in the history', async () => {
    const id = ids[10]!;
    const other = await openReports(`#report/${id}`);
    await openPart(page, `report/${id}`);
    const type = async (where: Page, text: string) => {
      await where.waitForSelector('.note-editor textarea');
      await where.$eval(
        '.note-editor textarea',
        (field, typed) => {
          field.value = typed;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        },
        text,
      );
    };
    await type(other, '第二个窗口写的');
    await type(page, '第一个窗口写的');
    await click(page, '.note-editor .button');
    await waitForText(page, '.note-editor', 'Note saved');
    await waitForText(other, '.note-editor', 'Changed elsewhere meanwhile to: 第一个窗口写的');
    expect(await other.$eval('.note-editor textarea', ({ value }) => value)).toBe('第二个窗口写的');
    await click(other, '.note-editor .button');
    await until('the second note', async () =>
      (await storedReports(page)).find((each) => each.id === id)?.note === '第二个窗口写的'
        ? true
        : undefined,
    );
    const last = (await storedHistory(page)).at(-1)!;
    expect(last).toMatchObject({ reportId: id, action: 'note', before: { note: '第一个窗口写的' } });
    await until('the first window to follow', () =>
      page.evaluate(
        () =>
          document.querySelector<HTMLTextAreaElement>('.note-editor textarea')?.value === '第二个窗口写的' ||
          undefined,
      ),
    );
    await other.close();
    expect(await verify(page)).toEqual(NOTHING_CHANGED);
  });

  test.each([0, 30, 120])('by a window that is closed %i ms into a change of all', async (delay) => {
    const status = { 0: 'Dismissed', 30: 'Submitted', 120: 'Confirmed' }[delay]!;
    const to = status.toLowerCase();
    const [before, were] = [(await storedHistory(page)).length, await counted(to)];
    const window = await openReports();
    await decideAll(window, status);
    await new Promise((resolve) => setTimeout(resolve, delay));
    await window.close();
    // All or none: what is still being written is written to the end or not at all.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const added = (await storedHistory(page)).length - before;
    expect([
      [0, were],
      [COUNT - were, COUNT],
    ]).toContainEqual([added, await counted(to)]);
    expect(await idsNow()).toEqual(ids);
    expect(await verify(page)).toEqual(NOTHING_CHANGED);
  });

  test('by deleting all and taking that back, with histories, pictures and visits', async () => {
    const [filing] = await storedHistory(page);
    await inside(page, 'belongings', filing!.reportId, filing!.seq);
    const tables = ['reports', 'evidence', 'visits'] as const;
    const contents = async () => {
      const found = await Promise.all(tables.map((table) => rows(page, table)));
      // Putting back is a change too, which the report's own times and seals tell.
      return found.map((table) =>
        table.map(({ rev, seal, chain, updatedAt, seq, ...row }) => JSON.stringify(row)).toSorted(),
      );
    };
    const before = await contents();
    const entries = (await storedHistory(page)).length;
    await openPart(page, 'queue');
    await page.waitForSelector('.queue-box-all');
    await click(page, '.queue-box-all');
    await page.waitForSelector('.queue-bulk .danger');
    await click(page, '.queue-bulk .danger');
    await until('an empty database', async () => ((await idsNow()).length === 0 ? true : undefined));
    expect(await rows(page, 'evidence')).toEqual([]);
    await waitForText(page, '.toast', 'Undo');
    await click(page, '.toast .button:not(.quiet)');
    await until('all reports', async () => ((await idsNow()).length === COUNT ? true : undefined));
    expect(await contents()).toEqual(before);
    expect(await storedHistory(page)).toHaveLength(entries + COUNT);
    expect(await verify(page)).toEqual(NOTHING_CHANGED);
  });

  // Only Chromium can be told to stop a worker at a moment of our choosing.
  test.runIf(browser === 'chromium').each([0, 4, 20])(
    'by a worker that is stopped %i ms after a filing, while all are changed in a window',
    async (delay) => {
      const status = { 0: 'New', 4: 'Dismissed', 20: 'Submitted' }[delay]!;
      const others = (await idsNow()).length;
      const post = await session.open(POST);
      await openCard(post, 0);
      const window = await openReports();
      await decideAll(window, status);
      await post.bringToFront();
      const stopping = new Promise((resolve) => setTimeout(resolve, delay)).then(() => stopWorkers(page));
      await post.keyboard.press('r');
      await stopping;
      const words = await until('an answer', async () => {
        const all = await spoken(post);
        return /Saved on this machine|report was updated|Not saved/.test(all) ? all : undefined;
      });
      await until('the change of all', async () =>
        (await counted(status.toLowerCase())) >= COUNT ? true : undefined,
      );
      const all = await storedReports(page);
      const filed = all.filter(({ post: { url } }) => url === POST);
      expect(all).toHaveLength(COUNT + filed.length);
      expect(filed.length).toBeLessThanOrEqual(1);
      if (!words.includes('Not saved')) expect(filed).toHaveLength(1);
      expect(all.length).toBeGreaterThanOrEqual(others);
      expect(await verify(page)).toEqual(NOTHING_CHANGED);
      await window.close();
      await post.close();
    },
  );
});
