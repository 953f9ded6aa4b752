import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { buildExtension } from '../../scripts/lib/build';
import { until } from '../../scripts/lib/hands';
import { readTab } from '../../scripts/lib/reading';
import { withGrantedHosts } from '../../scripts/lib/with-granted-hosts';
import type { MediaCheck } from '../../utils/model/media-check';
import {
  CROWD,
  ELSEWHERE,
  FORGED,
  FORGING,
  HOSTILE,
  INTERNAL,
  ITS_POST,
  idOf,
  serveHostile,
  TRICKS,
  type Trick,
  WORKSHOP,
} from './hostile-feed';
import { PICTURES } from './media-feed';
import { BUDGET, bytesOf, HOSTS, SIGHT_MS, turnOn } from './media-look';
import { openMediaServer } from './media-server';
import { BROWSERS, useBrowser } from './support';

const server = await openMediaServer(serveHostile);
afterAll(() => server.close());

const NAMES = Object.keys(TRICKS) as Trick[];

describe.each(BROWSERS)('a page that plays tricks with its files, in %s', async (browser) => {
  const extension = await withGrantedHosts(buildExtension(browser), HOSTS);
  afterAll(() => rmSync(extension, { recursive: true, force: true }));
  const session = useBrowser(browser, { extension, proxy: server.proxy, language: 'en-US' });

  /** What was found in every picture, as soon as all were looked into. */
  const checks = () =>
    until(
      'every picture to be looked into',
      async () => {
        const reading = await readTab(session.reports, HOSTILE);
        const found = NAMES.map((trick) => {
          const post = reading?.posts.find(({ key }) => key === `zhihu:answer:${idOf(trick)}`);
          return [trick, post?.mediaChecks?.[0]] as const;
        });
        return found.every(([, check]) => check)
          ? (Object.fromEntries(found) as Record<Trick, MediaCheck>)
          : undefined;
      },
      40_000,
    );
  /** What was asked for in parts, which pages do not do by themselves. */
  const partsOf = (url: string) => server.asked.filter((each) => each.url === url && each.range);

  test('gets nothing asked for before the reader has turned it on', async () => {
    server.forget();
    const page = await session.open(HOSTILE);
    await page.bringToFront();
    await new Promise((resolve) => setTimeout(resolve, SIGHT_MS));
    expect(server.asked.length).toBeGreaterThan(0);
    expect(server.asked.filter(({ range }) => range)).toEqual([]);
    await page.close();
  });

  test('gets nobody asked but the hosts that the reader has allowed, and those within bounds', async () => {
    await turnOn(session, ['zhihu']);
    server.forget();
    const page = await session.open(HOSTILE);
    await page.bringToFront();
    const found = await checks();
    expect(found.internal).toMatchObject({ verdict: 'unreadable', trouble: 'not-allowed' });
    for (const trick of ['away', 'inward', 'loop'] as const) {
      expect(found[trick], trick).toMatchObject({ verdict: 'unreadable', evidence: [], trouble: 'network' });
    }
    expect(found.misplaced).toMatchObject({ verdict: 'unreadable', trouble: 'refused' });
    expect(found.packed).toMatchObject({ evidence: [] });
    expect(found.packed.bytesRead ?? 0).toBeLessThanOrEqual(BUDGET);
    expect(found.honest, 'lies in the world of the page do not reach ours').toMatchObject({
      verdict: 'ai',
      via: 'network',
    });
    expect(partsOf(INTERNAL)).toEqual([]);
    expect(partsOf(ELSEWHERE)).toEqual([]);
    for (const trick of NAMES) {
      expect(partsOf(TRICKS[trick]).length, trick).toBeLessThanOrEqual(3);
      expect(bytesOf(partsOf(TRICKS[trick])), trick).toBeLessThanOrEqual(BUDGET);
    }
    expect(await page.evaluate('JSON.stringify(stolen)'), 'no byte and no message reaches the page').toBe(
      '[]',
    );
    expect(await page.evaluate('refused')).toBe(true);
    await page.close();
  });

  test('that answers for its pictures itself is not believed, or told to have given the bytes', async () => {
    const before = await session.open(WORKSHOP);
    await before.evaluate(
      `navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready)`,
    );
    await before.close();
    const page = await session.open(FORGING);
    await page.bringToFront();
    expect(await page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true);
    const check = await until('the picture to be looked into', async () => {
      const reading = await readTab(session.reports, FORGING);
      return reading?.posts.find(({ key }) => key === ITS_POST)?.mediaChecks?.[0];
    });
    // Chromium leads what a content script asks for past the page's worker.
    if (browser === 'chromium') expect(check).toMatchObject({ verdict: 'ai', via: 'network' });
    else {
      const sha256 = createHash('sha256').update(FORGED).digest('hex');
      expect(check).toMatchObject({ evidence: [], via: 'page', sha256 });
    }
    await page.close();
  });

  test('gets no more than its minute, however many pictures it has and however often they change', async () => {
    server.forget();
    const page = await session.open(CROWD);
    await page.bringToFront();
    await until('many to be asked for', async () => {
      const parts = server.asked.filter(({ url, range }) => range && url.startsWith(PICTURES));
      return parts.length >= 20 ? true : undefined;
    });
    await new Promise((resolve) => setTimeout(resolve, 4 * SIGHT_MS));
    const files = new Set(
      server.asked.filter(({ url, range }) => range && url.startsWith(PICTURES)).map(({ url }) => url),
    );
    expect(files.size).toBeLessThanOrEqual(30);
    expect(server.asked.filter(({ range }) => range).every(({ url }) => url.startsWith(PICTURES))).toBe(true);
    await page.close();
  });
});
