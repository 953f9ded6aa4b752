import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { frameOf } from '@/utils/evidence/frame';
import { visibleBox } from '@/utils/evidence/visible-box';
import type { Box } from '@/utils/model/picture';

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

beforeEach(async () => {
  await page.viewport(800, 600);
  document.body.style.margin = '0';
});
afterEach(() => {
  document.body.replaceChildren();
  scrollTo(0, 0);
});

/** An element at a place of its parent. */
function put(place: Box, style = '', parent: Element | ShadowRoot = document.body): HTMLElement {
  const element = document.createElement('div');
  const { x, y, width, height } = place;
  element.style.cssText = `position: absolute; left: ${x}px; top: ${y}px; width: ${width}px; height: ${height}px; ${style}`;
  parent.append(element);
  return element;
}

describe('the visible box', () => {
  test('of an element in sight is its own', () => {
    expect(visibleBox(put(box(20, 30, 200, 100)))).toEqual(box(20, 30, 200, 100));
  });

  test('ends at the window', () => {
    expect(visibleBox(put(box(-20, 550, 2000, 3000)))).toEqual(box(0, 550, 800, 50));
  });

  test('moves with the page, and is gone with it', () => {
    document.body.append(Object.assign(document.createElement('div'), { style: 'height: 3000px' }));
    const element = put(box(0, 100, 100, 100));
    scrollTo(0, 150);
    expect(visibleBox(element)).toEqual(box(0, 0, 100, 50));
    scrollTo(0, 400);
    expect(visibleBox(element)).toBeUndefined();
  });

  test('ends where an ancestor cuts it, also around a shadow root', () => {
    const scroller = put(box(100, 100, 200, 200), 'overflow: auto');
    const host = put(box(0, 150, 300, 300), '', scroller);
    const inner = put(box(0, 0, 300, 300), '', host.attachShadow({ mode: 'open' }));
    expect(visibleBox(inner)).toEqual(box(100, 250, 200, 50));
    scroller.scrollTop = 100;
    expect(visibleBox(inner)?.y).toBe(150);
  });

  test('is cut in the direction only that an ancestor cuts in', () => {
    const cutting = put(box(100, 100, 50, 50), 'overflow-x: clip; overflow-y: visible');
    expect(visibleBox(put(box(0, 0, 200, 200), '', cutting))).toEqual(box(100, 100, 50, 200));
  });

  test('passes by ancestors that do not hold it', () => {
    const cutting = document.createElement('div');
    cutting.style.cssText = 'overflow: hidden; width: 10px; height: 10px';
    document.body.append(cutting);
    expect(visibleBox(put(box(50, 50, 100, 100), '', cutting))).toEqual(box(50, 50, 100, 100));
    expect(visibleBox(put(box(50, 50, 100, 100), 'position: fixed', cutting))).toEqual(box(50, 50, 100, 100));
    cutting.style.transform = 'translate(0)';
    expect(visibleBox(put(box(5, 5, 100, 100), 'position: fixed', cutting))).toEqual(box(5, 5, 5, 5));
  });

  test('of an element without a box is that around its children', () => {
    const contents = document.createElement('div');
    contents.style.display = 'contents';
    document.body.append(contents);
    put(box(10, 10, 20, 20), '', contents);
    put(box(50, 60, 20, 20), '', contents);
    expect(visibleBox(contents)).toEqual(box(10, 10, 60, 70));
  });

  test.each(['display: none', 'visibility: hidden'])('is none with %s', (style) => {
    expect(visibleBox(put(box(0, 0, 10, 10), style))).toBeUndefined();
  });

  test('is none of what is not on the page', () => {
    const element = put(box(0, 0, 10, 10));
    element.remove();
    expect(visibleBox(element)).toBeUndefined();
  });

  test('of selected text is that of the text, cut by what it lies in', () => {
    const holder = put(box(40, 40, 300, 30), 'overflow: hidden; font: 20px/30px monospace');
    holder.textContent = 'a long text '.repeat(20);
    const range = document.createRange();
    range.selectNodeContents(holder);
    const { height } = range.getBoundingClientRect();
    expect(height).toBeGreaterThan(100);
    const { x, y, height: seen } = visibleBox(range)!;
    expect(x).toBe(40);
    expect(y).toBeGreaterThanOrEqual(40);
    expect(y + seen).toBeLessThanOrEqual(70);
  });
});

describe('a frame', () => {
  test('tells window and post; what is beside it does not matter', () => {
    const post = put(box(10, 10, 200, 200));
    const beside = put(box(300, 10, 200, 200));
    expect(frameOf(post, [post, beside])).toEqual({
      window: { width: 800, height: 600 },
      post: box(10, 10, 200, 200),
      others: [],
    });
  });

  test('is null for a post out of sight', () => {
    expect(frameOf(put(box(0, 900, 100, 100)), [])).toBeNull();
  });

  test('names the comments inside the post, as far as they are in sight', () => {
    const post = put(box(0, 0, 300, 300));
    const list = put(box(20, 100, 200, 100), 'overflow: auto', post);
    const comments = [0, 80, 160].map((y) => put(box(0, y, 180, 60), '', list));
    expect(frameOf(post, [post, ...comments])?.others).toEqual([
      box(20, 100, 180, 60),
      box(20, 180, 180, 20),
    ]);
  });

  test('of a comment leaves out the post that it stands under, and names the replies to it', () => {
    const post = put(box(0, 0, 300, 300));
    const comment = put(box(20, 100, 200, 150), '', post);
    const reply = put(box(20, 80, 100, 40), '', comment);
    expect(frameOf(comment, [post, comment, reply])).toMatchObject({
      post: box(20, 100, 200, 150),
      others: [box(40, 180, 100, 40)],
    });
  });

  test('names a neighbour that lies over the post', () => {
    const post = put(box(0, 0, 300, 300));
    const over = put(box(250, 250, 200, 200), 'z-index: 2');
    expect(frameOf(post, [post, over])?.others).toEqual([box(250, 250, 50, 50)]);
  });

  test('names it also where our own interface lies over both', () => {
    const post = put(box(0, 0, 300, 300));
    const over = put(box(250, 250, 200, 200), 'z-index: 2');
    const host = put(box(260, 260, 5, 5), 'z-index: 2').attachShadow({ mode: 'open' });
    const inner = put(box(0, 0, 20, 20), '', host);
    const card = put(box(0, 0, 600, 600), 'z-index: 9; opacity: 0', document.documentElement);
    expect(frameOf(post, [post, over])?.others).toEqual([box(250, 250, 50, 50)]);
    expect(frameOf(post, [post, inner])?.others).toEqual([box(260, 260, 20, 20)]);
    card.remove();
  });

  test('does not name the feed that a note was laid over', () => {
    const feed = [box(0, 0, 190, 300), box(200, 0, 190, 300)].map((place) => put(place));
    const note = put(box(50, 50, 300, 200), 'z-index: 2; background: white; border-radius: 16px');
    expect(frameOf(note, [...feed, note])?.others).toEqual([]);
  });

  test('sees comments in open shadow roots, and posts inside them', () => {
    const post = put(box(0, 0, 300, 300));
    const host = put(box(0, 100, 300, 200), '', post);
    const comment = put(box(10, 10, 100, 50), '', host.attachShadow({ mode: 'open' }));
    expect(frameOf(post, [post, comment])?.others).toEqual([box(10, 110, 100, 50)]);
    expect(frameOf(comment, [post, comment])).toMatchObject({ post: box(10, 110, 100, 50), others: [] });
    const overlay = put(box(20, 120, 400, 20), 'z-index: 3').attachShadow({ mode: 'open' });
    const banner = put(box(0, 0, 400, 20), '', overlay);
    expect(frameOf(comment, [comment, banner])?.others).toEqual([box(20, 120, 90, 20)]);
  });

  test('looks at the styles of those posts only that are near it, on a page of thousands', () => {
    const post = put(box(0, 0, 300, 300));
    const list = put(box(0, 400, 300, 100));
    const others = Array.from({ length: 5_000 }, (_, i) => put(box(0, 110 * i, 300, 100), '', list));
    const looks = vi.spyOn(window, 'getComputedStyle');
    expect(frameOf(post, others)?.others).toEqual([]);
    expect(looks.mock.calls.length).toBeLessThan(20);
    looks.mockRestore();
  });

  test('of selected text names the comments that lie over it, not the post that it is part of', () => {
    const post = put(box(0, 0, 300, 300), 'font: 20px/30px monospace');
    post.append('selected words');
    const range = document.createRange();
    range.selectNodeContents(post.firstChild!);
    const over = put(box(0, 0, 30, 30), '', post);
    const frame = frameOf(range, [post, over]);
    expect(frame?.others).toHaveLength(1);
    expect(frame?.post.height).toBeLessThanOrEqual(30);
  });
});
