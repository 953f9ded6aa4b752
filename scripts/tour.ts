import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FEED, serveDemo } from './demo/pages.ts';
import { BROWSERS, type BrowserName } from './lib/browsers.ts';
import { buildExtension } from './lib/build.ts';
import { openCard, until, waitForBadges, waitForReports } from './lib/hands.ts';
import { type Driven, launch } from './lib/launch.ts';
import { root } from './lib/paths.ts';
import { openExtensionPage, readTab } from './lib/reading.ts';

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

  await control.bringToFront();
  const list = await until('two reports in the queue', async () => {
    const rows = await control.$$('.queue-row[data-index]');
    return rows.length === 2 ? rows : undefined;
  });
  await list[0]?.click();
  await control.waitForSelector('.detail');
  await control.screenshot({ path: join(output, 'reports.png') });
  await control.locator('button ::-p-text(CSV)').click();
  const csv = await until('the CSV', async () => readdirSync(output).find((name) => name.endsWith('.csv')));
  console.log(`CSV      ${join(output, csv)}`);
  console.log(`Feed     ${join(output, 'feed.png')}`);
  console.log(`Reports  ${join(output, 'reports.png')}`);
}

/** A newcomer looks around; ends when the browser is closed. */
async function openForPerson(driven: Driven): Promise<void> {
  const [blank] = await driven.browser.pages();
  await openExtensionPage(driven, '/reports.html', 'main');
  await blank?.close();
  const feed = await driven.newPage();
  await feed.goto(FEED, { waitUntil: 'domcontentloaded' });
  console.log(
    'The demo is open. Click a mark, press Report, then export CSV on the reports page in the other tab.',
  );
  console.log('Close the browser to end.');
  await new Promise<void>((resolve) => driven.browser.once('disconnected', () => resolve()));
}
