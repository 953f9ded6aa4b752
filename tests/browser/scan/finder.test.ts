import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Finder } from '@/utils/scan/finder';
import { PageIndex, type Place } from '@/utils/scan/page-index';
import { planOf } from '@/utils/scan/shape-plan';
import type { SiteAdapter } from '@/utils/sites/define-site';
import * as readPage from '@/utils/sites/read-page';
import { idsOf, page, siteOf, the } from './demo-site';

let index: PageIndex;
let told: Place[];
let finder: Finder;

beforeEach(() => {
  index = new PageIndex();
  told = [];
});
afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

function begin(site: SiteAdapter): void {
  finder = new Finder(site, document, planOf(site, 'feed'), index, (place) => told.push(place));
}

/** Searches the whole page to the end, and says in how many steps. */
function search(): number {
  let steps = 0;
  for (const _ of finder.search()) steps++;
  return steps;
}

const put = (path: string, html: string): Element => {
  const template = Object.assign(document.createElement('template'), { innerHTML: html });
  const added = template.content.firstElementChild!;
  the(path).append(added);
  return added;
};
const article = (id: string, inside = '') => `<article id="${id}">${inside}</article>`;

describe('a search of the whole page', () => {
  test('finds the roots of every shape, one shape after the other, and tells of each once', () => {
    page(`${article('a', '<section id="c"></section>')}${article('b')}`);
    begin(siteOf({}, { root: 'section' }));
    expect(search()).toBe(2);
    expect(told.map(({ root }) => root.id)).toEqual(['a', 'b', 'c']);
    search();
    expect(told).toHaveLength(3);
  });

  test('leaves out what a definition leaves out', () => {
    page(`${article('a')}<article id="b" class="advert"></article>`);
    begin(siteOf({}));
    search();
    expect(idsOf(index.all())).toEqual(['a']);
  });

  test('drops what is a root no more, only when all shapes were searched', () => {
    page(`${article('a')}${article('b')}<section id="c"></section>`);
    begin(siteOf({}, { root: 'section' }));
    search();
    the('#a').classList.add('advert');
    the('#c').remove();
    const steps = finder.search();
    steps.next();
    steps.next();
    expect(idsOf(index.all())).toEqual(['a', 'b', 'c']);
    expect(steps.next().done).toBe(true);
    expect(idsOf(index.all())).toEqual(['b']);
  });

  test('goes into open shadow roots', () => {
    page('<x-feed></x-feed>');
    the('x-feed').attachShadow({ mode: 'open' }).innerHTML = article('a');
    begin(siteOf({ root: 'x-feed >>> article' }));
    search();
    expect(idsOf(index.all())).toEqual(['a']);
  });

  test('goes through lists beside the document, whose posts are never connected', () => {
    const list = Object.assign(document.createElement('template'), { innerHTML: article('aside') });
    begin({ ...siteOf({}), trees: () => [list.content] });
    search();
    const [place] = index.all();
    expect(place).toMatchObject({ isBeside: true });
    expect(finder.stands(place!)).toBe(true);
  });

  test('finds no more than a page may hold', () => {
    page(Array.from({ length: readPage.MAX_POSTS + 5 }, (_, i) => article(String(i))).join(''));
    begin(siteOf({}));
    search();
    expect(index.places).toBe(readPage.MAX_POSTS);
  });
});

describe('a search in what was added', () => {
  test('finds roots in it and itself, but not what the definition leaves out', () => {
    page('<div id="list"></div>');
    begin(siteOf({}));
    const inner = put('#list', `<div>${article('a')}<article class="advert"></article></div>`);
    expect(finder.findIn([inner, put('#list', article('b'))], [the('#list')])).toBe(false);
    expect(idsOf(told)).toEqual(['a', 'b']);
  });

  test('finds roots by what stands around it', () => {
    page('<div id="list" class="feed"></div><div id="other"></div>');
    begin(siteOf({ root: '.feed article' }));
    finder.findIn([put('#list', article('a')), put('#other', article('b'))], []);
    expect(idsOf(told)).toEqual(['a']);
  });

  test('finds the element around it that it has made a root', () => {
    page(`<div id="list"><article id="a"><p></p></article></div>`);
    begin(siteOf({ root: 'article:has(h2)' }));
    finder.findIn([put('#a p', '<h2></h2>')], [the('#a p')]);
    expect(idsOf(told)).toEqual(['a']);
  });

  test('finds the element around that is a root since something was taken out', () => {
    page(`<article id="a"><p><i class="ad"></i></p></article>`);
    begin(siteOf({ not: ':has(.ad)' }));
    search();
    the('.ad').remove();
    finder.findIn([], [the('#a p')]);
    expect(idsOf(told)).toEqual(['a']);
  });

  test('looks around nothing where only the root’s own element decides', () => {
    page(`<article id="a"><p></p></article>`);
    begin(siteOf({}));
    finder.findIn([put('#a p', '<h2></h2>')], [the('#a p')]);
    expect(told).toEqual([]);
  });

  test('passes over what was taken out again', () => {
    page('<div id="list"></div>');
    begin(siteOf({}));
    const gone = put('#list', article('a'));
    gone.remove();
    expect(finder.findIn([gone], [gone])).toBe(false);
    expect(told).toEqual([]);
  });

  test('leaves posts in shadow roots to a search of the whole page', () => {
    page('<div id="list"></div>');
    begin(siteOf({ root: 'x-feed >>> article' }));
    expect(finder.findIn([put('#list', '<p></p>')], [])).toBe(true);
    expect(finder.findIn([], [the('#list')])).toBe(false);
  });

  test('is told once of a root that two of the added elements hold', () => {
    page('<div id="list"></div>');
    begin(siteOf({}));
    const outer = put('#list', `<div>${article('a')}</div>`);
    finder.findIn([outer, the('#a')], [the('#list')]);
    expect(idsOf(told)).toEqual(['a']);
  });
});

describe('a place', () => {
  test.each([
    ['is as it was', () => undefined, true],
    ['was taken out', () => the('#a').remove(), false],
    ['was left out', () => the('#a').classList.add('advert'), false],
    ['stands elsewhere', () => document.body.append(the('#a')), false],
  ])('that %s stands: %#', (_, change, stands) => {
    page(`<div class="feed">${article('a')}</div>`);
    begin(siteOf({ root: '.feed article' }));
    search();
    const [place] = index.all();
    change();
    expect(finder.stands(place!)).toBe(stands);
  });
});
