import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { buildExtension } from '../../scripts/lib/build';
import { openCard, ownBoxes, until, waitForBadges, waitForReports } from '../../scripts/lib/hands';
import { readTab } from '../../scripts/lib/reading';
import { withGrantedHosts } from '../../scripts/lib/with-granted-hosts';
import type { Report } from '../../utils/model/report';
import { FEED, keyOf, NAMES, serveFeed, VISIT } from './media-feed';
import {
  askedOf,
  BUDGET,
  bytesOf,
  checkedPage,
  checkIn,
  claimsIn,
  documents,
  HOSTS,
  hashOf,
  hears,
  postIn,
  SIGHT_MS,
  show,
  turnOn,
} from './media-look';
import { openMediaServer } from './media-server';
import { openSidePanel } from './side-panel';
import { BROWSERS, rows, useBrowser } from './support';

const server = await openMediaServer(serveFeed());
afterAll(() => server.close());

describe.each(BROWSERS)('files that say AI, on hosts that the reader has allowed %s', async (browser) => {
  const extension = await withGrantedHosts(buildExtension(browser), HOSTS);
  afterAll(() => rmSync(extension, { recursive: true, force: true }));
  const session = useBrowser(browser, {
    extension,
    proxy: server.proxy,
    language: 'en-US',
  });
  let page: Page;

  test('are not asked for before the reader has turned it on', async () => {
    // A host that has set no cookie would get none from anybody: it has, and gets it from who does not leave it out.
    page = await session.open(VISIT);
    server.forget();
    await page.goto(VISIT);
    expect(server.asked).toContainEqual(expect.objectContaining({ cookie: 'visitor=1' }));
    server.forget();
    await page.goto(FEED);
    const reading = await until('the posts', async () => {
      const read = await readTab(session.reports, FEED);
      return read?.posts.length === NAMES.length ? read : undefined;
    });
    expect(reading.media?.isOn ?? false).toBe(false);
    await page.bringToFront();
    await new Promise((resolve) => setTimeout(resolve, SIGHT_MS));
    for (const name of NAMES) expect(askedOf(server, name), name).toEqual([]);
    expect(await ownBoxes(page)).toEqual([]);
  });

  test('are looked into and joined with what the label place said, to four outcomes', async () => {
    await turnOn(session, ['zhihu']);
    await page.bringToFront();
    await waitForBadges(page, 1);
    const reading = await checkedPage(session);
    const outcomes = NAMES.map((name) => [
      name,
      checkIn(reading, name).verdict,
      postIn(reading, name)!.labels.state,
      claimsIn(reading, name),
    ]);
    expect(outcomes).toEqual([
      ['unlabelled', 'ai', 'none', ['strong']],
      ['labelled', 'ai', 'seen', []],
      ['untold', 'ai', 'unknown', ['clue']],
      ['unmarked', 'none', 'none', []],
    ]);
    expect(checkIn(reading, 'unlabelled').evidence).toMatchObject([{ mechanism: 'gb45438', strength: 'B1' }]);
    expect(checkIn(reading, 'labelled').evidence, 'by the library that checks signatures').toMatchObject([
      { mechanism: 'c2pa', strength: 'B3', signer: 'An invented maker' },
    ]);
    expect(reading.media).toEqual({ isOn: true, done: NAMES.length, total: NAMES.length });
    // Else it would prove nothing that there is none later.
    if (browser === 'chromium') expect(await documents(session.reports)).toBe(1);
    expect(await ownBoxes(page), 'only the post without a label is marked').toHaveLength(1);
  });

  test('cost no more than their budget, and tell their host neither a cookie nor a page', async () => {
    const reading = await checkedPage(session);
    for (const name of NAMES) {
      const all = askedOf(server, name);
      expect(all.length, name).toBeLessThanOrEqual(3);
      expect(bytesOf(all), name).toBeLessThanOrEqual(BUDGET);
      for (const each of all) {
        expect(each).not.toHaveProperty('cookie');
        expect(each).not.toHaveProperty('referrer');
      }
      // The page is asked first, and its host does not let it read: what came of that was thrown away.
      const own = all.filter(({ origin }) => origin !== new URL(FEED).origin);
      const { bytesRead, requests, sha256, via } = checkIn(reading, name);
      expect({ bytesRead, requests, via }, name).toEqual({
        bytesRead: bytesOf(own),
        requests: own.length,
        via: 'network',
      });
      expect(sha256, name).toBe(hashOf(own));
    }
  });

  test('are a clue in the side panel only, where the label place could not be read', async () => {
    const panel = await openSidePanel(session);
    await page.bringToFront();
    expect(await panel.says(/Clues only\s+1\b/)).toMatch(/Marked\s+1\b/);
  });

  test.runIf(browser === 'chromium')('are told in the card, beside what the label place said', async () => {
    await show(session, page, 'labelled');
    const labelled = await hears(page, 'An invented maker');
    expect(labelled).toContain('包含 AI 辅助创作');
    await page.keyboard.press('Escape');
    await show(session, page, 'unmarked');
    expect(await hears(page, 'This proves nothing')).toContain('Files without evidence of AI');
    await page.keyboard.press('Escape');
  });

  test('are kept with the report, as they were read', async () => {
    const shown = checkIn(await checkedPage(session), 'unlabelled');
    await page.bringToFront();
    await openCard(page, 0);
    await page.keyboard.press('r');
    await waitForReports(session.reports, 1);
    const [report] = await rows<Report & Record<string, unknown>>(session.reports, 'reports');
    expect(report?.post.key).toBe(keyOf('unlabelled'));
    expect(report?.mediaChecks).toEqual([shown]);
    expect(JSON.stringify(report?.mediaChecks)).not.toContain('invented-1');
  });

  test('are not asked for again when the page is opened again', async () => {
    await page.close();
    server.forget();
    page = await session.open(FEED);
    await page.bringToFront();
    const reading = await checkedPage(session);
    expect(claimsIn(reading, 'unlabelled')).toEqual(['strong']);
    for (const name of NAMES) expect(askedOf(server, name), name).toEqual([]);
  });

  test.runIf(browser === 'chromium')('leave no document open behind them', async () => {
    await until(
      'the document to be closed',
      async () => ((await documents(session.reports)) === 0 ? true : undefined),
      40_000,
    );
  });

  test('are asked for no more when it is turned off', async () => {
    await turnOn(session, []);
    await page.close();
    server.forget();
    page = await session.open(`${FEED}?again`);
    await page.bringToFront();
    await new Promise((resolve) => setTimeout(resolve, SIGHT_MS));
    expect(server.asked.filter(({ range }) => range)).toEqual([]);
    await page.close();
  });
});
