import { describe, expect, test } from 'vitest';
import { SURFACES } from '@/utils/model/post';
import { type PagePlan, planOf, tellingAttributes } from '@/utils/scan/shape-plan';
import { sites } from '@/utils/sites';
import type { Candidates } from '@/utils/sites/candidates';
import type { PostShape, SiteAdapter } from '@/utils/sites/define-site';

function siteWith(...shapes: Partial<PostShape>[]): SiteAdapter {
  const shape: PostShape = {
    kind: 'note',
    surfaces: ['feed'],
    root: 'article',
    id: [{ css: 'a', attr: 'href' }],
    url: (id) => id,
  };
  return { shapes: shapes.map((parts) => ({ ...shape, ...parts })) } as unknown as SiteAdapter;
}
const planOfOne = (parts: Partial<PostShape>) => planOf(siteWith(parts), 'feed').shapes[0]!;

describe('the plan of a shape', () => {
  test.each([
    ['article', undefined, 'self'],
    ['#feed > .card a[href]', '.advert, .advert *', 'self'],
    ['article:has(h1)', undefined, 'inside'],
    ['article', ':has(> .advert)', 'inside'],
    ['h2 + article', undefined, 'page'],
    ['h2 ~ article', undefined, 'page'],
    ['li:nth-child(2)', undefined, 'page'],
    ['li:first-of-type', undefined, 'page'],
    ['li', ':last-child', 'page'],
    ['p:only-child', undefined, 'page'],
    ['p', ':empty', 'page'],
    ['body:not(:has(.player))', undefined, 'page'],
    ['article', ':root:has(.active) .inactive', 'page'],
  ] as const)('%s, not %s: comes and goes by what happens in %s', (root, not, reach) => {
    expect(planOfOne({ root, ...(not && { not }) }).reach).toBe(reach);
  });

  test('names the elements whose words are read, and of a path into shadow roots its end', () => {
    const { parts, inner } = planOfOne({
      title: [{ css: 'h1' }, { css: '.name', attr: 'title' }],
      text: [{ css: 'rich-text >>> p' }],
      authorName: [{ css: '.author' }],
      labels: [
        { place: '.note', by: 'author' },
        { element: '.badge', by: 'platform' },
      ],
    });
    expect(parts.split(', ').sort()).toEqual(['.author', '.badge', '.name', '.note', 'a', 'h1', 'p']);
    expect(inner).toEqual(['rich-text >>> p']);
  });

  test('names what ticks in the post, not what ticks elsewhere', () => {
    const { quiet } = planOfOne({
      counts: { like: [{ css: '.likes' }, { page: true, css: '#likes' }], view: [{ css: '.views' }] },
      publishedAt: [{ css: 'time' }, {}],
    });
    expect(quiet.split(', ').sort()).toEqual(['.likes', '.views', 'time']);
  });

  test.each([
    ['the root’s own words', { text: [{}] }, true],
    ['words told apart by a pattern', { title: [{ match: /「(.+)」/ }] }, true],
    ['words told apart by what is around them', { title: [{ css: ':scope:not(.x) .t' }] }, true],
    ['an attribute of the root', { title: [{ attr: 'aria-label' }] }, false],
    ['words of an element', { title: [{ css: 'h1' }] }, false],
    ['words elsewhere in the page', { title: [{ page: true }] }, false],
  ] as const)('that reads %s: all of it counts is %s', (_, fields, isWhole) => {
    expect(planOfOne(fields).isWhole).toBe(isWhole);
  });

  test('knows a label place by what stands around it, whichever element the root is', () => {
    const { parts } = planOfOne({ labels: [{ element: ':scope header > i, :scope > b', by: 'platform' }] });
    expect(parts).toContain('* header > i, * > b');
  });

  test('is searched everywhere for label sentences, and for an id that a function tells', () => {
    expect(planOfOne({}).isSearched).toBe(false);
    expect(planOfOne({ labelSentencesOutside: '.text' }).isSearched).toBe(true);
    expect(planOfOne({ id: () => '1' }).isSearched).toBe(true);
  });
});

describe('the plan of a page', () => {
  test('has the shapes of its kind in the order of the definition, and none where no posts are', () => {
    const site = siteWith({ root: 'a' }, { root: 'b', surfaces: ['detail'] }, { root: 'c' });
    const roots = (plan: PagePlan) => plan.shapes.map(({ shape }) => shape.root);
    expect(roots(planOf(site, 'feed'))).toEqual(['a', 'c']);
    expect(planOf(site, 'feed').shapes.map(({ order }) => order)).toEqual([0, 1]);
    expect(roots(planOf(site, null))).toEqual([]);
  });

  test('names the parts of the page that some shape reads', () => {
    const plan = planOf(
      siteWith({ title: [{ css: 'h2' }, { page: true, css: 'h1' }] }, { authorName: [{ css: '.name' }] }),
      'feed',
    );
    expect(plan.pageParts).toBe('h1');
    expect(plan.shapes.map(({ readsPage }) => readsPage)).toEqual([true, false]);
    expect(plan.shapes.map(({ parts }) => parts.includes('h1'))).toEqual([false, false]);
  });

  test.each<[string, Partial<PostShape>, boolean]>([
    ['elements of its own', {}, false],
    ['a field elsewhere', { title: [{ page: true, css: 'h1' }] }, true],
    ['an id that a function tells', { id: () => '1' }, true],
    ['an id made of words', { derivedId: () => '1' }, true],
    ['an address that asks the root', { url: (id, root) => root.baseURI + id }, true],
    ['its siblings', { root: 'h2 + article' }, true],
  ])('with a post that rests on %s: is entangled is %s', (_, parts, isEntangled) => {
    expect(planOf(siteWith({}, parts), 'feed').isEntangled).toBe(isEntangled);
  });

  test('tells classes that the definition names, whole or in part, from those that come and go', () => {
    const { isTelling } = planOf(
      siteWith({
        root: '.card, [class*="item_"]',
        not: '.is-advert',
        title: [{ css: 'h2.title' }],
        labels: [{ element: '.label span', by: 'author' }],
      }),
      'feed',
    );
    const told = ['card', 'item_7f', 'is-advert', 'title', 'label'];
    expect(told.filter((name) => !isTelling(name))).toEqual([]);
    expect(['hover', 'cards', 'playing', 'is-active'].filter(isTelling)).toEqual([]);
  });

  test('holds every class for telling where a function finds the id', () => {
    for (const parts of [{ id: () => '1' }, { derivedId: () => '1' }, { idInAddress: () => '1' }])
      expect(planOf(siteWith(parts), 'feed').isTelling('hover')).toBe(true);
  });
});

/** Names of attributes, or of classes, in a selector. */
const named = (selector: string, pattern: RegExp) =>
  [...selector.matchAll(pattern)].map(([, name = '']) => name);
const ATTRIBUTE = /\[\s*([a-z][\w-]*)/gi;
const CLASS = /\.(-?[_a-z][\w-]*)/gi;
/** What stands in quotes is no name. */
const unquoted = (selector: string) => selector.replace(/"[^"]*"|'[^']*'/g, '""');

describe.each(sites.map((site) => [site.id, site] as const))('%s', (_, site) => {
  const attributes = tellingAttributes(site);

  test('its posts are found by attributes that are observed, and never by inline styles', () => {
    expect(attributes).not.toContain('style');
    expect(attributes).toEqual(expect.arrayContaining(['class', 'href', 'id']));
    for (const { root, not = '', id } of site.shapes) {
      const ids: Candidates = typeof id === 'function' ? [] : id;
      const selectors = [root, not, ...ids.map(({ css = '' }) => css)];
      const names = selectors.flatMap((selector) => named(unquoted(selector), ATTRIBUTE));
      const read = ids.flatMap(({ attr = [] }) => attr);
      const wanted = [...names, ...read].filter((name) => name !== 'style');
      for (const name of wanted) expect(attributes, root).toContain(name);
    }
  });

  test.each(SURFACES)('on %s: every class by which a post is found is a telling one', (surface) => {
    const { shapes, isTelling } = planOf(site, surface);
    for (const { shape } of shapes) {
      const selector = unquoted(`${shape.root}, ${shape.not ?? ''}`);
      for (const name of named(selector, CLASS)) expect(isTelling(name), name).toBe(true);
    }
  });
});
