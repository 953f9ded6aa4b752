import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { inViewFirst } from '@/utils/scan/in-view-first';
import type { Place } from '@/utils/scan/page-index';

const HEIGHT = 40;
let places: Place[];

beforeEach(async () => {
  await page.viewport(800, 600);
  places = feed(300);
});
afterEach(() => {
  document.body.replaceChildren();
  document.body.style.margin = '';
  vi.restoreAllMocks();
});

/** So many posts one below the other, without gaps. */
function feed(count: number): Place[] {
  document.body.style.margin = '0';
  return Array.from({ length: count }, () => {
    const root = document.body.appendChild(document.createElement('article'));
    root.style.cssText = `display: block; height: ${HEIGHT}px`;
    return { root } as unknown as Place;
  });
}
const order = () => Array.from(inViewFirst(new Set(places), document), (place) => places.indexOf(place));
const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

describe('the posts that are read first', () => {
  test.each([
    ['at a border of two posts', 100 * HEIGHT, 100],
    ['in the middle of a post', 100 * HEIGHT + 1, 100],
    ['at the end', 300 * HEIGHT - 600, 285],
  ])('on a page that was scrolled %s: those in the window and below, then those above', (_, top, first) => {
    scrollTo(0, top);
    expect(order()).toEqual([...upTo(first, 300), ...upTo(0, first)]);
  });

  test('are the first ones at the top of the page', () => {
    scrollTo(0, 0);
    const asked = vi.spyOn(Element.prototype, 'getBoundingClientRect');
    expect(order()).toEqual(upTo(0, 300));
    expect(asked).not.toHaveBeenCalled();
  });

  test('are found by looking at few of them', () => {
    scrollTo(0, 100 * HEIGHT);
    const asked = vi.spyOn(Element.prototype, 'getBoundingClientRect');
    inViewFirst(new Set(places), document);
    expect(asked.mock.calls.length).toBeLessThan(12);
  });

  test('are the first ones where there are few, and while the page is still being built', () => {
    scrollTo(0, 100 * HEIGHT);
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
    expect(order()).toEqual(upTo(0, 300));
    vi.restoreAllMocks();
    places = places.slice(0, 199);
    expect(order()).toEqual(upTo(0, 199));
  });

  test('are the first ones in a document that nobody sees', () => {
    const other = new DOMParser().parseFromString('<p></p>', 'text/html');
    expect(inViewFirst(new Set(places), other)).toEqual(new Set(places));
  });

  test('are all there when the window is below every post', () => {
    document.body.append(Object.assign(document.createElement('div'), { style: 'height: 2000px' }));
    scrollTo(0, 300 * HEIGHT + 50);
    expect(order()).toEqual(upTo(0, 300));
  });
});
