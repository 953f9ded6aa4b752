import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildExtension } from '../../scripts/lib/build';
import { until } from '../../scripts/lib/hands';
import { seriousBarriers } from './axe';
import { fill } from './inside';
import { openPart } from './reports-page';
import { BROWSERS, type BrowserName, type Session, stopWorkers, useBrowser } from './support';

/** The parts of the extension API that are used inside an extension page. */
declare const chrome: {
  storage: {
    local: { get(key: string): Promise<Record<string, unknown>>; set(values: object): Promise<void> };
  };
  permissions: { contains(asked: { permissions: string[] }): Promise<boolean> };
  runtime: { getContexts(filter: object): Promise<unknown[]> };
};

/**
 * Chromium asks before it grants `downloads`, and no driver can press its buttons: there the permission is required in
 * a copy of the extension. Firefox has a setting that answers yes.
 */
function copyWithDownloads(browser: BrowserName, folder: string): void {
  cpSync(buildExtension(browser), folder, { recursive: true });
  if (browser === 'firefox') return;
  const file = join(folder, 'manifest.json');
  const { optional_permissions: optional, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as {
    permissions: string[];
    optional_permissions: string[];
  };
  writeFileSync(file, JSON.stringify({ ...manifest, permissions: [...manifest.permissions, ...optional] }));
}

const stored = <T>(page: Page, key: string) =>
  page.evaluate(
    async (name) => (await chrome.storage.local.get(name))[name] ?? null,
    key,
  ) as Promise<T | null>;
const store = (page: Page, values: object) =>
  page.evaluate((given) => chrome.storage.local.set(given), values);

interface Check {
  at: number;
  outcome: string;
}

/** What came of the first look after `since`. */
const checkAfter = (page: Page, since: number) =>
  until('what came of the plan', async () => {
    const check = await stored<Check>(page, 'backupCheck');
    return check && check.at > since ? check : undefined;
  });

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.zip'))
    : [];

async function openBackup({ reports }: Session): Promise<void> {
  await openPart(reports, 'exchange');
  await reports.waitForSelector('[role="tab"]');
  const tabs = await reports.$$('[role="tab"]');
  await tabs[2]!.click();
  await reports.waitForSelector('.exchange-panel:not([hidden]) .backup-last');
}

/** Of those that build files beside Chromium's background. */
const documents = (page: Page) =>
  page.evaluate(
    async () => (await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length,
  );

/** As if the last one were long ago. */
const OLD = 40 * 86_400_000;

describe.each(BROWSERS)('a backup in %s', (browser) => {
  const extension = mkdtempSync(join(tmpdir(), 'qingjian-backup-'));
  beforeAll(() => copyWithDownloads(browser, extension));
  const session = useBrowser(browser, {
    extension,
    language: 'en-US',
    preferences: { 'extensions.webextOptionalPermissionPrompts': false },
  });
  afterAll(() => rmSync(extension, { recursive: true, force: true }));

  test('that was never made is told, made by one click, and then dated', async () => {
    await fill(session.reports, 30);
    await openBackup(session);
    const last = () => session.reports.$eval('.backup-last', ({ textContent }) => textContent ?? '');
    expect(await last()).toContain('no backup yet');
    expect(await seriousBarriers(session.reports)).toEqual([]);
    await session.reports.locator('::-p-text(Back up now)').click();
    await until('the date of the backup', async () =>
      (await last()).includes('just now') ? true : undefined,
    );
    const [file] = await until('the whole file', async () => {
      const files = filesIn(session.downloads).filter((name) =>
        // The names of all files stand at its end.
        readFileSync(join(session.downloads, name)).subarray(-2_000).includes('manifest.json'),
      );
      return files.length > 0 ? files : undefined;
    });
    expect(file).toMatch(/^qingjian-backup-\d{8}-\d{4}\.zip$/);
    expect(await stored(session.reports, 'lastBackup')).toMatchObject({ reports: 30, file });
  });

  test('is made by itself when it is due, once it is allowed', async () => {
    const last = await stored<object>(session.reports, 'lastBackup');
    await store(session.reports, { lastBackup: { ...last, at: Date.now() - OLD, fingerprint: 'other' } });
    await openBackup(session);
    const before = Date.now();
    await session.reports.locator('.exchange-panel:not([hidden]) [role="switch"]').click();
    expect(await checkAfter(session.reports, before - 1)).toMatchObject({ outcome: 'saved' });
    const kept = await stored<{ file: string; at: number; reports: number }>(session.reports, 'lastBackup');
    expect(kept?.reports).toBe(30);
    // A driver that redirects Chromium's downloads gives them names of its own.
    if (browser === 'firefox') {
      expect(kept?.file).toMatch(/^qingjian\/qingjian-backup-\d{8}-\d{4}.*\.zip$/);
      expect(filesIn(session.downloads)).toContain(kept?.file);
    }
    expect(kept!.at).toBeGreaterThanOrEqual(before);
    expect(filesIn(session.downloads).length).toBe(2);
    expect(await stored(session.reports, 'backupRun')).toBeNull();
    if (browser === 'chromium') {
      expect(await documents(session.reports)).toBe(0);
    }
  });

  test('that would hold nothing new is not made', async () => {
    const before = Date.now();
    const last = await stored<object>(session.reports, 'lastBackup');
    await store(session.reports, {
      lastBackup: { ...last, at: before - OLD },
      backupCheck: null,
      backupPlan: { every: 'week' },
    });
    expect(await checkAfter(session.reports, before - 1)).toMatchObject({ outcome: 'nothing-new' });
    expect(filesIn(session.downloads).length).toBe(2);
  });

  test.runIf(browser === 'chromium')('comes to its end though the worker is stopped meanwhile', async () => {
    const before = Date.now();
    const last = await stored<object>(session.reports, 'lastBackup');
    await fill(session.reports, 4_000);
    await store(session.reports, {
      lastBackup: { ...last, at: before - OLD },
      backupCheck: null,
      backupPlan: { every: 'day' },
    });
    await until('the document that builds', async () =>
      (await documents(session.reports)) > 0 ? true : undefined,
    );
    // It is told at once what to build; that takes longer than this.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await stored(session.reports, 'backupRun')).not.toHaveProperty('saving');
    await stopWorkers(session.reports);
    expect(await checkAfter(session.reports, before - 1)).toMatchObject({ outcome: 'saved' });
    expect(filesIn(session.downloads).length).toBe(3);
  });

  test('is planned no more when it is switched off', async () => {
    await openBackup(session);
    await session.reports.locator('.exchange-panel:not([hidden]) [role="switch"]').click();
    await until('no plan', async () =>
      (await stored<{ every: string }>(session.reports, 'backupPlan'))?.every === 'off' ? true : undefined,
    );
    const allowed = () =>
      session.reports.evaluate(() => chrome.permissions.contains({ permissions: ['downloads'] }));
    if (browser === 'firefox')
      await until('the permission to be given back', async () => ((await allowed()) ? undefined : true));
  });
});
