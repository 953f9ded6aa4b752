import { describe, expect, test } from 'vitest';
import { siteFor } from '@/utils/sites';
import { readPage } from '@/utils/sites/read-page';

/**
 * Every `tests/fixtures/sites/<site>/<case>.html` has a `<case>.json` with the address, the clock and the reading
 * that is expected of it. Fixtures are written for this project; no words of real people stand in them.
 */
interface Expected {
  url: string;
  now: string;
  surface: string | null;
  health: { status: string; posts: number; missing: string[] };
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
  for (const [path, html] of Object.entries(pages)) {
    test(path.replace('../../fixtures/sites/', ''), () => {
      const expected = expectations[path.replace(/html$/, 'json')];
      if (!expected) throw new Error(`${path} has no ${path.replace(/html$/, 'json')} beside it`);
      const url = new URL(expected.url);
      const site = siteFor(url);
      if (!site) throw new Error(`${expected.url} belongs to no site; check "matches" of the adapter`);
      const document = new DOMParser().parseFromString(html, 'text/html');
      document.head.prepend(Object.assign(document.createElement('base'), { href: expected.url }));

      const reading = readPage(site, document, url, new Date(expected.now));

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
