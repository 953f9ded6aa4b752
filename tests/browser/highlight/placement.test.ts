import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import badgeCss from '@/components/badge.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import { Badges } from '@/utils/highlight/badges';
import { contains, overlaps } from '@/utils/highlight/placement';
import { box, content, frames, hosts, isAtTopRight, ownBox, part, post, shownBoxes, tidy } from './page';

/** Where badges stand on invented layouts, looked at as a reader does: what is covered, what is in sight. */

let badges: Badges;
beforeEach(() => {
  badges = new Badges(document, tokensCss + badgeCss, { onOpen: vi.fn(), onStep: vi.fn() });
});
afterEach(() => {
  badges.update([], 0);
  tidy();
});

async function show(...posts: (HTMLElement | SVGElement)[]): Promise<DOMRect[]> {
  badges.update(
    posts.map((root, i) => content(root, { key: `demo:note:${i}` })),
    posts.length,
  );
  await frames(6);
  return shownBoxes();
}

const ICON = 'position: absolute; top: 8px; right: 8px; width: 20px; height: 20px;';
const PICTURE = "background-image: url('data:image/gif;base64,R0lGODlhAQABAAAAACw=');";

/** What sites put into the corner of a post, each with the way in which it can be told. */
const CORNER_CONTROLS: Record<string, (root: HTMLElement) => Element> = {
  'a button': (root) => part('button', ICON, root),
  'an element with a role': (root) => {
    const menu = part('div', ICON, root);
    menu.setAttribute('role', 'menuitem');
    return menu;
  },
  'a small link': (root) => {
    const link = part('a', ICON, root);
    link.setAttribute('href', '/author');
    return link;
  },
  'a field': (root) => part('input', ICON, root),
  'something with the hand of the pointer': (root) => part('div', `${ICON} cursor: pointer`, root),
  'something that the keyboard stops at': (root) => {
    const stop = part('div', ICON, root);
    stop.tabIndex = 0;
    return stop;
  },
  'a play icon that lets the pointer through': (root) => {
    const icon = part('span', `${ICON} pointer-events: none`, root);
    icon.className = 'play-icon';
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('width', '20');
    svg.setAttribute('height', '20');
    icon.append(svg);
    return icon;
  },
  'an icon that is a background': (root) => {
    const icon = part('span', ICON + PICTURE, root);
    icon.className = 'IconMore';
    return icon;
  },
  'a button that shows only under the pointer': (root) => part('button', `${ICON} opacity: 0`, root),
  'a button that is laid over the post from outside': (root) => {
    const { right, top } = box(root);
    return part(
      'button',
      `position: absolute; top: ${top + 8}px; left: ${right - 28}px; width: 20px; height: 20px`,
      document.body,
    );
  },
  'a button inside an open shadow root': (root) => {
    const host = part('div', ICON, root);
    return part('button', 'width: 20px; height: 20px', host.attachShadow({ mode: 'open' }));
  },
};

describe('a badge', () => {
  test.each(Object.entries(CORNER_CONTROLS))('does not cover %s', async (_, put) => {
    const root = post('position: relative; height: 200px');
    const control = put(root);
    const [badge] = await show(root);
    expect(overlaps(badge!, box(control))).toBe(false);
    expect(contains(box(root), badge!)).toBe(true);
  });

  test('takes the next corner when one is in use', async () => {
    const root = post('position: relative; height: 200px');
    part('button', ICON, root);
    const [badge] = await show(root);
    expect(badge!.left - box(root).left).toBeCloseTo(6, 0);
    expect(badge!.top - box(root).top).toBeCloseTo(6, 0);
  });

  test('stands on the link around a cover, which is no control beside the post', async () => {
    const root = post('height: 260px');
    const cover = part('a', 'display: block; height: 200px; cursor: pointer', root);
    cover.setAttribute('href', '/explore/1');
    part('div', 'height: 200px; cursor: pointer', cover);
    const [badge] = await show(root);
    expect(isAtTopRight(badge!, root)).toBe(true);
  });

  test('takes nothing for a control that only inherits the hand of its cover', async () => {
    const root = post('height: 260px');
    const cover = part('div', 'position: relative; height: 200px; cursor: pointer', root);
    part('div', ICON, cover);
    const [badge] = await show(root);
    expect(isAtTopRight(badge!, root)).toBe(true);
  });

  test('stands on a low post that one link fills', async () => {
    const root = post('height: 60px');
    part('a', 'display: block; height: 60px', root).setAttribute('href', '/explore/1');
    const [badge] = await show(root);
    expect(isAtTopRight(badge!, root)).toBe(true);
  });

  test('stands on a post that is one link', async () => {
    const link = part('a', 'display: block; width: 300px; height: 60px; margin: 40px', document.body);
    link.setAttribute('href', '/explore/1');
    const [badge] = await show(link);
    expect(isAtTopRight(badge!, link)).toBe(true);
  });

  test("keeps off the browser's own video controls", async () => {
    const root = post('position: relative; height: 240px');
    part('button', ICON, root);
    part('button', `${ICON} right: auto; left: 8px`, root);
    const video = part('video', 'display: block; width: 100%; height: 100%', root) as HTMLVideoElement;
    video.controls = true;
    const [badge] = await show(root);
    expect(badge!.bottom).toBeLessThan(box(video).bottom - 60);
  });

  test('avoids text where there is a corner without', async () => {
    const root = post('height: 100px; text-align: right; line-height: 30px');
    root.textContent = '一行靠右的字';
    const [badge] = await show(root);
    expect(badge!.left - box(root).left).toBeCloseTo(6, 0);
  });

  test('stands above a post that is written on all over', async () => {
    const root = post('height: 60px; overflow: hidden; line-height: 20px; margin-top: 80px');
    root.textContent = '满是字'.repeat(200);
    const [badge] = await show(root);
    expect(badge!.bottom).toBeLessThanOrEqual(box(root).top);
    expect(badge!.bottom).toBeGreaterThan(box(root).top - 8);
  });

  test('beside a post covers no control of a neighbour', async () => {
    const above = part(
      'div',
      'position: relative; width: 300px; height: 60px; margin: 40px 40px 0',
      document.body,
    );
    const reply = part(
      'button',
      'position: absolute; right: 0; bottom: 0; width: 120px; height: 24px',
      above,
    );
    const root = post('height: 60px; overflow: hidden; line-height: 20px; margin-top: 0');
    root.textContent = '满是字'.repeat(200);
    const [badge] = await show(root);
    expect(overlaps(badge!, box(reply))).toBe(false);
    expect(overlaps(badge!, box(root))).toBe(false);
    expect(badge!.left - box(root).left).toBeCloseTo(6, 0);
  });

  test('stands outside a post that is smaller than itself', async () => {
    const root = post('width: 40px; height: 14px; margin: 100px');
    const [badge] = await show(root);
    expect(overlaps(badge!, box(root))).toBe(false);
    expect(Math.abs(badge!.bottom - box(root).top)).toBeLessThan(8);
  });

  test('is only a shape where its words have no room', async () => {
    const root = post('position: relative; width: 300px; height: 60px');
    for (const left of [0, 40, 80, 160, 200, 240]) {
      part('button', `position: absolute; top: -60px; left: ${left}px; width: 40px; height: 180px`, root);
    }
    const [badge] = await show(root);
    expect(badge!.width).toBe(26);
    for (const button of root.querySelectorAll('button')) {
      expect(overlaps(badge!, box(button))).toBe(false);
    }
  });

  test('is not shown where every place is a control, and comes with the focus', async () => {
    const root = post('position: relative');
    for (let left = -60; left < 400; left += 40) {
      part('button', `position: absolute; top: -60px; left: ${left}px; width: 40px; height: 400px`, root);
    }
    expect(await show(root)).toEqual([]);
    badges.focus('demo:note:0');
    await frames();
    expect(shownBoxes()).toHaveLength(1);
  });

  test('stands in the visible corner of a post that is wider than the window', async () => {
    const root = post('width: 5000px; margin: 40px 20px');
    const [badge] = await show(root);
    expect(badge!.left - box(root).left).toBeCloseTo(6, 0);
  });

  test('does not stick out of the window, not by a little', async () => {
    const root = post(`width: ${innerWidth}px; margin: 40px 20px`);
    const [badge] = await show(root);
    expect(badge!.right).toBeLessThanOrEqual(innerWidth);
    expect(badge!.left).toBeGreaterThanOrEqual(0);
  });

  test('waits for the upper edge of a post that comes in from above', async () => {
    document.body.style.height = '4000px';
    const root = post(`height: ${innerHeight * 2}px; margin-top: 300px`);
    scrollTo(0, 600);
    await show(root);
    expect(shownBoxes().filter(({ top, bottom }) => bottom > 0 && top < innerHeight)).toEqual([]);
    scrollTo(0, 200);
    await expect.poll(() => shownBoxes().length, { timeout: 2_000 }).toBe(1);
    expect(isAtTopRight(ownBox(), root)).toBe(true);
  });

  test('finds another place when the post changes its size, and not at every scan', async () => {
    const root = post('position: relative; height: 200px');
    const asked = vi.spyOn(Document.prototype, 'elementFromPoint');
    await show(root);
    const once = asked.mock.calls.length;
    await show(root);
    expect(asked.mock.calls.length).toBe(once);
    part('button', ICON, root);
    root.style.height = '260px';
    await expect.poll(() => ownBox().left - box(root).left, { timeout: 2_000 }).toBeLessThan(10);
    asked.mockRestore();
  });
});

describe('controls of neighbours', () => {
  /** Laid over the right end of the badge's place, away from the points that are tested everywhere. */
  function lay(root: HTMLElement, parent: ParentNode, style = ''): HTMLElement {
    const { right, top } = box(root);
    const at = `top: ${top + 7}px; left: ${right - 18}px; width: 10px; height: 10px`;
    return part('button', `position: absolute; padding: 0; ${at}; ${style}`, parent);
  }

  test('are found however small, and whatever they lie in', async () => {
    const shadow = part('div', '', document.body).attachShadow({ mode: 'open' });
    const wrapper = part('div', 'display: contents', part('div', 'height: 0', document.body));
    const aside = part('aside', 'position: fixed; left: 0; top: 0; width: 0; height: 0', document.body);
    for (const parent of [document.body, shadow, wrapper, aside]) {
      const root = post('height: 200px; margin: 10px 40px');
      const control = lay(root, parent);
      const [badge] = await show(root);
      expect(overlaps(badge!, box(control))).toBe(false);
      expect(badge!.left - box(root).left).toBeCloseTo(6, 0);
      control.remove();
      root.remove();
    }
  });

  test.each(['beside it', 'at the end'])('are found in the long list of a post, %s', async (where) => {
    const list = part('div', '', document.body);
    for (let i = 0; i < 300; i++) part('div', 'height: 2px', list);
    const root = post('height: 200px; margin: 10px 40px', list);
    for (let i = 0; i < 300; i++) part('div', 'height: 2px', list);
    scrollTo(0, 500);
    const control = part('button', 'position: absolute; padding: 0; width: 10px; height: 10px', list);
    if (where === 'beside it') root.before(control);
    control.style.top = `${box(root).top + scrollY + 7}px`;
    control.style.left = `${box(root).right - 18}px`;
    const [badge] = await show(root);
    expect(overlaps(badge!, box(control))).toBe(false);
    expect(badge!.left - box(root).left).toBeCloseTo(6, 0);
  });

  test('are not avoided where the post hides them, or the page', async () => {
    const root = post('height: 200px; margin: 10px 40px; position: relative; z-index: 1; background: #fff');
    lay(root, document.body);
    lay(root, document.body, 'display: none');
    const [badge] = await show(root);
    expect(isAtTopRight(badge!, root)).toBe(true);
  });
});

describe('badges of posts in posts', () => {
  test('do not cover one another', async () => {
    const outer = post('height: 400px');
    const inner = post('width: 300px; margin: 0; height: 200px', outer);
    const innermost = post('width: 300px; margin: 0; height: 100px', inner);
    const shown = await show(outer, inner, innermost);
    expect(shown).toHaveLength(3);
    for (const [i, one] of shown.entries()) {
      for (const other of shown.slice(i + 1)) expect(overlaps(one, other)).toBe(false);
    }
  });
});

describe('layers', () => {
  const topAt = ({ left, top }: DOMRect) => document.elementFromPoint(left + 5, top + 5);

  test('a badge lies under the header that its post lies under', async () => {
    document.body.style.height = '3000px';
    const header = part(
      'header',
      'position: fixed; z-index: 10; top: 0; left: 0; right: 0; height: 60px; background: #fff',
      document.body,
    );
    const root = post('position: relative; margin-top: 100px');
    const [badge] = await show(root);
    expect(topAt(badge!)).toBe(hosts()[0]);
    scrollTo(0, box(root).top - 10);
    await frames();
    expect(ownBox().top).toBeLessThan(60);
    expect(topAt(ownBox())).toBe(header);
  });

  test('a badge lies above a picture that the site has raised inside the post', async () => {
    const root = post('');
    part('div', 'position: relative; z-index: 7; height: 120px; background: #ccc', root);
    const [badge] = await show(root);
    expect(topAt(badge!)).toBe(hosts()[0]);
  });

  test('a badge lies above the dialog that its post is in, and the badges behind it below', async () => {
    const behind = post('position: absolute; top: 0; left: 0; margin: 0');
    const [first] = await show(behind);
    const mask = part('div', 'position: fixed; z-index: 100; inset: 0; background: #0008', document.body);
    const inside = post('background: #fff; position: absolute; top: 300px; left: 0; margin: 0', mask);
    await show(behind, inside);
    expect(topAt(first!)).toBe(mask);
    expect(topAt(shownBoxes()[1]!)).toBe(hosts()[1]);
  });

  test('posts that are covered get their badge when they are seen', async () => {
    const root = post();
    const mask = part('div', 'position: fixed; z-index: 100; inset: 0', document.body);
    expect(await show(root)).toEqual([]);
    mask.remove();
    await expect.poll(() => shownBoxes().length, { timeout: 2_000 }).toBe(1);
  });
});
