import { afterEach, describe, expect, test } from 'vitest';
import { comesBefore, containsComposed, deepest, hostsAround, inDocumentOrder } from '@/utils/composed';
import { page, the } from './scan/demo-site';

afterEach(() => document.body.replaceChildren());

/** Two hosts with a root each, the second with a host inside its root. */
function build(): void {
  page('<main><x-one></x-one><p id="p"></p><x-two></x-two></main>');
  the('x-one').attachShadow({ mode: 'open' }).innerHTML = '<i id="a"></i><i id="b"></i>';
  the('x-two').attachShadow({ mode: 'open' }).innerHTML = '<u><x-inner></x-inner></u><i id="d"></i>';
  the('x-two >>> x-inner').attachShadow({ mode: 'open' }).innerHTML = '<button id="c"></button>';
}
const INNER = 'x-two >>> x-inner >>> #c';
const names = (elements: readonly Element[]) => elements.map(({ id, localName }) => id || localName);

describe('what is around an element', () => {
  test('goes on outside of open shadow roots, from the inside', () => {
    build();
    expect(names(hostsAround(the(INNER)))).toEqual(['c', 'x-inner', 'u', 'x-two', 'main', 'body', 'html']);
  });

  test('ends where a tree ends that is no part of the page', () => {
    const outer = document.createElement('div');
    outer.append(document.createElement('p'));
    expect(names(hostsAround(outer.firstElementChild!))).toEqual(['p', 'div']);
  });
});

test('an element contains what lies in its own open shadow roots', () => {
  build();
  expect(containsComposed(the('x-two'), the(INNER))).toBe(true);
  expect(containsComposed(the('main'), the(INNER))).toBe(true);
  expect(containsComposed(the(INNER), the(INNER))).toBe(true);
  expect(containsComposed(the('x-one'), the(INNER))).toBe(false);
  expect(containsComposed(the('p'), the('main'))).toBe(false);
});

describe('the deepest element that each root names', () => {
  test('is the focused one', () => {
    build();
    the(INNER).focus();
    expect(document.activeElement).toBe(the('x-two'));
    expect(deepest(document, (root) => root.activeElement)).toBe(the(INNER));
  });

  test('is the host where the root names none, or the host itself', () => {
    build();
    expect(deepest(document, (root) => (root === document ? the('x-one') : null))).toBe(the('x-one'));
    expect(deepest(document, () => the('x-one'))).toBe(the('x-one'));
    expect(deepest(document, () => null)).toBeUndefined();
  });
});

describe('the order of the document', () => {
  test('has what lies in shadow roots at the place of its host', () => {
    build();
    const ordered = ['x-one >>> #a', 'x-one >>> #b', '#p', INNER, 'x-two >>> #d'].map((path) => the(path));
    for (const [i, one] of ordered.entries()) {
      for (const [j, other] of ordered.entries()) {
        if (i !== j) expect(comesBefore(one, other), `${one.id} ${other.id}`).toBe(i < j);
      }
    }
  });

  test('is that of things, and leaves the list as it was', () => {
    build();
    const things = [INNER, '#p', 'x-one >>> #b', 'x-one >>> #a'].map((path) => ({ root: the(path) }));
    const before = [...things];
    expect(names(inDocumentOrder(things).map(({ root }) => root))).toEqual(['a', 'b', 'p', 'c']);
    expect(things).toEqual(before);
    const sorted = inDocumentOrder(things);
    expect(inDocumentOrder(sorted)).toEqual(sorted);
    expect(inDocumentOrder(sorted)).not.toBe(sorted);
    expect(inDocumentOrder([])).toEqual([]);
  });
});
