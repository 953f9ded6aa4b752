import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { buildExtension } from '../../scripts/lib/build';
import { waitForBadges } from '../../scripts/lib/hands';
import { withGrantedHosts } from '../../scripts/lib/with-granted-hosts';
import { FEED, NAMES, type PostName, serveFeed } from './media-feed';
import { askedOf, BUDGET, checkedPage, checkIn, claimsIn, HOSTS, SIGHT_MS, turnOn } from './media-look';
import { type Answer, openMediaServer } from './media-server';
import { BROWSERS, useBrowser } from './support';

let answer = serveFeed();
const server = await openMediaServer((url) => answer(url));
afterAll(() => server.close());

describe.each(BROWSERS)('files that say AI, on hosts that %s was not allowed', (browser) => {
  const session = useBrowser(browser, { proxy: server.proxy, language: 'en-US' });

  test('are read where their host lets the page read them, and else told to be unread', async () => {
    answer = serveFeed((name) => (name === 'unlabelled' ? { cors: true } : {}));
    server.forget();
    await turnOn(session, ['zhihu']);
    const page = await session.open(FEED);
    await page.bringToFront();
    await waitForBadges(page, 1);
    const reading = await checkedPage(session);
    expect(checkIn(reading, 'unlabelled')).toMatchObject({ verdict: 'ai', via: 'page' });
    expect(claimsIn(reading, 'unlabelled')).toEqual(['strong']);
    for (const name of NAMES.filter((each) => each !== 'unlabelled')) {
      const check = checkIn(reading, name);
      expect(check, name).toMatchObject({ verdict: 'unreadable', trouble: 'not-allowed', evidence: [] });
      expect(claimsIn(reading, name)).toEqual([]);
    }
    for (const name of NAMES) {
      const asked = askedOf(server, name);
      expect(asked.length, name).toBeLessThanOrEqual(3);
      for (const each of asked) {
        expect(each, 'the extension itself asks nobody').toMatchObject({ origin: new URL(FEED).origin });
        expect(each).not.toHaveProperty('cookie');
        expect(each).not.toHaveProperty('referrer');
      }
    }
    await page.close();
  });
});

describe.each(BROWSERS)('files of hosts that do not do what %s asks', async (browser) => {
  const extension = await withGrantedHosts(buildExtension(browser), HOSTS);
  afterAll(() => rmSync(extension, { recursive: true, force: true }));
  const session = useBrowser(browser, {
    extension,
    proxy: server.proxy,
    language: 'en-US',
  });

  test('are read to their budget, or given up without asking again', async () => {
    const ways: Partial<Record<PostName, Partial<Answer>>> = {
      unlabelled: { noRanges: true },
      labelled: { status: 403 },
      untold: { slow: 1_500 },
    };
    answer = serveFeed((name) => ways[name] ?? {});
    server.forget();
    await turnOn(session, ['zhihu']);
    const page = await session.open(FEED);
    await page.bringToFront();
    const reading = await checkedPage(session);
    expect(checkIn(reading, 'unlabelled')).toMatchObject({ verdict: 'ai', via: 'network' });
    expect(checkIn(reading, 'unlabelled').bytesRead).toBeLessThanOrEqual(BUDGET);
    expect(checkIn(reading, 'labelled')).toMatchObject({ verdict: 'unreadable', trouble: 'refused' });
    expect(checkIn(reading, 'untold')).toMatchObject({ verdict: 'ai' });
    expect(checkIn(reading, 'unmarked')).toMatchObject({ verdict: 'none' });
    await new Promise((resolve) => setTimeout(resolve, SIGHT_MS));
    for (const name of NAMES) expect(askedOf(server, name).length, name).toBeLessThanOrEqual(3);
    await page.close();
  });
});
