import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { HIDDEN_MS, PictureFramer } from '@/entrypoints/scanner.content/picture-frame';

/** What our own interface was told, and how often the page was painted in between. */
let told: string[];
let own: { hide: () => void; unhide: () => void };
let framer: PictureFramer;
let post: HTMLElement;
let comment: HTMLElement;

beforeEach(async () => {
  await page.viewport(800, 600);
  told = [];
  own = { hide: () => told.push('hide'), unhide: () => told.push('unhide') };
  framer = new PictureFramer(own);
  post = put(document.body, 'left: 20px; top: 30px; width: 300px; height: 200px');
  comment = put(post, 'left: 10px; top: 100px; width: 200px; height: 50px');
});
afterEach(() => {
  framer.stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
  document.body.replaceChildren();
});

function put(parent: Element, style: string): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = `position: absolute; ${style}`;
  parent.append(element);
  return element;
}

const subject = () => ({ shown: post, posts: () => [post, comment] });
const frame = {
  window: { width: 800, height: 600 },
  post: { x: 20, y: 30, width: 300, height: 200 },
  others: [{ x: 30, y: 130, width: 200, height: 50 }],
};
const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('PictureFramer', () => {
  test('hides our marks, waits until the page is painted without them, and tells where things are', async () => {
    let painted = 0;
    const count = () => {
      if (told.length === 1) painted++;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    expect(await framer.frame(subject())).toEqual(frame);
    expect(told).toEqual(['hide']);
    expect(painted).toBeGreaterThanOrEqual(2);
    expect(framer.taken()).toBe(true);
    expect(told).toEqual(['hide', 'unhide']);
  });

  test('hides nothing for a post that is out of sight', async () => {
    post.style.top = '5000px';
    expect(await framer.frame(subject())).toBeNull();
    expect(told).toEqual([]);
  });

  test('measures what stands there without our marks, not what stood there before', async () => {
    own.hide = () => {
      told.push('hide');
      post.style.left = '60px';
    };
    expect((await framer.frame(subject()))?.post.x).toBe(60);
  });

  test('shows our marks again when the post goes out of sight meanwhile', async () => {
    const framing = framer.frame(subject());
    post.remove();
    expect(await framing).toBeNull();
    expect(told).toEqual(['hide', 'unhide']);
  });

  test.each([
    ['the post has moved', () => (post.style.top = '32px')],
    ['a comment has grown', () => (comment.style.height = '60px')],
    ['a comment has come', () => put(post, 'top: 0; width: 50px; height: 20px').classList.add('late')],
    ['the post is gone', () => post.remove()],
    ['another tab is in front', () => vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)],
  ])('a picture is not of what was framed when %s', async (_, change) => {
    const posts = () => [post, ...post.querySelectorAll('div')];
    expect(await framer.frame({ shown: post, posts })).toEqual(frame);
    change();
    expect(framer.taken()).toBe(false);
    expect(told).toEqual(['hide', 'unhide']);
  });

  test('what moves by less than a pixel stands still', async () => {
    await framer.frame(subject());
    post.style.top = '30.3px';
    expect(framer.taken()).toBe(true);
  });

  test('a tab that is not in front is not framed', async () => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    expect(await framer.frame(subject())).toBeNull();
    expect(told).toEqual([]);
  });

  test('our marks come back by themselves, and a picture taken later is not clean', async () => {
    await framer.frame(subject());
    await pass(HIDDEN_MS - 400);
    expect(told).toEqual(['hide']);
    await pass(600);
    expect(told).toEqual(['hide', 'unhide']);
    expect(framer.taken()).toBe(false);
    expect(told).toEqual(['hide', 'unhide']);
  });

  test('they come back where nothing is painted', async () => {
    vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
    expect(await framer.frame(subject())).toBeNull();
    expect(told).toEqual(['hide', 'unhide']);
  });

  test('stopping shows them at once, and the frame that was waited for is none', async () => {
    const framing = framer.frame(subject());
    framer.stop();
    expect(told).toEqual(['hide', 'unhide']);
    expect(await framing).toBeNull();
    await framer.frame(subject());
    framer.stop();
    framer.stop();
    expect(told).toEqual(['hide', 'unhide', 'hide', 'unhide']);
  });

  test('a second picture takes the place of the first', async () => {
    const first = framer.frame(subject());
    const second = framer.frame(subject());
    expect([await first, await second]).toEqual([null, frame]);
    expect(told).toEqual(['hide', 'unhide', 'hide']);
    expect(framer.taken()).toBe(true);
    expect(framer.taken()).toBe(false);
  });
});
