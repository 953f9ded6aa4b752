import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { FEED } from '../../scripts/demo/pages';
import {
  countReports,
  openCard,
  ownBoxes,
  until,
  waitForBadges,
  waitForReports,
} from '../../scripts/lib/hands';
import { readTab } from '../../scripts/lib/reading';
import { openPart, QUEUE_ROW, queueRows } from './reports-page';
import { ANSWER, ARTICLE, BROWSERS, NOTE, rows, useBrowser, waitForDownload } from './support';

/** The ways of a reviewer, one after the other in one profile, as in real use. */
describe.each(BROWSERS)('a reviewer in %s', (browser) => {
  const session = useBrowser(browser);

  test('sees marks on the feed; debunking, labelled fiction and complaints stay unmarked', async () => {
    const feed = await session.open(FEED);
    const reading = await readTab(session.reports, FEED);
    expect(reading?.health).toEqual({ status: 'ok', posts: 9, labelsRead: 0, missing: [] });
    const marked = reading!.posts.filter(({ findings }) =>
      findings.some(({ confidence }) => confidence !== 'clue'),
    );
    expect(marked.map(({ id }) => id.slice(-4))).toEqual(['d001', 'd003', 'd005', 'd007']);
    expect(await waitForBadges(feed, 4)).toHaveLength(4);
    await feed.close();
  });

  test('files with one click and takes it back within ten seconds', async () => {
    const feed = await session.open(FEED);
    await openCard(feed, 0);
    await feed.keyboard.press('Enter');
    await waitForReports(session.reports, 1);
    // The focus moves to Undo. Once it is undone, another press would file again: a pressed key gets time to work.
    await until('the undo button', async () => {
      await feed.keyboard.press('Enter');
      const undone = async () => ((await countReports(session.reports)) === 0 ? true : undefined);
      return until('no report', undone, 2_000).catch(() => undefined);
    });
    expect(await rows(session.reports, 'history')).toEqual([]);
    await feed.close();
  });

  test('reports the same post twice into one report that keeps its history', async () => {
    const note = await session.open(NOTE);
    await openCard(note, 0);
    await note.keyboard.press('Enter');
    await waitForReports(session.reports, 1);
    await note.keyboard.press('Escape');
    await openCard(note, 0);
    await note.keyboard.press('Enter');
    const history = await until('a second entry', async () => {
      const entries = await rows<{ action: string }>(session.reports, 'history');
      return entries.length === 2 ? entries : undefined;
    });
    expect(history.map(({ action }) => action)).toEqual(['filed', 'filed-again']);
    expect(await rows(session.reports, 'reports')).toHaveLength(1);
    await note.close();
  });

  test('dismisses a post for good', async () => {
    const answer = await session.open(ANSWER);
    const before = (await waitForBadges(answer, 1)).length;
    await openCard(answer, 0);
    await answer.keyboard.press('Tab');
    await answer.keyboard.press('Enter');
    await until('the dismissal', async () =>
      (await rows(session.reports, 'dismissals')).length === 1 ? true : undefined,
    );
    await answer.reload({ waitUntil: 'domcontentloaded' });
    await readTab(session.reports, ANSWER);
    await until('one badge fewer', async () =>
      (await ownBoxes(answer)).length === before - 1 ? true : undefined,
    );
    await answer.close();
  });

  test('works through the reports: filter, status, delete with undo', async () => {
    const article = await session.open(ARTICLE);
    await openCard(article, 0);
    await article.keyboard.press('Enter');
    await waitForReports(session.reports, 2);
    await article.close();

    const { reports } = session;
    await reports.bringToFront();
    const count = async (n: number) =>
      until(`${n} rows`, async () => ((await queueRows(reports)).length === n ? true : undefined));
    await count(2);
    await reports.type('input[type="search"]', '拾荒');
    await count(1);
    await reports.locator(QUEUE_ROW).click();
    await reports.locator('.detail .status-confirmed').click();
    const statuses = async () =>
      (await rows<{ status: string }>(reports, 'reports')).map(({ status }) => status).sort();
    await until('the new status', async () => ((await statuses()).includes('confirmed') ? true : undefined));
    expect(await statuses()).toEqual(['confirmed', 'new']);

    await reports.locator('.detail .danger').click();
    await waitForReports(reports, 1);
    await reports.locator('.toast .button:not(.quiet)').click();
    await waitForReports(reports, 2);
    expect(await statuses()).toEqual(['confirmed', 'new']);
    const history = await rows<{ action: string }>(reports, 'history');
    expect(history.map(({ action }) => action).sort()).toEqual([
      'filed',
      'filed',
      'filed-again',
      'restored',
      'status',
    ]);

    await reports.$eval('input[type="search"]', (field) => {
      (field as HTMLInputElement).value = '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await count(2);
  });

  test('exports CSV that a spreadsheet opens with its Chinese intact', async () => {
    const { reports, downloads } = session;
    await openPart(reports, 'exchange');
    await reports.locator('.exchange-actions .primary:not([aria-disabled="true"])').click();
    await reports.waitForSelector('.export-concerns');
    // For each kind of concern the second choice takes its reports along.
    await reports.$$eval('.precheck-concern [role="radiogroup"]', (groups) => {
      for (const group of groups) group.querySelectorAll('input')[1]?.click();
    });
    await reports.locator('.export-concerns .primary:not([aria-disabled="true"])').click();
    const text = readFileSync(await waitForDownload(downloads), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const { data, errors, meta } = Papa.parse<Record<string, string>>(text.slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(meta.linebreak).toBe('\r\n');
    expect(data).toHaveLength(2);
    expect(meta.fields?.[0]).toBe('schema_version');
    expect(data.map(({ platform }) => platform).sort()).toEqual(['wechat', 'xiaohongshu']);
    expect(data.some(({ text_excerpt }) => text_excerpt?.includes('偶遇拾荒老人'))).toBe(true);
  });
});
