import type { Health } from '@/utils/model/page';
import { siteFor } from '@/utils/sites';
import type { SiteAdapter } from '@/utils/sites/define-site';
import { loadFixture } from './load-fixture';

/** What `tests/fixtures/sites/<site>/<case>.json` holds; docs/adding-a-site.md says what each key means. */
export interface Expected {
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

export interface PageFixture {
  /** `<site>/<case>.json` */
  name: string;
  expected: Expected;
  url: URL;
  now: Date;
  site: SiteAdapter;
  /** A new document each time. */
  load: () => Document;
}

const pages = import.meta.glob<string>('../fixtures/sites/*/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const expectations = import.meta.glob<Expected>('../fixtures/sites/*/*.json', {
  import: 'default',
  eager: true,
});

/** Every case, with what is needed to read it. For browser tests: pages need a real DOM. */
export const pageFixtures: readonly PageFixture[] = Object.entries(expectations).map(([path, expected]) => {
  const html = pages[path.replace(/[^/]+$/, (file) => `${expected.html ?? file.replace('.json', '')}.html`)];
  const url = new URL(expected.url);
  const site = siteFor(url);
  if (html === undefined) throw new Error(`${path} names no page beside it`);
  if (!site) throw new Error(`${expected.url} belongs to no site; check "matches" of the adapter`);
  return {
    name: path.replace('../fixtures/sites/', ''),
    expected,
    url,
    now: new Date(expected.now),
    site,
    load: () => loadFixture(html, url),
  };
});

/** Pages of their own that read well: what must hold of any page is tried on these. */
export const healthyPages = pageFixtures.filter(
  ({ expected: { html, health } }) => !html && health.status === 'ok',
);
