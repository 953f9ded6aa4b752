import type { KeyInput, Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/lib/hands';
import { openExtensionPage } from '../../scripts/lib/reading';
import type { Report } from '../../utils/model/report';
import { fill } from './inside';
import { queueNow, reloadReports, storedHistory, storedReports, waitForText } from './reports-page';
import { BROWSERS, useBrowser } from './support';
import { nameOfFocus, tabToName } from './tabbing';

const COUNT = 60;
const WORD = '摆拍';
const NAME = '林青';
const TAG = '二审';
const NOTE = '与原片比对过，来源不明。';
const VIEW = '待我看的';

/** Everything here is done with keys: no pointer is used in this file. */
describe.each(BROWSERS)('a day of triage by keyboard in %s', (browser) => {
  const session = useBrowser(browser, { language: 'en-US' });
  let page: Page;
  let atStart: Map<string, Report>;

  const press = async (...keys: KeyInput[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () => nameOfFocus(page);
  const focusedClass = () => page.evaluate(() => document.activeElement?.className ?? '');
  const tabTo = (words: RegExp, way?: 'back') => tabToName(page, words, way);
  const reportOf = async (id: string) => (await storedReports(page)).find((each) => each.id === id)!;
  const becomes = (what: string, id: string, is: (report: Report) => boolean) =>
    until(what, async () => (is(await reportOf(id)) ? true : undefined));
  const entries = async (count: number) =>
    until(`${count} history entries`, async () => {
      const all = await storedHistory(page);
      return all.length === count ? all : undefined;
    });
  const current = async (index: number) =>
    until(`row ${index}`, async () => {
      const { ids, current } = await queueNow(page);
      return current !== '' && ids[index] === current ? current : undefined;
    });
  const shows = (count: number) =>
    until(`${count} rows`, async () => ((await queueNow(page)).count === count ? true : undefined));
  const undecided = async () => (await storedReports(page)).filter(({ status }) => status === 'new').length;
  const toTheList = async () => {
    await press('/', 'Enter');
    expect(await focusedClass()).toContain('queue-table');
    await press('Home');
  };

  beforeAll(async () => {
    page = session.reports;
    await fill(page, COUNT);
    await reloadReports(page);
    await shows(COUNT);
    atStart = new Map((await storedReports(page)).map((report) => [report.id, report]));
  });

  test('gives a name in the options', async () => {
    const options = await openExtensionPage(session.driven, '/options.html', '.reviewer-name input:enabled');
    await options.bringToFront();
    for (let presses = 0; presses < 80; presses++) {
      if (await options.$('.reviewer-name input:focus')) break;
      await options.keyboard.press('Tab');
    }
    await options.keyboard.type(NAME);
    await options.keyboard.press('Enter');
    await waitForText(options, '.reviewer-name [role="status"]', 'Name saved');
    await options.close();
    await page.bringToFront();
  });

  test('searches for a Chinese word, goes on to what was found and through it', async () => {
    const found = [...atStart.values()].filter(({ post, note }) =>
      [post.title, post.text, note].some((text) => text?.includes(WORD)),
    );
    expect(found.length).toBeGreaterThan(2);
    await press('/');
    await page.keyboard.type(WORD);
    await shows(found.length);
    await press('Enter');
    expect(await focusedClass()).toContain('queue-table');
    expect((await queueNow(page)).ids.toSorted()).toEqual(found.map(({ id }) => id).toSorted());

    const first = await current(0);
    await press('j');
    const second = await current(1);
    expect(second).not.toBe(first);
    await press('k');
    await current(0);
    await press('o');
    await waitForText(page, '.detail h2', atStart.get(first)!.post.title!.slice(0, 8));
    expect(await page.evaluate(() => location.hash)).toContain(`report/${first}`);
    await press('Escape');
    await until('the closed report', async () => ((await page.$('.detail')) ? undefined : true));
    expect(await focusedClass()).toContain('queue-table');
    await press('/', 'Backspace', 'Backspace');
    await shows(COUNT);
  });

  test('shows the undecided with Tab and Space, and decides with c, d and s', async () => {
    const before = await undecided();
    await tabTo(/^New/);
    await press(' ');
    await shows(before);
    await toTheList();
    for (const [key, status] of [
      ['c', 'confirmed'],
      ['d', 'dismissed'],
      ['s', 'submitted'],
    ] as const) {
      const id = await current(0);
      await press(key);
      await becomes(status, id, (report) => report.status === status);
      // It leaves the view, and the next one stands in its place.
      await until('the next row', async () => ((await queueNow(page)).ids[0] !== id ? true : undefined));
    }
    await shows(before - 3);
    expect((await storedHistory(page)).slice(COUNT).map(({ action, by }) => [action, by])).toEqual(
      Array(3).fill(['status', NAME]),
    );
  });

  test('writes a note, tags and takes on the report', async () => {
    const id = await current(0);
    await press('n');
    await until('the note', async () => ((await focused()) === 'Note' ? true : undefined));
    await page.keyboard.down('Control');
    await press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type(NOTE);
    await press('Tab');
    await becomes('the note', id, ({ note }) => note === NOTE);
    await press('Escape');
    await until('the closed report', async () => ((await page.$('.detail')) ? undefined : true));
    expect(await focusedClass()).toContain('queue-table');

    await press('t');
    await page.waitForSelector('dialog[open] input:focus');
    await page.keyboard.type(TAG);
    await press('Enter');
    await becomes('the tag', id, ({ tags }) => tags?.includes(TAG) === true);
    await until('the closed dialog', async () => ((await page.$('dialog')) ? undefined : true));
    expect(await focusedClass()).toContain('queue-table');

    await press('a');
    await becomes('the assignment', id, ({ assignee }) => assignee === NAME);
    expect(await current(0)).toBe(id);
  });

  test('selects three and decides them at once', async () => {
    const before = await storedHistory(page);
    const chosen = (await queueNow(page)).ids.slice(0, 3);
    await press('x', 'j', 'x', 'j', 'x');
    await waitForText(page, '.queue-bulk-count', 'Selected: 3');
    await press('d');
    for (const id of chosen) await becomes('a dismissal', id, ({ status }) => status === 'dismissed');
    const made = (await entries(before.length + 3)).slice(-3);
    expect(made.map(({ reportId }) => reportId).toSorted()).toEqual(chosen.toSorted());
    expect(new Set(made.map(({ at }) => at)).size).toBe(1);
    await until('no selection', async () => ((await page.$('.queue-bulk')) ? undefined : true));
  });

  test('decides copies as one', async () => {
    await press('/');
    await tabTo(/^All/);
    await press(' ');
    await shows(COUNT);
    await toTheList();
    await press('g');
    await until('fewer rows', async () => ((await queueNow(page)).count < COUNT ? true : undefined));
    const copied = () =>
      page.$eval('.queue-current', (row) => row.querySelector('.queue-copies')?.textContent ?? '');
    for (let presses = 0; presses < COUNT && (await copied()) === ''; presses++) await press('j');
    expect(await copied()).toMatch(/^×[2-9]/);
    const { title } = atStart.get((await queueNow(page)).current)!.post;
    const members = [...atStart.values()].filter(({ post }) => post.title === title);
    await press('s');
    for (const { id } of members) await becomes('a submission', id, ({ status }) => status === 'submitted');
    await press('g');
    await shows(COUNT);
  });

  test('takes everything back, one after the other', async () => {
    for (let presses = 0; presses < 20; presses++) {
      const before = (await storedHistory(page)).length;
      const undo = await page.$('.queue-undo');
      await press('z');
      if (!undo) break;
      await until('what was taken back', async () =>
        (await storedHistory(page)).length > before ? true : undefined,
      );
    }
    await waitForText(page, '.toast', 'Nothing to undo');
    const done = (await storedHistory(page)).slice(COUNT);
    expect(done.filter(({ action }) => action === 'reverted')).toHaveLength(done.length / 2);
    for (const { id, status, note, tags, assignee } of await storedReports(page)) {
      const was = atStart.get(id)!;
      expect({ status, note, tags: tags ?? [], assignee }).toEqual({
        status: was.status,
        note: was.note,
        tags: was.tags ?? [],
        assignee: was.assignee,
      });
    }
  });

  test('reads the list of keys and leaves it', async () => {
    await press('?');
    await page.waitForSelector('dialog[open].queue-keys');
    await press('c', 'Escape');
    await until('the closed list', async () => ((await page.$('dialog')) ? undefined : true));
    expect(await focusedClass()).toContain('queue-table');
  });

  test('saves a view; what was done is there in the page that is opened anew, with who did it', async () => {
    await press('/');
    await tabTo(/^New/);
    await press(' ');
    await press('/');
    await tabTo(/^Save as/, 'back');
    await press('Enter');
    await page.keyboard.type(VIEW);
    await press('Enter');
    await waitForText(page, '.view-name', VIEW);
    await toTheList();
    const id = await current(0);
    await press('c');
    await becomes('the decision', id, ({ status }) => status === 'confirmed');
    const left = await undecided();

    await reloadReports(page);
    await waitForText(page, '.view-name', VIEW);
    await shows(left);
    await press('/');
    await tabTo(/^View/, 'back');
    await press('Enter');
    await page.waitForSelector('.menu [data-option]:focus');
    await press('Home', 'Enter');
    await shows(COUNT);
    await waitForText(page, '.view-name', 'All reports');

    await page.evaluate((hash) => {
      location.hash = hash;
    }, `report/${id}`);
    await waitForText(page, '.history-title', `by ${NAME}`);
  });
});
