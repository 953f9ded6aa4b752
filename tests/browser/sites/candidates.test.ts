import { afterEach, describe, expect, test, vi } from 'vitest';
import { allValues, firstElement, firstValue } from '@/utils/sites/candidates';

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

function root(html: string): Element {
  document.body.innerHTML = `<h1>页面</h1><article title="根">${html}</article>`;
  return document.querySelector('article')!;
}

describe('the first value', () => {
  test('is that of the first candidate that has any, and of its first element that has one', () => {
    const one = root('<p class="a"></p><p class="b"> </p><p class="b">二</p><p class="c">三</p>');
    expect(firstValue(one, [{ css: '.a' }, { css: '.b' }, { css: '.c' }])).toBe('二');
    expect(firstValue(one, [{ css: '.none' }, { css: '.a' }])).toBeUndefined();
    expect(firstValue(one)).toBeUndefined();
  });

  test.each([
    ['an attribute of the root', { attr: 'title' }, '根'],
    ['the root’s own words', {}, '一 二'],
    ['words elsewhere in the page', { page: true, css: 'h1' }, '页面'],
    ['a group of a pattern', { css: 'p', match: /^(.) / }, '一'],
    ['the whole of a pattern without groups', { css: 'p', match: /.$/ }, '二'],
    ['a pattern that does not fit', { css: 'p', match: /三/ }, undefined],
    ['a key inside JSON', { css: 'p', attr: 'data-x', json: 'a.b' }, '5'],
    ['a key that is not there', { css: 'p', attr: 'data-x', json: 'a.c.d' }, undefined],
    ['an object inside JSON', { css: 'p', attr: 'data-x', json: 'a' }, undefined],
    ['JSON that is none', { css: 'p', attr: 'class', json: 'a' }, undefined],
  ])('reads %s', (_, candidate, value) => {
    const one = root(`<p class="x" data-x='{"a":{"b":5}}'>一 二</p>`);
    expect(firstValue(one, [candidate])).toBe(value);
  });

  test('goes on to the next element where a pattern does not fit the first', () => {
    const one = root('<a href="/user"></a><a href="/post/1"></a><a href="/post/2"></a>');
    expect(firstValue(one, [{ css: 'a', attr: 'href', match: /\/post\/(\d)/ }])).toBe('1');
  });

  test('is found in open shadow roots on its path', () => {
    const one = root('<x-text></x-text><x-text></x-text>');
    one.lastElementChild!.attachShadow({ mode: 'open' }).innerHTML = '<p>里面</p>';
    expect(firstValue(one, [{ css: 'x-text >>> p' }])).toBe('里面');
    expect(firstElement(one, [{ css: 'x-text >>> p' }])?.textContent).toBe('里面');
  });

  test('is as long as a value may be', () => {
    const one = root(`<p title="${'长'.repeat(5_000)}"></p>`);
    expect(firstValue(one, [{ css: 'p', attr: 'title' }])).toHaveLength(4_000);
  });

  test('looks for no further element when the first one has a value', () => {
    const one = root('<p>一</p><p>二</p>');
    const all = vi.spyOn(Element.prototype, 'querySelectorAll');
    expect(firstValue(one, [{ css: 'p' }])).toBe('一');
    expect(all).not.toHaveBeenCalled();
  });
});

describe('the first element', () => {
  test('is one that stands for its own words, whatever they are', () => {
    const one = root('<p class="a" title="题"></p><p class="b">二</p>');
    const candidates = [
      { css: '.a', attr: 'title' },
      { css: '.b', match: /二/ },
      { css: '.none' },
      { css: '.a' },
    ];
    expect(firstElement(one, candidates)).toBe(one.querySelector('.a'));
    expect(firstElement(one, [{ css: '.none' }])).toBeUndefined();
    expect(firstElement(one, [{}])).toBe(one);
    expect(firstElement(one, [{ page: true }])).toBe(document.documentElement);
  });
});

describe('all values', () => {
  test('are the distinct ones of the first candidate that has any', () => {
    const one = root('<i></i><b>一</b><b>二</b><b>一</b><b></b><u>三</u>');
    expect(allValues(one, [{ css: 's' }, { css: 'i' }, { css: 'b' }, { css: 'u' }])).toEqual(['一', '二']);
    expect(allValues(one, [{ css: 'i' }])).toEqual([]);
    expect(allValues(one)).toEqual([]);
  });
});
