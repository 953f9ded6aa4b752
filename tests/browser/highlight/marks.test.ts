import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import type { BadgeContent } from '@/utils/highlight/badges';
import { type MarkedPost, Marks } from '@/utils/highlight/marks';
import { toRanges } from '@/utils/highlight/ranges';
import type { PostKey } from '@/utils/model/post';
import { readReadableText } from '@/utils/sites/readable-text';

/** What the badges were told; how they stand in the page is their own tests' matter. */
const badges = vi.hoisted(() => ({
  contents: [] as readonly BadgeContent[],
  total: 0,
  updates: 0,
  focused: '',
  hidden: false,
}));
vi.mock('@/utils/highlight/badges', () => ({
  Badges: class {
    update(contents: readonly BadgeContent[], total: number) {
      Object.assign(badges, { contents, total, updates: badges.updates + 1 });
    }
    recount(total: number) {
      badges.total = total;
    }
    rectsOf = (key: string) =>
      badges.contents.some((each) => each.key === key) ? [new DOMRect(1, 2, 3, 4)] : [];
    focus = (key: string) => {
      badges.focused = badges.contents.some((each) => each.key === key) ? key : '';
    };
    hide = () => Object.assign(badges, { hidden: true });
    unhide = () => Object.assign(badges, { hidden: false });
  },
}));

let marks: Marks;
beforeEach(() => {
  Object.assign(badges, { contents: [], total: 0, updates: 0, focused: '', hidden: false });
  marks = new Marks(document, { css: '', onOpen: vi.fn(), onStep: vi.fn() });
  scrollTo(0, 0);
});
afterEach(() => {
  marks.clear();
  document.body.replaceChildren();
});

interface TestPost extends MarkedPost {
  built: ReturnType<typeof vi.fn<MarkedPost['ranges']>>;
}

/** A post of a quarter of the window's height, whose first two characters are painted. */
function post(n: number, parts: Partial<MarkedPost> = {}, parent: ParentNode = document.body): TestPost {
  const root = document.createElement('article');
  root.style.cssText = 'display: block; height: 25vh; overflow: hidden';
  root.textContent = `偶遇老人第${n}位`;
  parent.append(root);
  const built = vi.fn(() => toRanges(readReadableText(root).runs, [{ start: 0, end: 2 }]));
  return {
    key: `demo:note:${n}`,
    root,
    reading: {},
    confidence: 'likely',
    ranges: built,
    badge: { confidence: 'likely', text: '虚假摆拍', more: 0, label: 'why', reported: false },
    ...parts,
    built,
  };
}

const posts = (count: number) => Array.from({ length: count }, (_, n) => post(n));

async function looked(): Promise<void> {
  for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, 20));
}

async function show(shown: readonly MarkedPost[]): Promise<void> {
  marks.show(shown);
  await looked();
}

/** The posts whose words are painted. */
function painted(): PostKey[] {
  const ranges = ['qj-b', 'qj-c'].flatMap((name) => [...(CSS.highlights.get(name) ?? [])]);
  const numbers = ranges.map((range) => {
    const { data } = (range as StaticRange).startContainer as Text;
    return Number(/第(\d+)位/.exec(data)?.[1]);
  });
  return [...new Set(numbers)].sort((a, b) => a - b).map((n): PostKey => `demo:note:${n}`);
}

const badged = () => badges.contents.map(({ key }) => key);
const keys = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i): PostKey => `demo:note:${from + i}`);

describe('Marks', () => {
  test('shows words and badges of the posts near the window only, and counts all', async () => {
    const shown = posts(40);
    await show(shown);
    // Four to a window, and a window more below.
    expect(badged()).toEqual(keys(0, 8));
    expect(painted()).toEqual(keys(0, 8));
    expect(badges.total).toBe(40);
    expect(shown.filter(({ built }) => built.mock.calls.length > 0)).toHaveLength(9);
  });

  test('brings and drops marks as the page scrolls, in the order of the document', async () => {
    const shown = posts(40);
    await show(shown);
    scrollTo(0, innerHeight * 4);
    await looked();
    expect(badged()).toEqual(keys(11, 24));
    expect(painted()).toEqual(keys(11, 24));
    scrollTo(0, 0);
    await looked();
    expect(painted()).toEqual(keys(0, 8));
  });

  test('a look at an unchanged page builds nothing and registers nothing', async () => {
    const shown = posts(12);
    await show(shown);
    const added = vi.spyOn(Highlight.prototype, 'add');
    const deleted = vi.spyOn(Highlight.prototype, 'delete');
    // A scan makes new lists, and new objects for posts that it has not read anew.
    await show(shown.map((each) => ({ ...each })));
    expect(added).not.toHaveBeenCalled();
    expect(deleted).not.toHaveBeenCalled();
    vi.restoreAllMocks();
    expect(shown[0]!.built).toHaveBeenCalledTimes(1);
    expect(painted()).toEqual(keys(0, 8));
  });

  test('a feed that grows far from the window is counted, and marked when the reader comes there', async () => {
    const shown = posts(12);
    await show(shown);
    const { updates } = badges;
    const more = [...shown, post(12), post(13)];
    await show(more);
    expect([badges.updates, badges.total]).toEqual([updates, 14]);
    scrollTo(0, document.body.scrollHeight);
    await looked();
    expect(painted()).toEqual(keys(5, 13));
  });

  test('adds and removes single posts', async () => {
    const [first, second, third] = posts(3) as [TestPost, TestPost, TestPost];
    await show([first, second]);
    await show([second, third]);
    expect(painted()).toEqual(keys(1, 2));
    expect(badged()).toEqual(keys(1, 2));
    expect(second.built).toHaveBeenCalledTimes(1);
  });

  test('builds ranges anew for a post that was read anew', async () => {
    const one = post(1);
    await show([one]);
    await show([{ ...one, reading: {} }]);
    expect(one.built).toHaveBeenCalledTimes(2);
  });

  test('builds ranges anew when the site has put other nodes in place of the same words', async () => {
    const one = post(1);
    await show([one]);
    one.root.replaceChildren('偶遇老人第1位');
    await show([one]);
    expect(one.built).toHaveBeenCalledTimes(2);
    const [range] = [...CSS.highlights.get('qj-b')!] as StaticRange[];
    expect(range!.startContainer).toBe(one.root.firstChild);
    expect(CSS.highlights.get('qj-b')!.size).toBe(1);
  });

  test('changes the colour of words whose confidence changes', async () => {
    const one = post(1);
    await show([one]);
    await show([{ ...one, confidence: 'strong' }]);
    expect([...CSS.highlights.keys()]).toEqual(['qj-c']);
  });

  test('keeps the marks of a post that the site puts into another element, without a gap', async () => {
    const one = post(1);
    await show([one]);
    const moved = post(1);
    one.root.remove();
    marks.show([moved]);
    expect(badges.contents.map(({ root }) => root)).toEqual([moved.root]);
    expect(painted()).toEqual(keys(1, 1));
    await looked();
    expect(painted()).toEqual(keys(1, 1));
  });

  test('words and badge of a post that leaves the page go without a scan', async () => {
    const shown = posts(3);
    await show(shown);
    shown[1]!.root.remove();
    await looked();
    expect(painted()).toEqual(['demo:note:0', 'demo:note:2']);
    expect(badged()).toEqual(['demo:note:0', 'demo:note:2']);
  });

  test('paints words inside open shadow roots', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    await show([post(1, {}, host.attachShadow({ mode: 'open' }))]);
    expect(painted()).toEqual(keys(1, 1));
    expect(host.outerHTML).toBe('<div></div>');
  });

  test('leaves no trace when it is cleared, and can begin again', async () => {
    const shown = posts(3);
    const before = document.documentElement.outerHTML;
    await show(shown);
    marks.clear();
    expect(CSS.highlights.size).toBe(0);
    expect(badged()).toEqual([]);
    expect(document.documentElement.outerHTML).toBe(before);
    await show(shown);
    expect(painted()).toEqual(keys(0, 2));
  });

  test('shows nothing while a picture is taken, and what came meanwhile afterwards', async () => {
    const [first, second] = posts(2) as [TestPost, TestPost];
    await show([first]);
    marks.hide();
    expect(CSS.highlights.size).toBe(0);
    expect(badges.hidden).toBe(true);
    await show([first, second]);
    expect(CSS.highlights.size).toBe(0);
    marks.unhide();
    expect(painted()).toEqual(keys(0, 1));
    expect(badges.hidden).toBe(false);
  });
});

describe('going to a marked post', () => {
  test('reveal scrolls to a post that is far away and focuses its badge at once', async () => {
    document.documentElement.style.scrollBehavior = 'smooth';
    const shown = posts(60);
    await show(shown);
    expect(marks.rectsOf('demo:note:50')).toEqual([]);
    marks.reveal('demo:note:50');
    document.documentElement.style.scrollBehavior = '';
    const { top, bottom } = shown[50]!.root.getBoundingClientRect();
    expect((top + bottom) / 2 / innerHeight).toBeCloseTo(0.5, 1);
    expect(badges.focused).toBe('demo:note:50');
    expect(marks.rectsOf('demo:note:50')).toHaveLength(1);
    expect(painted()).toContain('demo:note:50');
    await looked();
    expect(badged()).toEqual(keys(44, 56));
  });

  test('focus makes a badge that is far away, which goes again unless the page follows', async () => {
    await show(posts(60));
    marks.focus('demo:note:50');
    expect(badges.focused).toBe('demo:note:50');
    expect(scrollY).toBe(0);
    await looked();
    expect(badged()).toEqual(keys(0, 8));
  });

  test('a post that is not marked is left alone', async () => {
    await show(posts(2));
    const { updates } = badges;
    marks.reveal('demo:note:99');
    marks.focus('demo:note:99');
    expect([badges.focused, badges.updates]).toEqual(['', updates]);
  });
});

describe('limits', () => {
  /** A low post with many painted characters, each a range. */
  const wordy = (n: number, count: number) => {
    const one = post(n);
    one.root.style.height = '10vh';
    one.root.textContent += '词'.repeat(count);
    one.built.mockImplementation(() => {
      const { runs } = readReadableText(one.root);
      return Array.from({ length: count }, (_, at) => toRanges(runs, [{ start: at, end: at + 1 }])).flat();
    });
    return one;
  };

  test('of more than a thousand ranges the nearest posts have theirs', async () => {
    const shown = Array.from({ length: 40 }, (_, n) => wordy(n, 80));
    await show(shown);
    const count = () => CSS.highlights.get('qj-b')!.size;
    // Ten to a window: all in it, then those below.
    expect(painted()).toEqual(keys(0, 12));
    expect(count()).toBe(1_000);
    scrollTo(0, innerHeight * 1.5);
    await looked();
    expect(count()).toBe(1_000);
    expect(painted()).toEqual(expect.arrayContaining(keys(15, 24)));
    expect(painted()).toHaveLength(13);
    expect(badges.contents.length).toBeGreaterThan(25);
  });

  test('five thousand marked posts cost the few that are near', async () => {
    const shown = posts(5_000);
    await show(shown);
    expect(shown.filter(({ built }) => built.mock.calls.length > 0)).toHaveLength(9);
    expect([badges.contents.length, badges.total]).toEqual([9, 5_000]);
    const layouts = await layoutCount();
    const measured = vi.spyOn(Element.prototype, 'getBoundingClientRect');
    for (let i = 0; i < 20; i++) marks.show(shown);
    expect(await layoutCount()).toBe(layouts);
    // Said again, it builds nothing anew and measures nothing.
    expect(shown.reduce((sum, { built }) => sum + built.mock.calls.length, 0)).toBe(9);
    expect(measured).not.toHaveBeenCalled();
    measured.mockRestore();
  });

  test('what was removed from the page is free to be collected', async () => {
    const shown = posts(8);
    await show(shown);
    const gone = shown.slice(4).map(({ root }) => new WeakRef(root.firstChild!));
    shown.splice(4).forEach(({ root }) => {
      root.remove();
    });
    await show(shown);
    expect(painted()).toEqual(keys(0, 3));
    await expect
      .poll(async () => {
        await session.send('HeapProfiler.collectGarbage');
        return gone.filter((node) => node.deref()).length;
      })
      .toBe(0);
  });
});

const session = cdp() as { send: (method: string) => Promise<unknown> };

/** How often the browser has laid out the page so far. */
async function layoutCount(): Promise<number> {
  await session.send('Performance.enable');
  const { metrics } = (await session.send('Performance.getMetrics')) as {
    metrics: { name: string; value: number }[];
  };
  return metrics.find(({ name }) => name === 'LayoutCount')!.value;
}
