import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/lib/hands';
import { fill, inside } from './inside';
import {
  NOTHING_CHANGED,
  openPart,
  QUEUE_ROW,
  queueNow,
  reloadReports,
  storedReports,
  verify,
  waitForText,
} from './reports-page';
import { BROWSERS, rows, useBrowser, waitForDownload } from './support';

const COUNT = 20;
const DAMAGE = '磁盘写坏了的内容';

describe.each(BROWSERS)('a row that was damaged on the disk in %s', (browser) => {
  const session = useBrowser(browser, { language: 'en-US' });
  let page: Page;
  let id: string;
  let sound: string[];

  const click = (selector: string) => page.$eval(selector, (button) => (button as HTMLElement).click());
  const stored = async () => (await rows(page, 'reports')).map((row) => row.id).toSorted();
  /** Without the numbers that every write gives anew. */
  const contents = async () => ({
    reports: (await rows(page, 'reports')).map(({ rev, ...row }) => row),
    history: await rows(page, 'history'),
  });
  const shows = (count: number) =>
    until(`${count} rows`, async () => ((await queueNow(page)).count === count ? true : undefined));
  const isDamaged = () =>
    until('the damaged row', async () => ((await page.$('.queue-row .status-damaged')) ? true : undefined));

  beforeAll(async () => {
    page = session.reports;
    await fill(page, COUNT);
    const reports = (await storedReports(page)).toSorted((a, b) => b.createdAt - a.createdAt);
    id = reports[2]!.id;
    sound = reports.flatMap((each) => (each.id === id ? [] : each.id));
    await inside(page, 'tamper', { change: 'reports', key: id, to: { post: DAMAGE, status: 7 } });
    await reloadReports(page);
  });

  test('stands in the queue as such, and the others work', async () => {
    await shows(COUNT);
    await isDamaged();
    const { ids } = await queueNow(page);
    expect(ids.toSorted()).toEqual([...sound, id].toSorted());
    await waitForText(page, `${QUEUE_ROW} .queue-title`, id);

    const [other] = sound;
    const { status } = (await storedReports(page)).find((each) => each.id === other)!;
    const to = status === 'submitted' ? 'confirmed' : 'submitted';
    await openPart(page, `report/${other!}`);
    await page.waitForSelector(`.detail .status-${to}`);
    await click(`.detail .status-${to}`);
    await until('the decision', async () =>
      (await storedReports(page)).find((each) => each.id === other)?.status === to ? true : undefined,
    );
    const written = (await storedReports(page)).find((each) => each.id === other)!.post.title!;
    await page.type('input[type="search"]', written.slice(0, 6));
    await until('what was found', async () => {
      const { ids, count } = await queueNow(page);
      return count < COUNT && ids.includes(other!) ? true : undefined;
    });
    await click('.filter-line > .button.quiet');
    await shows(COUNT);
    await openPart(page, 'figures');
    await page.waitForSelector('main table, main figure');
  });

  test('says what is wrong with it when it is opened', async () => {
    await openPart(page, `report/${id}`);
    await waitForText(page, '.detail-pane', 'This row is damaged and cannot be shown as a report');
    await waitForText(page, '.detail-pane code', /^post/);
  });

  test('is named by Verify, saved to a file, taken out and put back as it was', async () => {
    const before = await contents();
    const { verdict, problems } = await verify(page);
    expect(verdict).toMatch(/^Problems found/);
    expect(problems).toContainEqual(expect.stringMatching(/^The report itself was changed/));
    await waitForText(page, '.care-damaged', 'Rows that cannot be read: 1');
    await waitForText(page, '.care-damaged .care-item code', id);

    await click(`.care-damaged [aria-label="Export: ${id}"]`);
    const file = JSON.parse(
      readFileSync(await waitForDownload(session.downloads, '.json'), 'utf8'),
    ) as unknown;
    expect(JSON.stringify(file)).toContain(DAMAGE);
    expect(JSON.stringify(file)).toContain(id);

    await click(`.care-damaged [aria-label="Remove: ${id}"]`);
    await waitForText(page, '.care-damaged', 'All rows are readable.');
    expect(await stored()).toEqual(sound.toSorted());
    await click(`.care-damaged [aria-label="Put back: ${id}"]`);
    await waitForText(page, '.care-damaged', 'Rows that cannot be read: 1');
    expect(await contents()).toEqual(before);
    expect(await verify(page)).toEqual({ verdict, problems });
  });

  test('is taken out in the queue too, and that is taken back by the message that tells of it', async () => {
    await openPart(page, 'queue');
    await isDamaged();
    await click('[data-damaged="remove"]');
    await shows(COUNT - 1);
    expect(await stored()).toEqual(sound.toSorted());
    await click('.toast .button:not(.quiet)');
    await shows(COUNT);
    await isDamaged();
  });

  test('leaves behind when it is gone only that it was counted, until all is counted again', async () => {
    await click('[data-damaged="remove"]');
    await shows(COUNT - 1);
    const { problems } = await verify(page);
    expect(problems.filter((each) => !each.includes('does not agree with the rows that it counts'))).toEqual(
      [],
    );
    await click('.care-repair-way:first-child button');
    await waitForText(page, '.care-section', 'Counted again');
    expect(await verify(page)).toEqual(NOTHING_CHANGED);
  });
});
