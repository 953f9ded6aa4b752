import puppeteer, { type Page } from 'puppeteer-core';
import { findBrowser } from '../lib/browsers.ts';
import { type PageServer, serveTo } from '../lib/launch.ts';
import { BenchError } from './error.ts';

const PAGE = new URL('https://bench.qingjian.example/');

export interface Chromium {
  /** Lets something happen in a page that has met no code yet, and closes it. */
  inFreshPage: <T>(use: (page: Page) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
}

/** @throws BenchError when there is none */
export async function openChromium(serve: PageServer): Promise<Chromium> {
  const executablePath = findBrowser('chromium');
  if (!executablePath)
    throw new BenchError('No chromium was found; see README "Browsers" for how to install one');
  const browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    protocolTimeout: 600_000,
    defaultViewport: { width: 1280, height: 900 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--js-flags=--expose-gc',
    ],
  });
  return {
    inFreshPage: async (use) => {
      const page = await browser.newPage();
      try {
        await serveTo(page, serve);
        await page.goto(PAGE.href);
        return await use(page);
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}
