import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildExtension } from '../../scripts/lib/build';
import { openCard, until } from '../../scripts/lib/hands';
import { fill, inside } from './inside';
import { NOTHING_CHANGED, openPart, reloadReports, storedReports, verify, waitForText } from './reports-page';
import { BROWSERS, NOTE as POST, spoken, useBrowser } from './support';

/** Long enough to need room of its own in a database that has some to spare. */
const NOTE = '这一段是写了很久的备注。'.repeat(5_000);

/** What the browser lets the extension store, in bytes. */
const ROOM = 6 * 1_024 * 1_024;

/**
 * Chromium sets no bound to an extension that asked for unlimited storage, short of the disk itself. In a copy without
 * that permission it can be told one, and refuses as with a full disk.
 */
function withBoundedStorage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qingjian-bounded-'));
  cpSync(buildExtension('chromium'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[] };
  manifest.permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

describe.each(BROWSERS)('a full disk in %s', (browser) => {
  const extension = browser === 'chromium' ? withBoundedStorage() : undefined;
  const session = useBrowser(browser, {
    language: 'en-US',
    ...(extension && { extension }),
    // Firefox is told at its start, in kilobytes.
    preferences: { 'dom.quotaManager.temporaryStorage.fixedLimit': ROOM / 1_024 },
  });
  let page: Page;
  let client: CDPSession | undefined;
  let before: string[];
  /** The report whose note is written. */
  let kept: string;

  /** Before anything is written: Chromium goes on for half a minute with the room that it knew of. */
  const setRoom = async (room: { quotaSize?: number }) => {
    if (browser !== 'chromium') return;
    client ??= await page.createCDPSession();
    const origin = page.url().split('/').slice(0, 3).join('/');
    await client.send('Storage.overrideQuotaForOrigin', { origin, ...room });
  };
  const freeDisk = async () => {
    await inside(page, 'freeDisk');
    // Its files become smaller some time later.
    await setRoom({});
  };
  const ids = async () => (await storedReports(page)).map(({ id }) => id).toSorted();
  const isTyped = () =>
    until('the note in its field', () =>
      page.evaluate(
        (text) =>
          document.querySelector<HTMLTextAreaElement>('.note-editor textarea')?.value === text || undefined,
        NOTE,
      ),
    );

  const note = async () => (await storedReports(page)).find(({ id }) => id === kept)?.note;
  const saveNote = () => page.$eval('.note-editor .button', (button) => (button as HTMLElement).click());

  beforeAll(async () => {
    page = session.reports;
    await setRoom({ quotaSize: ROOM });
    await fill(page, 5);
    await reloadReports(page);
    before = await ids();
    kept = before[0]!;
    await inside(page, 'fillDisk');
  });
  afterAll(() => extension && rmSync(extension, { recursive: true, force: true }));

  test('leaves a note in its field and says why', async () => {
    await openPart(page, `report/${kept}`);
    await page.waitForSelector('.note-editor textarea');
    await page.$eval(
      '.note-editor textarea',
      (field, text) => {
        field.focus();
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      NOTE,
    );
    await saveNote();
    await waitForText(page, '.page-notices', /Not saved\..* is full\. Free some space/);
    await waitForText(page, '.note-editor', 'It stays here until it is saved or copied');
    await isTyped();
    expect(await note()).not.toBe(NOTE);

    // Another report in between takes nothing away.
    await openPart(page, `report/${before[1]!}`);
    await waitForText(page, '.unsaved-other', 'The note of another report is not saved yet');
    await openPart(page, `report/${kept}`);
    await isTyped();
    expect(await verify(page)).toEqual(NOTHING_CHANGED);
  });

  // What a page says can be heard in Chromium alone.
  test.runIf(browser === 'chromium')('takes no report and says so; the second try files one', async () => {
    const post = await session.open(POST);
    await openCard(post, 0);
    await post.keyboard.press('r');
    const words = await until('the refusal', async () => {
      const all = await spoken(post);
      return all.includes('Not saved') ? all : undefined;
    });
    expect(words).toContain('is full. Free some space');
    expect(await ids()).toEqual(before);
    await freeDisk();
    await post.keyboard.press('Enter');
    await until('a saved report', async () =>
      (await spoken(post)).includes('Saved on this machine') ? true : undefined,
    );
    expect(await ids()).toHaveLength(before.length + 1);
    before = await ids();
    await post.close();
  });

  test('saves the note as soon as there is room again', async () => {
    await freeDisk();
    await openPart(page, `report/${kept}`);
    await isTyped();
    await saveNote();
    await waitForText(page, '.note-editor', 'Note saved');
    expect(await note()).toBe(NOTE);
    expect(await ids()).toEqual(before);
    expect(await verify(page)).toEqual(NOTHING_CHANGED);
  });
});
