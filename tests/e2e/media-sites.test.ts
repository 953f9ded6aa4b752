import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildExtension } from '../../scripts/lib/build';
import { until } from '../../scripts/lib/hands';
import { openExtensionPage } from '../../scripts/lib/reading';
import { withOptionalHosts, withRequiredHosts } from '../../scripts/lib/with-hosts';
import { seriousBarriers } from './axe';
import { BROWSERS, useBrowser } from './support';

/** The parts of the extension API that are used inside an extension page. */
declare const chrome: {
  permissions: { contains(asked: { origins: string[] }): Promise<boolean> };
  storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
};

const WEIBO = 'https://*.sinaimg.cn/*';
const SWITCH = 'Look into files on Weibo';

const isAllowed = (options: Page) =>
  options.evaluate((origin) => chrome.permissions.contains({ origins: [origin] }), WEIBO);
const storedSites = (options: Page) =>
  options.evaluate(async () => (await chrome.storage.local.get('mediaSites')).mediaSites ?? []);

async function isOn(options: Page): Promise<boolean | undefined> {
  return options.evaluate(
    (label) =>
      [...document.querySelectorAll('#media label')]
        .find(({ textContent }) => textContent === label)
        ?.querySelector('input')?.checked,
    SWITCH,
  );
}

/** Clicks as a reader does, and waits until the switch shows what holds. */
async function turn(options: Page, on: boolean): Promise<void> {
  await options.bringToFront();
  await options.locator(`#media label ::-p-text(${SWITCH})`).click();
  await until(`files of Weibo ${on ? 'on' : 'off'}`, async () =>
    (await isOn(options)) === on ? true : undefined,
  );
}

describe.each(BROWSERS)('the way to the files of posts, in %s', (browser) => {
  const session = useBrowser(browser, { language: 'en-US' });

  test('leads to their section, which nothing was asked for yet', async () => {
    const options = await openExtensionPage(session.driven, '/options.html#media', '#media');
    await until('the focus', () =>
      options.evaluate(() => (document.activeElement?.matches('#media h2') ? true : undefined)),
    );
    const top = await options.$eval('#media', (section) => section.getBoundingClientRect().top);
    expect(Math.abs(top)).toBeLessThan(40);
    expect(await isAllowed(options)).toBe(false);
    expect(await isOn(options)).toBe(false);
    expect(await seriousBarriers(options)).toEqual([]);
    await options.close();
  });
});

describe('files that the reader lets the extension look into, in firefox', () => {
  // The question is answered with yes, and not shown: no driver can press its buttons.
  const preferences = { 'extensions.webextOptionalPermissionPrompts': false };
  const session = useBrowser('firefox', { language: 'en-US', preferences });

  test('are allowed with their hosts, which are given back when it is turned off', async () => {
    const options = await openExtensionPage(session.driven, '/options.html#media', '#media');
    await turn(options, true);
    expect(await isAllowed(options)).toBe(true);
    expect(await storedSites(options)).toEqual(['weibo']);
    await turn(options, false);
    await until('the hosts given back', async () => ((await isAllowed(options)) ? undefined : true));
    expect(await storedSites(options)).toEqual([]);
    await options.close();
  });
});

/** As in options.test.ts: turning on is tried where the hosts are required, turning off where they were granted before. */
describe('files that the reader lets the extension look into, in chromium', () => {
  const extension = mkdtempSync(join(tmpdir(), 'qingjian-media-hosts-'));
  beforeAll(() => withRequiredHosts(buildExtension('chromium'), extension));
  const session = useBrowser('chromium', { extension, language: 'en-US' });
  afterAll(() => rmSync(extension, { recursive: true, force: true }));

  test('are looked into from then on, and their hosts are given back when it is turned off', async () => {
    const before = await openExtensionPage(session.driven, '/options.html#media', '#media');
    await turn(before, true);
    expect(await storedSites(before)).toEqual(['weibo']);
    await before.close();

    await withOptionalHosts(extension);
    await session.driven.browser.installExtension(extension);
    const options = await openExtensionPage(session.driven, '/options.html#media', '#media');
    expect(await isOn(options)).toBe(true);
    expect(await isAllowed(options)).toBe(true);
    await turn(options, false);
    await until('the hosts given back', async () => ((await isAllowed(options)) ? undefined : true));
    expect(await storedSites(options)).toEqual([]);
    expect(await options.$('[role="alert"]')).toBeNull();
    await options.close();
  });
});
