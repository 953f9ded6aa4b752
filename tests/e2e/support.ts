import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { serveDemo } from '../../scripts/demo/pages';
import { BROWSERS, type BrowserName } from '../../scripts/lib/browsers';
import { buildExtension } from '../../scripts/lib/build';
import { until } from '../../scripts/lib/hands';
import { type Driven, type LaunchOptions, launch, type PageServer } from '../../scripts/lib/launch';
import { openExtensionPage } from '../../scripts/lib/reading';
import { withAllSites } from '../../scripts/lib/with-all-sites';

export const NOTE = 'https://www.xiaohongshu.com/explore/66f0a1b2000000001e00d001';
export const ANSWER = 'https://www.zhihu.com/question/900000001/answer/900000101';
export const ARTICLE =
  'https://mp.weixin.qq.com/s?__biz=MzAwMDAwMDAwMA==&mid=2650000001&idx=1&sn=0123456789abcdef0123456789abcdef';

/** The part of the extension API that is used inside an extension page. */
declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

export { BROWSERS, type BrowserName };

export interface Session {
  driven: Driven;
  downloads: string;
  /** The reports page, which also serves to look into the database. */
  reports: Page;
  open: (url: string) => Promise<Page>;
}

export interface SessionOptions extends Partial<LaunchOptions> {
  /** As if the reader had turned on every site. */
  allSites?: boolean;
}

/** One browser for a whole file of tests; each file has its own profile. */
export function useBrowser(
  browser: BrowserName,
  { allSites = false, ...options }: SessionOptions = {},
): Session {
  const session = {} as Session;
  beforeAll(async () => {
    const downloads = mkdtempSync(join(tmpdir(), 'qingjian-e2e-'));
    const built = buildExtension(browser);
    const driven = await launch({
      browser,
      extension: allSites ? await withAllSites(built) : built,
      serve: serveDemo,
      downloads,
      ...options,
    });
    const reports = await openExtensionPage(driven, '/reports.html', 'main');
    await wakeBackground(reports);
    Object.assign(session, {
      driven,
      downloads,
      reports,
      open: async (url: string) => {
        const page = await driven.newPage();
        await page.goto(url, { waitUntil: 'domcontentloaded' });
        return page;
      },
    });
  });
  afterAll(async () => {
    await session.driven?.close();
    if (session.downloads) rmSync(session.downloads, { recursive: true, force: true });
  });
  return session;
}

/** Lets the background read the texts of its packs, for which the first card would not wait on a busy machine. */
async function wakeBackground(reports: Page): Promise<void> {
  await reports.evaluate(() =>
    chrome.runtime.sendMessage({ id: 1, type: 'getGuidance', data: 'none', timestamp: Date.now() }),
  );
}

/** Rows of one table, read from the database as plain JSON. */
export async function rows<T = Record<string, unknown>>(reports: Page, table: string): Promise<T[]> {
  const json = await reports.evaluate(
    (name) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('qingjian');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const asking = database.transaction(name).objectStore(name).getAll();
          asking.onsuccess = () => {
            database.close();
            resolve(
              JSON.stringify(asking.result, (_, value) =>
                value instanceof Blob ? { blob: value.type, size: value.size } : value,
              ),
            );
          };
        };
      }),
    table,
  );
  return JSON.parse(json) as T[];
}

/** Everything that a screen reader is told in a Chromium page, closed shadow roots included. */
export async function spoken(page: Page): Promise<string> {
  const client = await page.createCDPSession();
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  await client.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ name }) => name?.value ?? '')
    .join('\n');
}

/** Stops the service worker as the browser may do at any time; only Chromium lets a driver do so. */
export async function stopWorkers(page: Page): Promise<void> {
  const client = await page.createCDPSession();
  await client.send('ServiceWorker.enable');
  await client.send('ServiceWorker.stopAllWorkers');
  await client.detach();
}

export async function waitForDownload(folder: string, ending = '.csv'): Promise<string> {
  const name = await until(`a download of ${ending}`, async () =>
    readdirSync(folder).find((file) => file.endsWith(ending)),
  );
  await until('the whole download', async () =>
    readFileSync(join(folder, name)).length > 0 ? true : undefined,
  );
  return join(folder, name);
}

/** A server for one page, on top of the demo pages. */
export function servePage(url: string, body: string, headers: Record<string, string> = {}): PageServer {
  return (asked) =>
    asked.href === url ? { body, type: 'text/html; charset=utf-8', headers } : serveDemo(asked);
}
