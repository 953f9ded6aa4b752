import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/lib/hands';
import { openExtensionPage } from '../../scripts/lib/reading';
import {
  CLOUD,
  OWN,
  PICTURE_SHA256,
  POSTS,
  RIVER,
  RIVER_NOTE,
  writeFiles,
  writeLong,
} from './exchange-files';
import {
  chooseAnother,
  confirmImport,
  contents,
  exportAll,
  goTo,
  goToImports,
  press,
  preview,
  takeBack,
} from './exchange-page';
import { lookAtAll, paste, selectAll, valueOfFocus } from './handover-page';
import { inside } from './inside';
import { NOTHING_CHANGED, reloadReports, storedReports, verify, waitForText } from './reports-page';
import { BROWSERS, rows, useBrowser } from './support';
import { nameOfFocus, tabToName } from './tabbing';

const CODE = 'QJ-2026-0417';
const LONG = 3_000;
const CASE_NOTE = '三个账号同一段画面。';

/** Everything here is done with keys: no pointer is used in this file. */
describe.each(BROWSERS)('three reviewers’ files in %s', (browser) => {
  const session = useBrowser(browser, {
    language: 'en-US',
    // Firefox would give the keys to its list of downloads.
    preferences: { 'browser.download.alwaysOpenPanel': false },
  });
  const folder = mkdtempSync(join(tmpdir(), 'qingjian-files-'));
  let files: Awaited<ReturnType<typeof writeFiles>>;
  /** The archive that was exported, and what was in the database then. */
  let whole: string;
  let stored: Awaited<ReturnType<typeof contents>>;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(async () => {
    files = await writeFiles(folder);
    await inside(session.reports, 'put', OWN);
    await reloadReports(session.reports);
  });
  const page = () => session.reports;
  const reportOn = async (name: keyof typeof POSTS) =>
    (await storedReports(page())).find(({ postKey }) => postKey === POSTS[name].key);

  test('are told before anything is written, and one field of a conflict is taken', async () => {
    await goToImports(page());
    const numbers = await preview(page(), files.river);
    expect(numbers).toBe('New: 2, same: 0, telling more: 2, saying otherwise: 1. Nothing was written yet.');
    expect(await storedReports(page())).toHaveLength(OWN.length);
    const fields = await page().$$eval('.import-field legend', (all) => all.map((each) => each.innerText));
    expect(fields).toEqual(['Status', 'Note']);
    await tabToName(page(), /^地铁求婚被拒/);
    await tabToName(page(), /^Keep what stands here/);
    await press(page(), 'Tab', 'ArrowDown');
    expect(await nameOfFocus(page())).toMatch(/^Take from 河边/);
    await waitForText(page(), '.import-conflict summary', 'taking 1');
    await confirmImport(page());
    expect(await reportOn('proposal')).toMatchObject({ status: 'dismissed', note: RIVER_NOTE });
    expect(await reportOn('courier')).toMatchObject({ status: 'dismissed', adopted: RIVER.id });
  });

  test('come in as ZIP and as a table, and once more without doing anything', async () => {
    await chooseAnother(page());
    expect(await preview(page(), files.bridge)).toMatch(/^New: 2, same: 0, telling more: 3, saying other/);
    await confirmImport(page());
    await chooseAnother(page());
    expect(await preview(page(), files.cloud)).toMatch(
      /^New: 1, same: 0, telling more: 1, saying other.*1\./,
    );
    await confirmImport(page());
    await chooseAnother(page());
    expect(await preview(page(), files.bridge)).toMatch(/^New: 0, same: 5,/);
    await waitForText(page(), '.exchange-steps > p', 'There is nothing to import');
    await chooseAnother(page());

    const stored = await storedReports(page());
    expect(stored.map(({ postKey }) => postKey).toSorted()).toEqual(
      Object.values(POSTS)
        .map(({ key }) => key)
        .toSorted(),
    );
    const said = Object.fromEntries(
      stored.map(({ postKey, accounts = [] }) => [postKey, accounts.map(({ reviewer }) => reviewer.name)]),
    );
    expect(said[POSTS.umbrella.key]?.toSorted()).toEqual(['云岚', '河边', '石桥']);
    const pictures = await rows<{ sha256: string }>(page(), 'evidence');
    expect(pictures.map(({ sha256 }) => sha256)).toEqual([PICTURE_SHA256]);
  });

  test('show how far reviewers agree, and nothing was changed behind the ledger', async () => {
    await goTo(page(), /^Figures$/);
    const point = await waitForText(page(), '.chart-point', 'κ');
    expect(point).toMatch(/^You and 河边 have both decided 3 posts, and agree in 67\s?% .*κ = 0\.40 /);
    expect(await verify(page())).toEqual(NOTHING_CHANGED);
  });

  test('lead to a case: one cluster is handed over', async () => {
    await goTo(page(), /^Queue$/);
    await press(page(), '/', 'Enter', 'Home', 'g');
    const copied = () =>
      page().$eval('.queue-current', (row) => row.querySelector('.queue-copies')?.textContent ?? '');
    for (let presses = 0; presses < 9 && !(await copied()).startsWith('×3'); presses++)
      await press(page(), 'j');
    expect(await copied()).toMatch(/^×3/);
    await press(page(), 'o');
    await waitForText(page(), '.detail h2', POSTS.copy1.title!);
    await tabToName(page(), /^Hand over…$/);
    await press(page(), 'Enter');
    await waitForText(page(), '.handover h2', POSTS.copy1.title!);
    await waitForText(page(), '.handover-copies legend', 'Copies that go along: 2 of 2');

    await lookAtAll(page());
    await tabToName(page(), /begin here/);
    for (let presses = 0; presses < 9 && (await valueOfFocus(page())) !== '12377'; presses++)
      await press(page(), 'ArrowDown');
    expect(await valueOfFocus(page())).toBe('12377');
    await tabToName(page(), /^What is reported/);
    const description = await valueOfFocus(page());
    expect(description).toContain(POSTS.copy3.title);
    expect(description.length).toBeLessThanOrEqual(500);
    await tabToName(page(), /^Copy: What is reported/);
    await press(page(), 'Enter');
    await waitForText(page(), '.handover [role="status"]', 'Copied');
    await tabToName(page(), /^Query code$/);
    await page().keyboard.type(CODE);
    await press(page(), 'Tab');
    await paste(page());
    await until('the pasted text', async () =>
      (await valueOfFocus(page())) === description.replaceAll('\n', '') ? true : undefined,
    );
    await selectAll(page());
    await page().keyboard.type(CASE_NOTE);
    await tabToName(page(), /^Note 3 reports as handed in/);
    await press(page(), 'Enter');
    await waitForText(page(), '.case', CODE);
    const posts = [POSTS.copy1, POSTS.copy2, POSTS.copy3].map(({ key }) => key);
    for (const name of ['copy1', 'copy2', 'copy3'] as const) {
      const [handover] = (await reportOn(name))!.handovers!;
      expect(handover).toMatchObject({ channel: '12377', queryCode: CODE, note: CASE_NOTE, outcome: 'open' });
      expect(handover!.posts.toSorted()).toEqual(posts);
    }
  });

  test('end with what the office has answered', async () => {
    await tabToName(page(), /^Note the outcome…$/);
    await press(page(), 'Enter');
    await page().waitForSelector('.case-form select:focus');
    await press(page(), 'ArrowDown');
    expect(await valueOfFocus(page())).toBe('removed');
    await tabToName(page(), /^Save the outcome$/);
    await press(page(), 'Enter');
    await waitForText(page(), '.cases-side .case', CODE);
    expect((await reportOn('copy3'))!.handovers).toMatchObject([{ outcome: 'removed', queryCode: CODE }]);
    expect(await verify(page())).toEqual(NOTHING_CHANGED);
  });

  test('leave as one archive, and come back from it elsewhere', async () => {
    whole = await exportAll(page(), session.downloads);
    stored = await contents(page());
    expect(stored.reports).toHaveLength(Object.keys(POSTS).length);
  });

  describe('in a fresh profile', () => {
    const fresh = useBrowser(browser, { language: 'en-US' });

    test('with pictures and history, as the reader’s own', async () => {
      await goToImports(fresh.reports);
      expect(await preview(fresh.reports, whole)).toMatch(/^New: 9, same: 0,/);
      await tabToName(fresh.reports, /^Another reviewer’s/);
      await press(fresh.reports, 'ArrowDown');
      expect(await nameOfFocus(fresh.reports)).toBe('Mine: restore from it');
      await confirmImport(fresh.reports);
      const restored = await contents(fresh.reports);
      expect(restored.reports).toMatchObject(stored.reports);
      expect(restored.pictures).toEqual(stored.pictures);
      expect(restored.steps).toEqual(expect.arrayContaining(stored.steps));
      expect(await verify(fresh.reports)).toEqual(NOTHING_CHANGED);
    });
  });

  test('can be taken back, without what was worked on since', async () => {
    await goToImports(page());
    expect(await takeBack(page(), 'river.ndjson')).toMatch(/removed: 0, .*were: 4\. Kept, .* since: 1\.$/);
    expect(await reportOn('proposal')).toMatchObject({ status: 'dismissed', note: OWN[1]!.note });
    // What another file says of the post stands on.
    expect(await reportOn('courier')).toMatchObject({ adopted: CLOUD.id });
    expect(await takeBack(page(), 'bridge.zip')).toMatch(/removed: 1, .*were: 3\. Kept, .* since: 1\.$/);
    expect(await takeBack(page(), 'cloud.csv')).toMatch(/云岚.*removed: 2, .*were: 1\.$/);
    const left = await storedReports(page());
    expect(left.map(({ postKey, status }) => [postKey.slice(-2), status]).toSorted()).toEqual([
      ['a1', 'confirmed'],
      ['a2', 'dismissed'],
      ['a3', 'dismissed'],
      ['c1', 'submitted'],
      ['c2', 'submitted'],
      ['c3', 'submitted'],
    ]);
    expect(await verify(page())).toEqual(NOTHING_CHANGED);
  });

  test('are offered to be taken back where the page was closed in the middle', async () => {
    const long = await writeLong(folder, LONG);
    const before = await storedReports(page());
    await goToImports(page());
    expect(await preview(page(), long)).toMatch(/^New: 3,000,/);
    await tabToName(page(), /^Import$/);
    await press(page(), 'Enter');
    await until('a part to be written', async () => {
      const all = await rows<{ state: string; counts: { added: number } }>(page(), 'imports');
      return all.some(({ state, counts }) => state === 'running' && counts.added > 0) ? true : undefined;
    });
    await page().close();

    session.reports = await openExtensionPage(session.driven, '/reports.html', 'main > *');
    const written = (await storedReports(page())).length - before.length;
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(LONG);
    await goToImports(page());
    await waitForText(page(), '.import-entry', 'Not finished: it was interrupted');
    expect(await takeBack(page(), 'long.ndjson')).toContain(`removed: ${written.toLocaleString('en')}, `);
    expect(await storedReports(page())).toEqual(before);
    expect(await verify(page())).toEqual(NOTHING_CHANGED);
  });
});
