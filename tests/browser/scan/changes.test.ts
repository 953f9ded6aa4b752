import { afterEach, describe, expect, test } from 'vitest';
import { ChangeSorter, type Changes } from '@/utils/scan/changes';
import type { PageIndex } from '@/utils/scan/page-index';
import { type PagePlan, tellingAttributes } from '@/utils/scan/shape-plan';
import type { PostShape } from '@/utils/sites/define-site';
import { ARTICLE, card, idsOf, indexOf, page, planFor, siteOf, the } from './demo-site';

let index: PageIndex;
let sorter: ChangeSorter;
const observer = new MutationObserver(() => {});

afterEach(() => {
  observer.disconnect();
  document.body.replaceChildren();
});

/** Follows the page as it is now, with the records that a page really gives. */
function follow(shapes: Partial<PostShape>[] = [ARTICLE], isRead?: (root: Element) => boolean): PagePlan {
  const plan = planFor(...shapes);
  index = indexOf(plan, isRead);
  sorter = new ChangeSorter(plan, index);
  const attributeFilter = tellingAttributes(siteOf(...shapes));
  const all = { childList: true, subtree: true, characterData: true, attributeOldValue: true };
  observer.observe(document.body, { ...all, attributeFilter });
  return plan;
}

function sorted(change: () => void): Changes & { ids: string[] } {
  change();
  const changes = sorter.sort(observer.takeRecords());
  return { ...changes, ids: idsOf(changes.dirty) };
}

const dirty = (change: () => void) => sorted(change).ids;
const say = (path: string, words = '别的') => {
  the(path).firstChild!.nodeValue = words;
};
const put = (path: string, ...nodes: (Node | string)[]) => the(path).replaceChildren(...nodes);
const element = (tag: string, words = '', className = '') =>
  Object.assign(document.createElement(tag), { textContent: words, className });

const QUIET = { added: new Set(), parents: new Set(), hasRemoved: false, isOpen: false, ids: [] };

describe('a change of words', () => {
  test.each(['h2', '.text', '.text b', '.name'])('in %s is one of its post', (part) => {
    page(card('a') + card('b'));
    follow();
    expect(sorted(() => say(`#b ${part}`))).toMatchObject({ ...QUIET, ids: ['b'] });
  });

  test.each(['.likes i', 'time', '.aside'])('in %s says nothing', (part) => {
    page(card('a'));
    follow();
    for (let i = 0; i < 3; i++) expect(sorted(() => say(`#a ${part}`, String(i)))).toMatchObject(QUIET);
  });

  test('in an empty label place is one of its post', () => {
    page(card('a'));
    follow();
    expect(dirty(() => put('#a .label', '虚构演绎'))).toEqual(['a']);
  });

  test('in a label place that is named by where it stands in the root is one of its post', () => {
    page(
      '<article id="a"><a href="/a"></a><header><i>旁边</i></header><footer><i>旁边</i></footer></article>',
    );
    follow([{ labels: [{ element: ':scope > header i', by: 'platform' }] }]);
    expect(dirty(() => say('footer i'))).toEqual([]);
    expect(dirty(() => say('header i', '虚构演绎'))).toEqual(['a']);
  });

  test('is waited for by a post that holds nothing yet, wherever it comes', () => {
    page(card('a') + card('b'));
    follow(undefined, ({ id }) => id === 'b');
    expect(dirty(() => say('#a .aside'))).toEqual(['a']);
    expect(dirty(() => say('#b .aside'))).toEqual([]);
  });

  test('outside every post says nothing', () => {
    page(`<nav>首页</nav>${card('a')}`);
    follow();
    expect(sorted(() => say('nav'))).toMatchObject(QUIET);
  });

  test('in a post inside another is one of both only when both read it', () => {
    const both = [{ ...ARTICLE, text: [{ css: ':scope > .text' }] }, { root: 'section' }];
    page(`<section id="outer"><a href="/outer"></a>${card('inner')}</section>`);
    follow(both);
    expect(dirty(() => say('#inner h2'))).toEqual(['inner', 'outer']);
    expect(dirty(() => say('#inner .likes i'))).toEqual(['inner']);
  });

  test('anywhere in a root whose own words are read is one of its post', () => {
    page(card('a'));
    follow([{ text: [{}] }]);
    expect(dirty(() => say('#a .aside'))).toEqual(['a']);
    expect(dirty(() => say('#a .likes i', '2'))).toEqual(['a']);
  });

  test('anywhere but in what ticks is one where label sentences are searched for', () => {
    page(card('a'));
    follow([{ labelSentencesOutside: '.text' }]);
    expect(dirty(() => say('#a .aside', '该内容为虚构演绎'))).toEqual(['a']);
    expect(dirty(() => say('#a .likes i', '2'))).toEqual([]);
  });

  test('in an open shadow root inside a post is one of its post', () => {
    page('<article id="a"><a href="/a"></a><rich-text></rich-text></article>');
    const inner = the('rich-text').attachShadow({ mode: 'open' });
    inner.innerHTML = '<p>正文</p><i>1</i>';
    follow([{ title: [], text: [{ css: 'rich-text >>> p' }] }]);
    observer.observe(inner, { childList: true, subtree: true, characterData: true });
    expect(dirty(() => say('rich-text>>>p'))).toEqual(['a']);
    expect(dirty(() => say('rich-text>>>i', '2'))).toEqual([]);
    expect(dirty(() => inner.append('没有剧本'))).toEqual([]);
  });

  test('is judged anew when another root has come around it', () => {
    page(`<section id="outer"><a href="/outer"></a><div class="aside">旁边</div></section>`);
    const plan = follow([{ root: 'article' }, { root: 'section', title: [{ css: '.aside' }] }]);
    index.clear();
    expect(dirty(() => say('.aside'))).toEqual([]);
    index.add(the('section'), plan.shapes[1]!);
    expect(dirty(() => say('.aside', '又是'))).toEqual(['outer']);
  });

  test('is judged anew when its element has been carried to another place', () => {
    page(card('a'));
    follow();
    expect(dirty(() => say('#a .likes i', '2'))).toEqual([]);
    const digit = the('#a .likes i');
    expect(dirty(() => the('#a h2').append(digit))).toEqual(['a']);
    expect(dirty(() => say('#a h2 i', '关注看后续'))).toEqual(['a']);
  });
});

describe('what ticks', () => {
  test.each([
    ['other words', '1', () => put('#a .likes', '2')],
    ['one element for another of its kind', element('i', '1'), () => put('#a .likes', element('i', '2'))],
    ['two for one', element('i', '1'), () => put('#a .likes', element('i', '2'), element('i', '3'))],
  ])('is passed over when it puts %s', (_, before, tick) => {
    page(card('a'));
    put('#a .likes', before);
    follow();
    expect(sorted(tick)).toMatchObject(QUIET);
  });

  test.each([
    ['an element of another kind', () => put('#a .likes', element('b', '2'))],
    ['no element at all', () => put('#a .likes')],
    ['an element that is read', () => put('#a .likes', element('i', '甲', 'name'))],
    ['an element with one inside that is read', () => the('#a .likes i').replaceWith(nameInside())],
  ])('is looked at when it puts in its place %s', (_, change) => {
    page(card('a'));
    follow();
    const changes = sorted(change);
    expect(changes.ids).toEqual(['a']);
    expect(changes.parents).toEqual(new Set([the('#a .likes')]));
  });

  test('in a post that is inside another is passed over only if neither reads it', () => {
    page(`<section id="outer"><a href="/outer"></a>${card('a')}</section>`);
    follow([ARTICLE, { root: 'section', title: [{ css: 'u' }] }]);
    expect(sorted(() => put('#a .likes', element('i', '2')))).toMatchObject(QUIET);
    const read = element('i');
    read.append(element('u', '标题'));
    expect(dirty(() => put('#a .likes', read))).toEqual(['a', 'outer']);
  });
});

function nameInside(): Element {
  const outer = element('i');
  outer.append(element('span', '甲', 'name'));
  return outer;
}

describe('an element', () => {
  test('that comes is where posts are looked for, and a change of the posts around it', () => {
    page(`<div id="list">${card('a')}</div>`);
    follow();
    const added = element('article');
    const changes = sorted(() => the('#list').append(added));
    expect(changes).toMatchObject({ ...QUIET, added: new Set([added]), parents: new Set([the('#list')]) });
    expect(dirty(() => the('#a .aside').append(element('em', '广告')))).toEqual(['a']);
  });

  test('that goes is told, and a change of the posts around it', () => {
    page(`<div id="list">${card('a')}</div>`);
    follow();
    expect(sorted(() => the('#a .aside').remove())).toMatchObject({ hasRemoved: true, ids: ['a'] });
    expect(sorted(() => the('#a').remove())).toMatchObject({ hasRemoved: true, ids: [] });
  });

  test('that is carried elsewhere takes its posts with it, which may be none there', () => {
    page(`<div id="list"><div id="both">${card('a')}${card('b')}</div>${card('c')}</div><nav></nav>`);
    follow();
    expect(dirty(() => the('nav').append(the('#both')))).toEqual(['a', 'b']);
    expect(dirty(() => the('#a').remove())).toEqual([]);
    expect(dirty(() => the('nav').append(element('p')))).toEqual([]);
  });

  test('is no occasion to search the page, unless posts can come and go by what happens anywhere', () => {
    page(`<div id="list">${card('a')}</div>`);
    follow();
    expect(sorted(() => the('#list').append(element('p'))).isOpen).toBe(false);
    follow([{ root: 'h1 + article' }]);
    expect(sorted(() => the('#list').append(element('p'))).isOpen).toBe(true);
    expect(sorted(() => say('#a .aside')).isOpen).toBe(false);
  });
});

describe('an attribute', () => {
  test.each([
    ['a link', () => the('#a a').setAttribute('href', '/other')],
    ['a class that the definition names', () => the('#a').classList.add('advert')],
    ['a class that is taken away', () => the('#a .name').classList.remove('name')],
    ['an id', () => the('#a .aside').setAttribute('id', 'other')],
  ])('that is %s: the posts around it, and a search', (_, change) => {
    page(card('a') + card('b'));
    follow();
    expect(sorted(change)).toMatchObject({ ids: ['a'], isOpen: true, hasRemoved: false });
  });

  test.each([
    ['the same value once more', () => the('#a a').setAttribute('href', '/a')],
    ['a class of a pointer that passes', () => the('#a').classList.add('hover')],
    ['the same classes in another order', () => the('#two').setAttribute('class', 'text name')],
    ['a style', () => the('#a').style.setProperty('color', 'red')],
  ])('that is %s says nothing', (_, change) => {
    page(card('a', '<p id="two" class="name text"></p>'));
    follow();
    expect(sorted(change)).toMatchObject(QUIET);
  });

  test('that makes a part of what ticked is heard from then on', () => {
    page(card('a'));
    follow();
    expect(dirty(() => say('#a .aside'))).toEqual([]);
    sorted(() => the('#a .aside').classList.add('text'));
    expect(dirty(() => say('#a .aside', '又是'))).toEqual(['a']);
  });
});
