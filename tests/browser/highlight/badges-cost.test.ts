import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import badgeCss from '@/components/badge.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import { Badges } from '@/utils/highlight/badges';
import { overlaps } from '@/utils/highlight/placement';
import { box, content, frames, hosts, isAtTopRight, ownBox, part, post, shownBoxes, tidy } from './page';

/** What badges ask of the browser, and when: layouts and hit tests are what they cost. */

/** Words that fill a badge. */
const TEXT = '很长很长的类别的名称';

let badges: Badges;
beforeEach(() => {
  badges = new Badges(document, tokensCss + badgeCss, { onOpen: vi.fn(), onStep: vi.fn() });
});
afterEach(() => {
  vi.restoreAllMocks();
  badges.update([], 0);
  tidy();
});

const update = (...posts: HTMLElement[]) =>
  badges.update(
    posts.map((root, i) => content(root, { key: `demo:note:${i}`, text: TEXT })),
    posts.length,
  );
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Counts hit tests, each of which takes as long as on a page of many thousand elements. */
function hitTests({ ms = 0 } = {}) {
  const native = Document.prototype.elementFromPoint;
  /** By task: one entry each. */
  const tasks: number[] = [];
  let inTask = false;
  vi.spyOn(Document.prototype, 'elementFromPoint').mockImplementation(function (this: Document, x, y) {
    if (!inTask) {
      tasks.push(0);
      inTask = true;
      // The rest of the task comes before any other task.
      setTimeout(() => {
        inTask = false;
      });
    }
    tasks[tasks.length - 1]!++;
    for (const end = performance.now() + ms; performance.now() < end; );
    return native.call(this, x, y);
  });
  return { tasks, count: () => tasks.reduce((sum, one) => sum + one, 0) };
}

describe('badges ask the browser', () => {
  test('for no place of anything until the frame is drawn, and then before they write', async () => {
    const posts = [post(), post(), post()];
    /** What is done in each task, one entry for many of the same in a row. */
    const tasks: string[][] = [];
    let task: string[] | undefined;
    const note = (what: string) => {
      if (!task) {
        task = [];
        tasks.push(task);
        setTimeout(() => {
          task = undefined;
        });
      }
      if (task.at(-1) !== what) task.push(what);
    };
    const noteCalls = <O extends object>(owner: O, name: keyof O & string, what: string) => {
      const native = owner[name] as (...args: unknown[]) => unknown;
      vi.spyOn(owner as Record<string, () => unknown>, name).mockImplementation(function (
        this: unknown,
        ...args: unknown[]
      ) {
        note(what);
        return native.apply(this, args);
      });
    };
    noteCalls(Element.prototype, 'getBoundingClientRect', 'read');
    noteCalls(Document.prototype, 'elementFromPoint', 'read');
    noteCalls(CSSStyleDeclaration.prototype, 'setProperty', 'write');
    const askFrame = window.requestAnimationFrame.bind(window);
    vi.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) =>
      askFrame((time) => {
        // What is read before the page's own callbacks have run is laid out twice.
        task = ['in the frame'];
        callback(time);
        if (task.length > 1) tasks.push(task);
        task = undefined;
      }),
    );
    update(...posts);
    await frames(6);
    vi.restoreAllMocks();
    expect(shownBoxes()).toHaveLength(3);
    // Hosts and names at once.
    expect(tasks[0]).toEqual(['write']);
    expect(tasks.length).toBeGreaterThanOrEqual(3);
    for (const each of tasks.slice(1)) expect(['read', 'write'].slice(0, each.length)).toEqual(each);
  });

  test('for two hit tests where nothing is in the way', async () => {
    const hits = hitTests();
    update(post());
    await frames(6);
    expect(shownBoxes()).toHaveLength(1);
    expect(hits.count()).toBe(2);
  });

  test('for one hit test where something lies over all of the post', async () => {
    const root = post();
    part('div', 'position: fixed; z-index: 100; inset: 0', document.body);
    const hits = hitTests();
    update(root);
    await frames(4);
    expect(shownBoxes()).toEqual([]);
    expect(hits.count()).toBe(1);
  });

  test('ever less often for a place that there is not', async () => {
    const root = post();
    part('div', 'position: fixed; z-index: 100; inset: 0', document.body);
    const hits = hitTests();
    update(root);
    // Pages are scanned at every change.
    for (let i = 0; i < 30; i++) {
      await wait(50);
      update(root);
    }
    expect(hits.count()).toBeGreaterThanOrEqual(3);
    expect(hits.count()).toBeLessThanOrEqual(5);
  });

  test('for nothing while posts only go through the window', async () => {
    document.body.style.height = '4000px';
    const root = post('margin-top: 300px');
    update(root);
    await frames(6);
    const hits = hitTests();
    for (const top of [100, 250, 50, 0]) {
      scrollTo(0, top);
      await frames(3);
    }
    expect(isAtTopRight(ownBox(), root)).toBe(true);
    expect(hits.count()).toBe(0);
  });
});

describe('on a page where each hit test takes long', () => {
  test('a search is spread over many tasks, of which none is long', async () => {
    const posts = [post(), post(), post()];
    const hits = hitTests({ ms: 5 });
    update(...posts);
    await expect.poll(() => shownBoxes().length, { timeout: 4_000 }).toBe(3);
    expect(Math.max(...hits.tasks)).toBe(1);
    expect(hits.count()).toBeGreaterThanOrEqual(6);
    for (const root of posts) expect(shownBoxes().some((badge) => isAtTopRight(badge, root))).toBe(true);
  });

  test('a badge whose post moves meanwhile is looked for anew where the post is then', async () => {
    const root = post('position: absolute; top: 200px; left: 0; height: 200px');
    const float = part('button', 'position: absolute; width: 60px; height: 26px; top: 164px', document.body);
    float.style.left = `${box(root).right - 70}px`;
    const hits = hitTests({ ms: 5 });
    update(root);
    await expect.poll(hits.count, { interval: 1 }).toBe(1);
    root.style.top = '120px';
    await expect.poll(() => shownBoxes().length, { timeout: 4_000 }).toBe(1);
    await frames();
    expect(overlaps(ownBox(), box(float))).toBe(false);
    expect(ownBox().left - box(root).left).toBeCloseTo(6, 0);
  });

  test.each(['tied to its post', 'tied to nothing'])('no badge covers another, %s', async (how) => {
    const outer = post('height: 300px; margin-top: 100px');
    const inner = post('width: 300px; margin: 0; height: 200px', outer);
    hitTests({ ms: 5 });
    update(outer, inner);
    for (const host of hosts()) {
      if (how === 'tied to nothing') host.style.setProperty('position-anchor', '--nothing', 'important');
    }
    await expect.poll(() => shownBoxes().length, { timeout: 4_000 }).toBe(2);
    const [first, second] = shownBoxes();
    expect(overlaps(first!, second!)).toBe(false);
  });
});

describe('a badge is shown first where it belongs', () => {
  /** Every place where a badge is seen in any frame. */
  async function places(count: number): Promise<DOMRect[]> {
    const seen: DOMRect[] = [];
    for (let i = 0; i < count; i++) {
      await frames(1);
      seen.push(...shownBoxes());
    }
    return seen;
  }

  test('away from the corners it is tied to its place by the browser alone', async () => {
    const root = post('position: relative; height: 76px; margin: 100px 40px');
    for (const [side, edge] of ['left', 'right'].flatMap((side) =>
      ['top', 'bottom'].map((edge) => [side, edge]),
    ))
      part('button', `position: absolute; ${side}: 0; ${edge}: 0; width: 20px; height: 38px`, root);
    update(root);
    const seen = await places(8);
    expect(seen.length).toBeGreaterThan(3);
    for (const badge of seen) expect(badge).toEqual(seen[0]);
    expect(box(root).right - seen[0]!.right).toBeCloseTo(22, 0);
    expect(hosts()[0]!.style.translate).toBe('initial');
  });

  test('also where the browser ties it to something else', async () => {
    const shadow = part('div', '', document.body).attachShadow({ mode: 'open' });
    part('div', 'height: 200px', shadow);
    const root = post('', shadow);
    update(root);
    const seen = await places(8);
    expect(seen.length).toBeGreaterThan(2);
    for (const badge of seen) expect(isAtTopRight(badge, root)).toBe(true);
  });

  test('also where the browser ties it to nothing, and it goes to another corner', async () => {
    const root = post('position: absolute; top: 200px; left: 10px; height: 200px');
    part('button', 'position: absolute; top: 0; right: 0; width: 80px; height: 80px', root);
    update(root);
    hosts()[0]!.style.setProperty('position-anchor', '--nothing', 'important');
    const seen = await places(10);
    expect(seen.length).toBeGreaterThan(2);
    for (const badge of seen) {
      expect([badge.left - box(root).left, badge.top - box(root).top].map(Math.round)).toEqual([6, 6]);
    }
  });
});
