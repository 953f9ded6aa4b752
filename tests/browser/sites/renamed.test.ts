import { describe, expect, test } from 'vitest';
import { sites } from '@/utils/sites';
import { readPage } from '@/utils/sites/read-page';
import { healthyPages, type PageFixture } from '../../support/page-fixtures';

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

function readRenamed(rename: (root: ParentNode) => void, { site, url, now, load }: PageFixture) {
  const [before, after] = [load(), load()];
  rename(after);
  const read = (document: Document) => readPage(site, document, url, now);
  return { before: read(before), after: read(after) };
}

describe('a fixture whose classes and data attributes have other names reads as changed, or reads right', () => {
  for (const fixture of healthyPages) {
    test(fixture.name, () => {
      const { before, after } = readRenamed(renameClasses, fixture);
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
      const own = healthyPages.filter(({ name }) => name.startsWith(`${id}/`));
      const changed = own.filter(
        (fixture) => readRenamed(renameAll, fixture).after.health.status === 'layout-changed',
      );
      expect(changed.length).toBeGreaterThanOrEqual(own.length / 2);
    });
  }
});
