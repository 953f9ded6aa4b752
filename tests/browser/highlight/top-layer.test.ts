import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import badgeCss from '@/components/badge.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import { Badges } from '@/utils/highlight/badges';
import { overlaps } from '@/utils/highlight/placement';
import {
  followFullScreen,
  fullScreenOf,
  keepAbove,
  keepOperable,
  lower,
  raise,
} from '@/utils/highlight/top-layer';
import { createUiHost } from '@/utils/highlight/ui-host';
import { box, content, frames, hosts, isAtTopRight, part, post, shownBoxes, tidy } from './page';

afterEach(async () => {
  if (document.fullscreenElement) await document.exitFullscreen();
  await frames();
  tidy();
});

/** As a reader does it: full screen needs a trusted click. */
async function goFullScreen(element: Element): Promise<void> {
  const button = part('button', 'position: fixed; top: 0; left: 0; z-index: 9', document.body, 'Full');
  const gone = new Promise<void>((resolve, reject) => {
    button.addEventListener('click', () => element.requestFullscreen().then(resolve, reject));
  });
  await userEvent.click(button);
  await gone;
  button.remove();
  await frames();
}

const isAbove = (host: HTMLElement) => host.matches(':popover-open');

describe('top layer', () => {
  test('a host goes up and comes back without a trace', () => {
    const { element } = createUiHost(document, '');
    const before = element.outerHTML;
    raise(element);
    expect(isAbove(element)).toBe(true);
    raise(element);
    expect(isAbove(element)).toBe(true);
    lower(element);
    expect(element.outerHTML).toBe(before);
    lower(element);
    expect(element.outerHTML).toBe(before);
  });

  test('a host that is gone cannot be raised, which is no error', () => {
    const { element, remove } = createUiHost(document, '');
    remove();
    raise(element);
    expect(element.hasAttribute('popover')).toBe(false);
  });

  test('full screen is found inside open shadow roots, and told until one stops listening', async () => {
    const shadow = part('div', 'display: block', document.body).attachShadow({ mode: 'open' });
    const inner = part('div', 'background: #eee', shadow);
    const told = vi.fn();
    const stop = followFullScreen(document, told);
    await goFullScreen(inner);
    expect(fullScreenOf(document)).toBe(inner);
    expect(told.mock.calls).toEqual([[inner]]);
    stop();
    await document.exitFullscreen();
    await frames();
    expect(fullScreenOf(document)).toBeNull();
    expect(told).toHaveBeenCalledTimes(1);
  });

  test('what is only looked at is above as long as the screen is full', async () => {
    const { element } = createUiHost(document, '', { position: 'fixed' });
    const stop = keepAbove(element);
    expect(isAbove(element)).toBe(false);
    await goFullScreen(part('div', 'background: #eee', document.body));
    expect(isAbove(element)).toBe(true);
    const { element: late } = createUiHost(document, '', { position: 'fixed' });
    const stopLate = keepAbove(late);
    expect(isAbove(late)).toBe(true);
    stopLate();
    expect(late.hasAttribute('popover')).toBe(false);
    await document.exitFullscreen();
    await frames();
    expect(element.hasAttribute('popover')).toBe(false);
    stop();
  });

  /** As the card is made: kept operable first, then rendered. */
  const card = () => {
    const host = createUiHost(document, '', { position: 'fixed', top: '40px', left: '60px', width: '200px' });
    const stop = keepOperable(host);
    const button = part('button', '', host.container, 'Report');
    const pressed = vi.fn();
    button.addEventListener('click', pressed);
    const other = part('button', '', host.container, 'Close');
    return { ...host, stop, button, other, pressed };
  };

  test('a card is an ordinary part of the window as long as nothing is full-screen', async () => {
    const { element, button, pressed, stop } = card();
    const beside = part('button', 'display: block; margin-top: 200px', document.body, 'Site');
    expect([box(element).left, box(button).left, box(button).top]).toEqual([60, 60, 40]);
    await userEvent.click(element, { position: { x: 8, y: 8 } });
    expect(pressed).toHaveBeenCalledTimes(1);
    beside.focus();
    expect(document.activeElement).toBe(beside);
    stop();
  });

  test('a card is seen and worked in full screen at its place, and keeps the focus', async () => {
    const { button, other, pressed, activeElement, element, stop } = card();
    await goFullScreen(part('div', 'background: #eee', document.body));
    button.focus();
    expect(document.elementFromPoint(box(button).left + 4, box(button).top + 4)).toBe(element);
    expect([box(button).left, box(button).top]).toEqual([60, 40]);
    element.style.setProperty('top', '90px', 'important');
    expect([box(button).left, box(button).top]).toEqual([60, 90]);
    element.style.setProperty('top', '40px', 'important');
    await userEvent.keyboard('{Enter}');
    expect(pressed).toHaveBeenCalledTimes(1);
    await userEvent.keyboard('{Escape}');
    expect(document.elementFromPoint(box(button).left + 4, box(button).top + 4)).toBe(element);
    other.focus();
    await document.exitFullscreen();
    await frames();
    expect(activeElement()).toBe(other);
    expect([box(button).left, box(button).top]).toEqual([60, 40]);
    stop();
  });

  test('a card that comes while the screen is full can be worked at once', async () => {
    await goFullScreen(part('div', 'background: #eee', document.body));
    const { button, element, stop } = card();
    expect(document.elementFromPoint(box(button).left + 4, box(button).top + 4)).toBe(element);
    stop();
    element.remove();
    expect(document.elementFromPoint(80, 50)).toBe(document.fullscreenElement);
  });
});

describe('badges in full screen', () => {
  let badges: Badges;
  const onOpen = vi.fn();
  beforeEach(() => {
    onOpen.mockReset();
    badges = new Badges(document, tokensCss + badgeCss, { onOpen, onStep: vi.fn() });
  });
  afterEach(() => badges.update([], 0));

  const show = async (...posts: HTMLElement[]) => {
    badges.update(
      posts.map((root, i) => content(root, { key: `demo:video:${i}` })),
      posts.length,
    );
    await frames(6);
  };
  const names = (element: HTMLElement) => element.style.getPropertyValue('anchor-name');

  test('the badge of a post around the full-screen video stands in its corner, and goes back', async () => {
    const root = post('height: 200px; position: relative');
    const video = part('div', 'width: 200px; height: 150px; background: #000', root);
    const control = part(
      'button',
      'position: absolute; top: 4px; right: 4px; width: 40px; height: 40px',
      video,
    );
    await show(root);
    const before = box(hosts()[0]!);
    await goFullScreen(video);
    await expect.poll(() => isAbove(hosts()[0]!)).toBe(true);
    await frames(8);
    const [badge] = shownBoxes();
    expect(badge!.left - box(video).left).toBeCloseTo(6, 0);
    expect(overlaps(badge!, box(control))).toBe(false);
    expect([names(root), names(video)]).toEqual(['', expect.stringMatching(/^--qj-\d+$/)]);
    await document.exitFullscreen();
    await frames(10);
    expect(box(hosts()[0]!)).toEqual(before);
    expect(names(video)).toBe('');
    expect(isAbove(hosts()[0]!)).toBe(false);
  });

  test('badges of posts inside the full-screen feed stay at their posts; others are not seen', async () => {
    const feed = part('div', 'background: #fff', document.body);
    const inside = post('', feed);
    const outside = post();
    await show(inside, outside);
    await goFullScreen(feed);
    await frames(8);
    const [first, second] = hosts();
    expect([isAbove(first!), isAbove(second!)]).toEqual([true, false]);
    expect(isAtTopRight(box(first!), inside)).toBe(true);
    expect(box(second!).width).toBe(0);
  });

  test('posts behind what is full-screen do not count for a page full of hits', async () => {
    const list = part('div', 'display: grid; grid-template-columns: repeat(3, 1fr)', document.body);
    const posts = Array.from({ length: 12 }, () =>
      post('width: auto; height: 150px; margin: 0; background: #eee', list),
    );
    await show(...posts);
    await expect.poll(() => shownBoxes().length, { timeout: 3_000 }).toBe(12 + 1);
    await goFullScreen(posts[0]!);
    await expect.poll(() => shownBoxes().map(({ height }) => height), { timeout: 3_000 }).toEqual([26]);
    expect(shownBoxes()[0]!.width).toBeGreaterThan(60);
  });

  test('a press on the badge opens the post and is kept from the video', async () => {
    const root = post('height: 200px; position: relative');
    const video = part('div', 'width: 200px; height: 150px; background: #000', root);
    const heard = vi.fn();
    for (const type of ['pointerdown', 'mousedown', 'click']) video.addEventListener(type, heard);
    await show(root);
    await goFullScreen(video);
    await expect.poll(() => isAbove(hosts()[0]!)).toBe(true);
    await frames(8);
    const { left, top } = shownBoxes()[0]!;
    video.dispatchEvent(new MouseEvent('click', { clientX: left + 8, clientY: top + 8, bubbles: true }));
    expect(onOpen).not.toHaveBeenCalled();
    heard.mockReset();
    await userEvent.click(video, { position: { x: left + 8, y: top + 8 } });
    expect(onOpen.mock.calls).toEqual([['demo:video:0', expect.any(HTMLButtonElement)]]);
    expect(heard).not.toHaveBeenCalled();
    await userEvent.click(video, { position: { x: left + 8, y: top + 100 } });
    expect(heard).toHaveBeenCalledTimes(3);
    await document.exitFullscreen();
    await frames(8);
    await userEvent.click(video, { position: { x: 8, y: 100 } });
    expect(heard).toHaveBeenCalledTimes(6);
    expect(onOpen).toHaveBeenCalledTimes(1);
  });

  test('a badge that comes while the screen is full stands above it', async () => {
    const feed = part('div', 'background: #fff', document.body);
    const inside = post('', feed);
    await goFullScreen(feed);
    await show(inside);
    expect(isAbove(hosts()[0]!)).toBe(true);
    expect(isAtTopRight(shownBoxes()[0]!, inside)).toBe(true);
  });
});
