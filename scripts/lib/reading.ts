import type { Page } from 'puppeteer-core';
import type { PageReading } from '../../utils/model/page.ts';
import type { Driven } from './launch.ts';

/** The part of the extension API that is used inside an extension page. */
declare const chrome: {
  tabs: {
    query(filter: object): Promise<{ id?: number }[]>;
    sendMessage(tabId: number, message: unknown): Promise<unknown>;
  };
};

/** Opens a page of the extension. Firefox never reports such a page as loaded over WebDriver BiDi. */
export async function openExtensionPage(driven: Driven, path: string, ready: string): Promise<Page> {
  const page = await driven.browser.newPage();
  const going = page.goto(driven.extensionUrl(path), {
    waitUntil: driven.name === 'firefox' ? [] : 'load',
  });
  await going;
  await page.waitForSelector(ready, { timeout: 20_000 });
  return page;
}

/**
 * What the content script of the tab with this address reads, asked for in the same way as the popup asks.
 * `undefined` when no content script answers in time.
 *
 * @param control any page of the extension
 */
export async function readTab(
  control: Page,
  url: string,
  timeoutMs = 15_000,
): Promise<PageReading | undefined> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    const readings = await control.evaluate(async () => {
      const tabs = await chrome.tabs.query({});
      const answers = await Promise.all(
        tabs.map(async ({ id }) => {
          if (id === undefined) return undefined;
          const message = {
            id: 1,
            type: 'getPageReading',
            data: 'all',
            timestamp: Date.now(),
          };
          const timeout = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 5_000));
          const answer = await Promise.race([
            chrome.tabs.sendMessage(id, message).catch(() => undefined),
            timeout,
          ]);
          return (answer as { res?: unknown } | undefined)?.res;
        }),
      );
      // As text: WebDriver BiDi cuts deep objects off.
      return JSON.stringify(answers.filter((answer) => answer !== undefined && answer !== null));
    });
    const reading = (JSON.parse(readings) as PageReading[]).find((each) => each.url === url);
    if (reading) return reading;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return undefined;
}
