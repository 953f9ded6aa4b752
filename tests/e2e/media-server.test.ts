import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildExtension } from '../../scripts/lib/build';
import { type Driven, launch } from '../../scripts/lib/launch';
import { addressOf, FEED, NAMES, serveFeed } from './media-feed';
import { type MediaServer, openMediaServer } from './media-server';
import { BROWSERS } from './support';

/** The ground that tests of files stand on: if it gives way, they would prove nothing. */
describe.each(BROWSERS)('the hosts that %s is led to', (browser) => {
  let server: MediaServer;
  let driven: Driven;
  beforeAll(async () => {
    server = await openMediaServer(serveFeed((name) => (name === 'labelled' ? { cors: true } : {})));
    driven = await launch({ browser, extension: buildExtension(browser), proxy: server.proxy });
  });
  afterAll(async () => {
    await driven?.close();
    await server?.close();
  });

  test('answer pages and pictures that the browser draws, and note every request', async () => {
    const page = await driven.newPage();
    await page.goto(FEED, { waitUntil: 'load' });
    const sizes = await page.evaluate(() =>
      [...document.images].map(({ naturalWidth, naturalHeight }) => `${naturalWidth}×${naturalHeight}`),
    );
    expect(sizes).toEqual(NAMES.map(() => '480×320'));
    for (const name of NAMES) {
      const [asked] = server.asked.filter(({ url }) => url === addressOf(name));
      expect(asked).toMatchObject({ method: 'GET', status: 200, referrer: expect.any(String) });
    }
    await page.close();
  });

  test('give parts of a file, and let only those pages read it that they allow', async () => {
    const page = await driven.newPage();
    await page.goto(FEED, { waitUntil: 'load' });
    server.forget();
    const read = (url: string, cache: 'no-store' | 'force-cache' = 'no-store') =>
      page.evaluate(
        async (address, mode) => {
          try {
            const answer = await fetch(address, { cache: mode, headers: { range: 'bytes=100-199' } });
            const { byteLength } = await answer.arrayBuffer();
            return `${answer.status} ${byteLength} ${answer.headers.get('content-range')?.replace(/\d+$/, 'n')}`;
          } catch (error) {
            return (error as Error).name;
          }
        },
        url,
        cache,
      );
    expect(await read(addressOf('labelled'))).toBe('206 100 bytes 100-199/n');
    expect(await read(addressOf('unlabelled'))).toBe('TypeError');
    expect(server.asked.filter(({ method }) => method === 'GET').at(-1)).toMatchObject({
      range: 'bytes=100-199',
      status: 206,
      sent: 100,
    });
    await page.close();
  });
});
