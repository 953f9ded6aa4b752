import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTab } from '../../scripts/lib/reading';
import { BROWSERS, useBrowser } from './support';

/**
 * The fixtures that say what the page's own world holds, in real pages: state objects and component data are put in
 * place by a script of the page, and the built extension reads them over the border between the worlds.
 */
interface Fixture {
  html?: string;
  url: string;
  page: {
    globals?: Record<string, unknown>;
    elements?: { css: string; property: string; value: unknown }[];
  };
  posts: { key: string; labels: unknown; counts: unknown; author: unknown }[];
}

const fixtures = globSync('tests/fixtures/sites/*/*.json')
  .sort()
  .map((path) => ({ path, fixture: JSON.parse(readFileSync(path, 'utf8')) as Partial<Fixture> }))
  .filter((each): each is { path: string; fixture: Fixture } => each.fixture.page !== undefined);

function pageOf(path: string, { html, page }: Fixture): string {
  const file = html ? path.replace(/[^/]+$/, `${html}.html`) : path.replace(/json$/, 'html');
  const script = `<script>
    const { globals = {}, elements = [] } = ${JSON.stringify(page).replaceAll('<', '\\u003c')};
    Object.assign(window, globals);
    const at = (root, path) => {
      const [first, ...rest] = path.split('>>>');
      const found = root.querySelector(first);
      return rest.length > 0 ? at(found.shadowRoot, rest.join('>>>')) : found;
    };
    addEventListener('DOMContentLoaded', () => {
      for (const { css, property, value } of elements) at(document, css)[property] = value;
    });
  </script>`;
  return readFileSync(file, 'utf8').replace(/<body[^>]*>/, (body) => body + script);
}

const address = (url: string, n: number) => `${url}${url.includes('?') ? '&' : '?'}fixture=${n}`;
const served = new Map(
  fixtures.map(({ path, fixture }, n) => [address(fixture.url, n), pageOf(path, fixture)]),
);

describe.each(BROWSERS)('what only the page knows, in %s', (browser) => {
  const session = useBrowser(browser, {
    allSites: true,
    serve: (url) => {
      const body = served.get(url.href);
      return body === undefined ? undefined : { body, type: 'text/html; charset=utf-8' };
    },
  });

  test.each(
    fixtures.map(({ path, fixture }, n) => [path.replace('tests/fixtures/sites/', ''), fixture, n] as const),
  )('%s', async (_, { url, posts }, n) => {
    const page = await session.open(address(url, n));
    const known = ({ key, labels, counts, author }: Fixture['posts'][number]) => ({
      key,
      labels,
      counts,
      author,
    });
    // A page is told in its own order, a fixture in that of the site's definition.
    const sorted = (all: Fixture['posts']) =>
      all.map(known).sort((one, other) => (one.key < other.key ? -1 : 1));
    const wanted = sorted(posts);
    // Data come a moment after the elements; until then labels are unknown.
    await expect
      .poll(async () => sorted((await readTab(session.reports, address(url, n)))?.posts ?? []), {
        timeout: 15_000,
      })
      .toEqual(wanted);
    await page.close();
  });
});
