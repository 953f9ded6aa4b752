import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import badgeCss from '@/components/badge.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import { Badges } from '@/utils/highlight/badges';
import { limitFor } from '@/utils/highlight/badges-crowd';
import { overlaps } from '@/utils/highlight/placement';
import { box, content, frames, hosts, part, post, shownBoxes, tidy } from './page';

let badges: Badges;
const onStep = vi.fn();
beforeEach(async () => {
  await page.viewport(1280, 720);
  onStep.mockReset();
  badges = new Badges(document, tokensCss + badgeCss, { onOpen: vi.fn(), onStep });
});
afterEach(() => {
  badges.update([], 0);
  tidy();
});

/** A grid of cards that fits into the window. */
function grid(count: number): HTMLElement[] {
  const list = part('div', 'display: grid; grid-template-columns: repeat(5, 1fr); gap: 8px', document.body);
  return Array.from({ length: count }, () => post('width: auto; height: 150px; margin: 0', list));
}

async function show(posts: readonly HTMLElement[], total = posts.length): Promise<void> {
  badges.update(
    posts.map((root, i) => content(root, { key: `demo:note:${i}` })),
    total,
  );
  await expect.poll(() => shownBoxes().length, { timeout: 3_000 }).toBeGreaterThanOrEqual(posts.length);
  await frames();
}

const WORDS = 60;
const withWords = () => shownBoxes().filter(({ width, height }) => width > WORDS && height < 30).length;
const shapes = () => shownBoxes().filter(({ width, height }) => width === 26 && height === 26).length;
const counter = () => hosts().find((host) => getComputedStyle(host).position === 'fixed');

describe('a page full of hits', () => {
  test('up to the limit each badge has its words and there is no counter', async () => {
    const limit = limitFor(1280, 720);
    await show(grid(limit));
    expect(withWords()).toBe(limit);
    expect(counter()).toBeUndefined();
  });

  test('over the limit badges become shapes of at least 24 pixels, and one counter appears', async () => {
    const count = limitFor(1280, 720) + 1;
    await show(grid(count), 40);
    expect(shapes()).toBe(count);
    const { right, bottom } = box(counter()!);
    expect([right, bottom].map(Math.round)).toEqual([innerWidth - 16, innerHeight - 16]);
  });

  test('only posts in the window count', async () => {
    const posts = Array.from({ length: 20 }, () => post('height: 400px'));
    badges.update(
      posts.map((root, i) => content(root, { key: `demo:note:${i}` })),
      20,
    );
    await frames(8);
    expect(shownBoxes().length).toBeGreaterThan(0);
    expect(counter()).toBeUndefined();
  });

  test('goes back to words only when half as many are left', async () => {
    const posts = grid(limitFor(1280, 720) + 1);
    await show(posts);
    await show(posts.slice(0, 8));
    expect(counter()).toBeDefined();
    expect(withWords()).toBe(0);
    await show(posts.slice(0, 6));
    await frames(8);
    expect(counter()).toBeUndefined();
    expect(withWords()).toBe(6);
  });

  test('a narrow window is full sooner', () => {
    expect(limitFor(390, 844)).toBe(4);
    expect(limitFor(1280, 720)).toBe(12);
    expect(limitFor(3840, 2160)).toBe(12);
  });
});

/** Presses the n-th button of the counter as a reader does, by its place. */
async function press(n: number): Promise<void> {
  const host = counter()!;
  const { width } = box(host);
  await userEvent.click(host, { position: { x: width - 17 - (2 - n) * 31, y: 17 } });
}

describe('the counter', () => {
  test('steps to the previous and the next marked post', async () => {
    await show(grid(15));
    await press(0);
    await press(1);
    expect(onStep.mock.calls).toEqual([[-1], [1]]);
  });

  test('shows the words of the badges and hides them again', async () => {
    await show(grid(15));
    await press(2);
    await expect.poll(withWords, { timeout: 3_000 }).toBe(15);
    await press(2);
    await frames(6);
    expect(shapes()).toBe(15);
  });

  test('counts what has come far from the window, and ties badges again that lost their names', async () => {
    const posts = grid(15);
    await show(posts);
    const { width } = box(counter()!);
    posts[3]!.style.removeProperty('anchor-name');
    badges.recount(15_000);
    expect(posts[3]!.style.getPropertyValue('anchor-name')).toMatch(/^--qj-\d+$/);
    await expect.poll(() => box(counter()!).width).toBeGreaterThan(width);
    expect(shapes()).toBe(15);
  });

  test('is worked by keyboard, inside a closed root', async () => {
    await show(grid(15));
    // Beside body: the last of our elements, and the last stops of the page.
    expect(counter()!.shadowRoot).toBeNull();
    badges.focus('demo:note:14');
    await userEvent.tab();
    expect(document.activeElement).toBe(counter());
    await userEvent.keyboard('{Enter}');
    expect(onStep).toHaveBeenCalledWith(-1);
  });

  test('keeps off the floating buttons of the site', async () => {
    const up = part(
      'button',
      'position: fixed; right: 20px; bottom: 20px; width: 40px; height: 40px',
      document.body,
    );
    await show(grid(15));
    expect(overlaps(box(counter()!), box(up))).toBe(false);
    expect(box(counter()!).left).toBe(16);
  });

  test('stays in its corner when the window changes', async () => {
    await show(grid(15));
    await page.viewport(1000, 700);
    await frames();
    expect(Math.round(box(counter()!).right)).toBe(innerWidth - 16);
  });

  test('is hidden while a picture is taken, and goes with the badges', async () => {
    await show(grid(15));
    badges.hide();
    expect(getComputedStyle(counter()!).clipPath).toBe('inset(100%)');
    badges.unhide();
    expect(getComputedStyle(counter()!).clipPath).toBe('none');
    badges.update([], 0);
    expect(hosts()).toEqual([]);
  });
});
