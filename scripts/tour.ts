import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { FEED, MARKED, serveDemo } from './demo/pages.ts';
import { BROWSERS, type BrowserName } from './lib/browsers.ts';
import { buildExtension } from './lib/build.ts';
import { exportAll, openCard, until, waitForBadges, waitForReports } from './lib/hands.ts';
import { type Driven, launch } from './lib/launch.ts';
import { root } from './lib/paths.ts';
import { openExtensionPage, readTab } from './lib/reading.ts';

/** The part of the extension API that is used inside an extension page. */
declare const chrome: { storage: { local: { set(values: object): Promise<void> } } };

/** `npm start`: a browser with the extension on the demo pages; without a display it plays the tour itself. */
const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    headless: { type: 'boolean', default: false },
    language: { type: 'string' },
  },
});
const browser = BROWSERS.find((name) => name === values.browser) as BrowserName;
const language = values.language === 'en-US' || values.language === 'zh-CN' ? values.language : undefined;
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = values.headless || !hasDisplay;
const output = join(root, '.output', `tour-${browser}`);

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
const driven = await launch({
  browser,
  extension: buildExtension(browser),
  headless,
  serve: serveDemo,
  downloads: output,
  ...(language && { language }),
});
try {
  await (headless ? playTour(driven) : openForPerson(driven));
} finally {
  await driven.close();
}

async function playTour(driven: Driven): Promise<void> {
  const control = await openExtensionPage(driven, '/reports.html', 'main');
  const feed = await driven.newPage();
  await feed.goto(FEED, { waitUntil: 'domcontentloaded' });
  const reading = await readTab(control, FEED);
  if (!reading) throw new Error('The demo feed was not read; is the extension loaded?');
  await waitForBadges(feed, 2);
  console.log(
    `\n${reading.site} ${reading.surface}: ${reading.health.posts} posts read, health ${reading.health.status}`,
  );
  console.table(
    reading.posts.flatMap(({ title, labels, findings }) =>
      findings.map(({ category, confidence, spans }) => ({
        post: title.length > 16 ? `${title.slice(0, 16)}…` : title,
        category,
        confidence,
        words: spans.map(({ text }) => text).join(' | '),
        label: labels.state,
      })),
    ),
  );

  for (const n of [0, 1]) {
    await feed.bringToFront();
    await openCard(feed, n);
    if (n === 0) await feed.screenshot({ path: join(output, 'feed.png') });
    await feed.keyboard.press('Enter');
    await waitForReports(control, n + 1);
    await feed.keyboard.press('Escape');
  }
  console.log('2 reports filed');
  await lookIntoFiles(driven, control);

  await control.bringToFront();
  const list = await until('two reports in the queue', async () => {
    const rows = await control.$$('.queue-row[data-index]');
    return rows.length === 2 ? rows : undefined;
  });
  await list[0]?.click();
  await control.waitForSelector('.detail');
  await control.screenshot({ path: join(output, 'reports.png') });
  await exportAll(control);
  const csv = await until('the CSV', async () => readdirSync(output).find((name) => name.endsWith('.csv')));
  console.log(`CSV      ${join(output, csv)}`);
  console.log(`Feed     ${join(output, 'feed.png')}`);
  console.log(`Pictures ${join(output, 'pictures.png')}`);
  console.log(`Reports  ${join(output, 'reports.png')}`);
}

/** The four things that can come of what pictures say and what stands beside them. */
async function lookIntoFiles(driven: Driven, control: Page): Promise<void> {
  await turnOnFiles(control);
  const page = await driven.newPage();
  await page.goto(MARKED, { waitUntil: 'load' });
  const posts = await until(
    'every picture to be looked into',
    async () => {
      const reading = await readTab(control, MARKED);
      await page.bringToFront();
      const isDone = reading?.posts.length && reading.posts.every(({ mediaChecks }) => mediaChecks?.length);
      return isDone ? reading.posts : undefined;
    },
    30_000,
  );
  console.log('\nWhat pictures say of themselves, beside the label of their post');
  console.table(
    posts.map(({ text, labels, mediaChecks, findings }) => ({
      post: text.length > 16 ? `${text.slice(0, 16)}…` : text,
      file: mediaChecks?.map(({ verdict }) => verdict).join(' | '),
      label: labels.state,
      finding: findings.map(({ confidence }) => confidence).join(' | '),
    })),
  );
  await openCard(page, 0);
  await page.screenshot({ path: join(output, 'pictures.png') });
  await page.close();
}

/** As a reader does in the options; the demo's pictures may be read by every page, so no host has to be allowed. */
async function turnOnFiles(control: Page): Promise<void> {
  await control.evaluate(() => chrome.storage.local.set({ mediaSites: ['zhihu'] }));
}

/** A newcomer looks around; ends when the browser is closed. */
async function openForPerson(driven: Driven): Promise<void> {
  const [blank] = await driven.browser.pages();
  await turnOnFiles(await openExtensionPage(driven, '/reports.html', 'main'));
  await blank?.close();
  const feed = await driven.newPage();
  await feed.goto(FEED, { waitUntil: 'domcontentloaded' });
  console.log(
    'The demo is open. Click a mark, press Report, then export on the reports page in the other tab.',
  );
  console.log(
    'Page 6 shows pictures that say how they were made; looking into files, which is off otherwise, is on for it.',
  );
  console.log('Close the browser to end.');
  await new Promise<void>((resolve) => driven.browser.once('disconnected', () => resolve()));
}
