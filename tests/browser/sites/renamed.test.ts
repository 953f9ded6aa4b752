import { describe, expect, test } from 'vitest';
import { siteFor } from '@/utils/sites';
import { readPage } from '@/utils/sites/read-page';
import { loadFixture } from '../../support/load-fixture';

interface Expected {
  url: string;
  now: string;
  html?: string;
  health: { status: string };
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

/** What a site does that ships a new version of its interface: no class and no data attribute keeps its name. */
function rename(root: ParentNode): void {
  for (const element of root.querySelectorAll('*')) {
    const classes = element.getAttribute('class');
    if (classes)
      element.setAttribute(
        'class',
        classes.replace(/\S+/g, (name) => `z${name.length}q`),
      );
    for (const name of element.getAttributeNames().filter((each) => each.startsWith('data-'))) {
      element.setAttribute(`data-z${name.length}`, element.getAttribute(name) ?? '');
      element.removeAttribute(name);
    }
    if (element.shadowRoot) rename(element.shadowRoot);
  }
}

describe('a fixture whose classes and data attributes all have other names', () => {
  for (const [path, { url: address, now, html, health }] of Object.entries(expectations)) {
    if (html || health.status !== 'ok') continue;
    test(path.replace('../../fixtures/sites/', ''), () => {
      const url = new URL(address);
      const site = siteFor(url)!;
      const read = (document: Document) => readPage(site, document, url, new Date(now));
      const load = () => loadFixture(pages[path.replace(/json$/, 'html')] ?? '', url);
      const renamed = load();
      rename(renamed);
      const { health: after, found } = read(renamed);
      if (after.status === 'layout-changed') return;
      // Ids, links, custom elements and the attributes of other names carry some sites through; then nothing is wrong.
      expect(['ok', 'partial']).toContain(after.status);
      const before = new Map(read(load()).found.map(({ post }) => [post.key, post]));
      for (const { post } of found) {
        const { title, author } = before.get(post.key) ?? {};
        if (title !== undefined) expect([title, '']).toContain(post.title);
        if (author) expect([author.name, undefined]).toContain(post.author.name);
      }
    });
  }
});
