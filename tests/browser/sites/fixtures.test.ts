import { describe, expect, test } from 'vitest';
import type { Health } from '@/utils/model/page';
import { siteFor } from '@/utils/sites';
import { readPage } from '@/utils/sites/read-page';
import { directPageData } from '../../support/direct-page-data';
import { loadFixture } from '../../support/load-fixture';

/**
 * Every `tests/fixtures/sites/<site>/<case>.json` names an address, a clock and the reading that is expected of
 * `<case>.html`, or of another page named in `html`. With `page`, the page's own world holds these globals and
 * element properties, and the site's bridge reads them. Fixtures are written for this project; no words of real
 * people stand in them.
 */
interface Expected {
  html?: string;
  url: string;
  now: string;
  page?: {
    globals?: Record<string, unknown>;
    elements?: { css: string; property: string; value: unknown }[];
  };
  surface: string | null;
  health: Health;
  posts: Record<string, unknown>[];
}

const pages = import.meta.glob<string>('../../fixtures/sites/*/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const expectations = import.meta.glob<Expected>('../../fixtures/sites/*/*.json', {
  import: 'default',
  eager: true,
});

describe('site fixtures', () => {
  for (const [path, expected] of Object.entries(expectations)) {
    test(path.replace('../../fixtures/sites/', ''), () => {
      const name = expected.html ?? path.replace(/^.*\/|\.json$/g, '');
      const html = pages[path.replace(/[^/]+$/, `${name}.html`)];
      if (html === undefined) throw new Error(`${path} has no ${name}.html beside it`);
      const url = new URL(expected.url);
      const site = siteFor(url);
      if (!site) throw new Error(`${expected.url} belongs to no site; check "matches" of the adapter`);
      const document = loadFixture(html, url);

      const data = expected.page && directPageData(site.id, document, expected.page);
      const reading = readPage(site, document, url, new Date(expected.now), data);

      expect({
        surface: reading.surface,
        health: reading.health,
        posts: reading.found.map(({ post }) => post),
      }).toEqual({
        surface: expected.surface,
        health: expected.health,
        posts: expected.posts,
      });
    });
  }
});
