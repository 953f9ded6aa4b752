import { buildExtension } from '../lib/build.ts';
import { loadEngine } from '../lib/engine.ts';
import { launch } from '../lib/launch.ts';
import { openExtensionPage, readTab } from '../lib/reading.ts';
import { withAllSites } from '../lib/with-all-sites.ts';
import { parseAddress, parseFileArgs, readText } from './args.ts';
import { InspectError } from './error.ts';

/**
 * Reads a saved page with the built extension in headless Chromium as if it came from its address. The page's own
 * scripts run only with --scripts; every other request is answered with "not found" on this machine.
 */
export async function inspectPage(args: string[]): Promise<void> {
  const { file, values } = parseFileArgs(args, {
    url: { type: 'string' },
    scripts: { type: 'boolean' },
  });
  const html = await readText(file);
  const url = await siteAddress(parseAddress(values.url));
  const driven = await launch({
    browser: 'chromium',
    extension: await withAllSites(buildExtension('chromium')),
    serve: (asked) =>
      asked.href === url.href
        ? {
            body: html,
            type: 'text/html; charset=utf-8',
            ...(!values.scripts && {
              headers: { 'content-security-policy': "script-src 'none'" },
            }),
          }
        : undefined,
  });
  try {
    const page = await driven.newPage();
    await page.goto(url.href, { waitUntil: 'domcontentloaded' });
    const control = await openExtensionPage(driven, '/popup.html', 'body');
    let reading = await readTab(control, url.href);
    // A page that holds nothing is judged after the time that a live page gets to fill itself.
    while (reading?.health.status === 'waiting') {
      await new Promise((resolve) => setTimeout(resolve, 500));
      reading = await readTab(control, url.href);
    }
    if (!reading) throw new Error(`The content script gave no answer on ${url.href}`);
    process.stdout.write(`${JSON.stringify(reading)}\n`);
  } finally {
    await driven.close();
  }
}

/** The address as its site would send a browser on to it: encrypted, and with the `www` that it insists on. */
async function siteAddress(asked: URL): Promise<URL> {
  const { sites, siteFor, close } = await loadEngine();
  await close();
  const url = new URL(asked);
  url.hash = '';
  url.protocol = 'https:';
  const withWww = new URL(url);
  withWww.hostname = `www.${url.hostname}`;
  const known = [url, withWww].find((each) => siteFor(each));
  if (known) return known;
  const names = sites.map(({ id }) => id).join(', ');
  throw new InspectError(`${asked.host} belongs to no known site (known: ${names})`);
}
