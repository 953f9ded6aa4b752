import { describe, expect, test } from 'vitest';
import { siteFor, sites } from '@/utils/sites';
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
const expectations = Object.entries(
  import.meta.glob<Expected>('../../fixtures/sites/*/*.json', { import: 'default', eager: true }),
)
  .map(([path, expected]) => ({ name: path.replace('../../fixtures/sites/', ''), path, expected }))
  .filter(({ expected: { html, health } }) => !html && health.status === 'ok');

/** Every class and data attribute gets another name, as when a site ships a new build of its interface. */
function renameClasses(root: ParentNode): void {
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
    if (element.shadowRoot) renameClasses(element.shadowRoot);
  }
}

/** Ids, custom elements and attributes of the site's own making as well: a new interface altogether. */
function renameAll(root: ParentNode): void {
  renameClasses(root);
  for (const element of [...root.querySelectorAll('*')]) {
    for (const name of element
      .getAttributeNames()
      .filter((each) => !/^(href|src|class|alt|data-z\d+)$/.test(each)))
      element.removeAttribute(name);
    if (!element.tagName.includes('-')) continue;
    const other = element.ownerDocument.createElement('z-element');
    for (const name of element.getAttributeNames())
      other.setAttribute(name, element.getAttribute(name) ?? '');
    other.append(...element.childNodes);
    element.replaceWith(other);
  }
}

const load = (path: string, url: URL) => loadFixture(pages[path.replace(/json$/, 'html')] ?? '', url);

function readRenamed(rename: (root: ParentNode) => void, path: string, { url: address, now }: Expected) {
  const url = new URL(address);
  const site = siteFor(url)!;
  const [before, after] = [load(path, url), load(path, url)];
  rename(after);
  const read = (document: Document) => readPage(site, document, url, new Date(now));
  return { before: read(before), after: read(after) };
}

describe('a fixture whose classes and data attributes have other names reads as changed, or reads right', () => {
  for (const { name, path, expected } of expectations) {
    test(name, () => {
      const { before, after } = readRenamed(renameClasses, path, expected);
      if (after.health.status === 'layout-changed') return;
      // Links, ids and inline data carry some pages through.
      expect(['partial', 'ok']).toContain(after.health.status);
      const known = new Map(before.found.map(({ post }) => [post.key, post]));
      for (const { post } of after.found) {
        const { title, author } = known.get(post.key) ?? {};
        if (title !== undefined) expect([title, '']).toContain(post.title);
        if (author) expect([author.name, undefined]).toContain(post.author.name);
      }
    });
  }
});

/** Read by HTML's own elements, links and roles alone: there is nothing of the site's making that could be renamed. */
const WITHOUT_NAMES = new Set(['instagram']);

describe('a new interface altogether is told as such', () => {
  for (const { id } of sites.filter(({ id: each }) => !WITHOUT_NAMES.has(each))) {
    test(id, () => {
      const own = expectations.filter(({ name }) => name.startsWith(`${id}/`));
      const changed = own.filter(
        ({ path, expected }) =>
          readRenamed(renameAll, path, expected).after.health.status === 'layout-changed',
      );
      expect(changed.length).toBeGreaterThanOrEqual(own.length / 2);
    });
  }
});
