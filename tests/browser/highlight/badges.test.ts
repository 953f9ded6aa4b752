import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import badgeCss from '@/components/badge.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import { Badges } from '@/utils/highlight/badges';
import { box, content, frames, hosts, isAtTopRight, ownBox, part, post, shownBoxes, tidy } from './page';

let badges: Badges;
const onOpen = vi.fn();
beforeEach(() => {
  onOpen.mockReset();
  badges = new Badges(document, tokensCss + badgeCss, { onOpen, onStep: vi.fn() });
});
afterEach(() => {
  vi.restoreAllMocks();
  badges.update([], 0);
  tidy();
});

const nameOf = (element: HTMLElement) => element.style.getPropertyValue('anchor-name');

describe('Badges', () => {
  test('stand at the top right corner of their post, outside body', async () => {
    const root = post();
    badges.update([content(root)], 1);
    await frames();
    expect(document.body.contains(hosts()[0]!)).toBe(false);
    expect(isAtTopRight(ownBox(), root)).toBe(true);
  });

  test('take no room until it is known where they cover nothing', async () => {
    badges.update([content(post())], 1);
    expect(shownBoxes()).toEqual([]);
    await frames();
    expect(shownBoxes()).toHaveLength(1);
  });

  test('follow a post that moves, and the page that scrolls, without a scroll listener', async () => {
    const listen = vi.spyOn(EventTarget.prototype, 'addEventListener');
    const root = post();
    document.body.style.height = '3000px';
    badges.update([content(root)], 1);
    await frames();
    root.style.marginTop = '140px';
    await frames(1);
    expect(isAtTopRight(ownBox(), root)).toBe(true);
    scrollTo(0, 90);
    expect(isAtTopRight(ownBox(), root)).toBe(true);
    expect(listen.mock.calls.map(([type]) => type)).not.toContain('scroll');
  });

  test('leave no trace in the post when they go, and keep an anchor name of the site', () => {
    const plain = post();
    const bare = document.createElement('article');
    const empty = document.createElement('article');
    empty.setAttribute('style', '');
    document.body.append(bare, empty);
    const named = post(' anchor-name: --site;');
    const tree = () => [plain, bare, empty].map(({ outerHTML }) => outerHTML).concat(nameOf(named));
    const before = tree();
    badges.update(
      [plain, bare, empty, named].map((root, i) => content(root, { key: `demo:note:${i}` })),
      3,
    );
    expect(nameOf(named)).toMatch(/^--site, --qj-\d+$/);
    badges.update([], 0);
    expect(tree()).toEqual(before);
    expect(hosts()).toHaveLength(0);
  });

  test('put their anchor name back when the site has patched it away', () => {
    const root = post();
    badges.update([content(root)], 1);
    const name = nameOf(root);
    root.style.removeProperty('anchor-name');
    badges.update([content(root)], 1);
    expect(nameOf(root)).toBe(name);
  });

  test('move with the post when the site puts it into another element', async () => {
    const [first, second] = [post(), post()];
    badges.update([content(first)], 1);
    await frames();
    badges.update([content(second)], 1);
    await frames();
    expect(nameOf(first)).toBe('');
    expect(hosts()).toHaveLength(1);
    expect(isAtTopRight(ownBox(), second)).toBe(true);
  });

  test('go with their post: removed, not displayed, or made invisible', async () => {
    const [removed, closed, veiled] = [post(), post(), post()];
    badges.update(
      [removed, closed, veiled].map((root, i) => content(root, { key: `demo:note:${i}` })),
      3,
    );
    await frames();
    expect(shownBoxes()).toHaveLength(3);
    removed.remove();
    closed.style.display = 'none';
    await frames();
    expect(shownBoxes()).toHaveLength(1);
    veiled.style.opacity = '0';
    badges.update([content(veiled)], 1);
    await frames();
    expect(shownBoxes()).toEqual([]);
  });

  test('look at nothing any more when they are gone', async () => {
    const root = post();
    badges.update([content(root)], 1);
    await frames();
    badges.update([], 0);
    const asked = vi.spyOn(window, 'requestAnimationFrame');
    root.style.height = '300px';
    root.remove();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked).not.toHaveBeenCalled();
  });

  test('come back with their post', async () => {
    const root = post('display: none');
    badges.update([content(root)], 1);
    await frames();
    expect(shownBoxes()).toEqual([]);
    root.style.display = 'block';
    await frames(6);
    expect(isAtTopRight(ownBox(), root)).toBe(true);
  });

  test('appear on a post that fades in without any further change of the page', async () => {
    const root = post('opacity: 0');
    badges.update([content(root)], 1);
    await frames();
    root.style.opacity = '1';
    await expect.poll(() => shownBoxes().length, { timeout: 3_000 }).toBe(1);
  });

  test('follow a post that is moved by transforms, as swipe feeds do', async () => {
    const track = part('div', 'height: 400px; overflow: hidden; position: relative', document.body);
    const slides = part('div', 'transition: transform 0.2s linear', track);
    const [first, second] = [0, 1].map(() => post('height: 400px; margin: 0', slides));
    badges.update(
      [first!, second!].map((root, i) => content(root, { key: `demo:video:${i}` })),
      2,
    );
    await frames();
    expect(shownBoxes()).toHaveLength(1);
    expect(isAtTopRight(ownBox(), first!)).toBe(true);
    slides.style.transform = 'translateY(-400px)';
    await new Promise((resolve) => setTimeout(resolve, 100));
    // On its way: still at its post, or out of sight, never elsewhere.
    for (const shown of shownBoxes()) {
      expect([first!, second!].some((root) => isAtTopRight(shown, root, 60))).toBe(true);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(shownBoxes()).toHaveLength(1);
    expect(isAtTopRight(ownBox(), second!)).toBe(true);
  });

  test('are cut off with the corner of their post in a list that scrolls by itself', async () => {
    const list = part('div', 'height: 300px; overflow: auto; margin-top: 100px', document.body);
    const root = post('height: 900px; margin: 0', list);
    part('div', 'height: 900px', list);
    badges.update([content(root)], 1);
    await frames();
    expect(shownBoxes()).toHaveLength(1);
    list.scrollTop = 40;
    await frames();
    expect(shownBoxes()).toEqual([]);
    list.scrollTop = 0;
    await frames();
    expect(isAtTopRight(ownBox(), root)).toBe(true);
  });

  test('stand by measured places where the anchor cannot be found', async () => {
    const root = post('position: absolute; top: 200px; left: 10px');
    badges.update([content(root)], 1);
    hosts()[0]!.style.setProperty('position-anchor', '--nothing', 'important');
    await frames(6);
    expect(isAtTopRight(ownBox(), root)).toBe(true);
    root.style.top = '260px';
    badges.update([content(root)], 1);
    await frames(6);
    expect(isAtTopRight(ownBox(), root)).toBe(true);
  });

  test('are taken along by a post that moves where the browser does not follow', async () => {
    const root = post('position: absolute; top: 100px; left: 10px; transition: transform 0.25s linear');
    badges.update([content(root)], 1);
    hosts()[0]!.style.setProperty('position-anchor', '--nothing', 'important');
    await frames(6);
    root.style.transform = 'translateY(200px)';
    await frames(2);
    badges.update([content(root)], 1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(isAtTopRight(ownBox(), root)).toBe(true);
  });

  test('cut their words rather than stick out of a narrow post, and have them back when it grows', async () => {
    const root = post(' width: 150px;');
    badges.update([content(root, { text: 'Recruitment channels', more: 1 })], 1);
    await frames();
    expect(ownBox().width).toBeCloseTo(138, 0);
    expect(isAtTopRight(ownBox(), root)).toBe(true);
    root.style.width = '300px';
    await frames(30);
    expect(ownBox().width).toBeGreaterThan(150);
    expect(isAtTopRight(ownBox(), root)).toBe(true);
  });

  test('keep a few letters of their words beside a post that is narrower than those', async () => {
    badges.update([content(post(' width: 60px;'), { text: 'Recruitment channels' })], 1);
    await frames();
    expect(ownBox().width).toBeCloseTo(96, 0);
  });

  test('are no wider than other words need', async () => {
    const root = post(' width: 150px;');
    badges.update([content(root, { text: 'Recruitment channels' })], 1);
    await frames();
    badges.update([content(root, { text: 'Rumours' })], 1);
    await frames(30);
    expect(ownBox().width).toBeLessThan(120);
    expect(isAtTopRight(ownBox(), root)).toBe(true);
  });

  test('open with a click of the reader', async () => {
    badges.update([content(post(), { key: 'demo:note:7' })], 1);
    await frames();
    await userEvent.click(hosts()[0]!);
    expect(onOpen).toHaveBeenCalledTimes(1);
    expect(onOpen.mock.calls[0]![0]).toBe('demo:note:7');
  });

  test('take the focus before they have a place, and are seen while they have it', async () => {
    const root = post('opacity: 0');
    badges.update([content(root)], 1);
    badges.focus('demo:note:1');
    expect(document.activeElement).toBe(hosts()[0]);
    await frames();
    expect(shownBoxes()).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledTimes(1);
    (document.activeElement as HTMLElement).blur();
    await frames();
    expect(shownBoxes()).toHaveLength(0);
  });

  test('are hidden while a picture is taken, those that come meanwhile too', async () => {
    const [first, second] = [post(), post()];
    badges.update([content(first)], 2);
    badges.hide();
    badges.update([content(first), content(second, { key: 'demo:note:2' })], 2);
    await frames();
    const seen = () => hosts().map((host) => getComputedStyle(host).clipPath);
    expect(seen()).toEqual(['inset(100%)', 'inset(100%)']);
    badges.unhide();
    expect(seen()).toEqual(['none', 'none']);
  });

  test('tell where badge and post stand, and nothing of what is not shown', async () => {
    const root = post();
    badges.update([content(root)], 1);
    await frames();
    expect(badges.rectsOf('demo:note:1')).toEqual([ownBox(), box(root)]);
    root.style.display = 'none';
    await frames();
    expect(badges.rectsOf('demo:note:1')).toEqual([]);
    expect(badges.rectsOf('demo:note:2')).toEqual([]);
  });
});

describe('Badges of posts inside open shadow roots', () => {
  test('stand at their posts, tied to the host, and leave no trace', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    const shadow = host.attachShadow({ mode: 'open' });
    const posts = [0, 1].map(() => {
      const root = document.createElement('article');
      root.style.cssText = 'display: block; width: 300px; height: 120px; margin: 40px';
      shadow.append(root);
      return root;
    });
    badges.update(
      posts.map((root, i) => content(root, { key: `demo:comment:${i}` })),
      2,
    );
    await frames();
    const places = shownBoxes();
    posts.forEach((root, i) => {
      expect(isAtTopRight(places[i]!, root)).toBe(true);
    });
    badges.update([], 0);
    expect(host.outerHTML).toBe('<div></div>');
  });
});
