import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Nearness, type Watched } from '@/utils/highlight/nearness';

let changed: ReturnType<typeof vi.fn<() => void>>;
let nearness: Nearness;
beforeEach(() => {
  changed = vi.fn<() => void>();
  nearness = new Nearness(changed);
  scrollTo(0, 0);
});
afterEach(() => {
  nearness.keepOnly(new Set());
  document.body.replaceChildren();
});

/** A box at a place in the page, in window heights from the top. */
function box(windows: number, style = '', parent: ParentNode = document.body): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = `position: absolute; top: ${windows * innerHeight}px; height: 40px; width: 80px; ${style}`;
  parent.append(element);
  return element;
}

/** Past the frame in which the browser looks, and the task that tells of it. */
async function looked(): Promise<void> {
  for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, 20));
}

const watch = (...elements: Element[]): Watched[] => elements.map((element) => nearness.watch(element));
const isNear = (watched: readonly Watched[]) => watched.map((each) => each.isNear);

/** What the browser says of some elements when it has looked. */
async function nearOf(...elements: Element[]): Promise<(boolean | undefined)[]> {
  const watched = watch(...elements);
  await looked();
  return isNear(watched);
}

describe('Nearness', () => {
  test('knows nothing before the browser has looked, and then tells once', async () => {
    const element = box(0);
    const watched = watch(element);
    expect(isNear(watched)).toEqual([undefined]);
    await looked();
    expect(isNear(watched)).toEqual([true]);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  test('reaches as far again as the window, on each side', async () => {
    expect(await nearOf(box(0.5), box(1.8), box(2.2), box(0, 'left: 190vw'), box(0, 'left: 210vw'))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
  });

  test('follows the page as it scrolls, and says nothing when nothing has come or gone', async () => {
    box(6);
    const [first, second] = [box(0), box(3)];
    expect(await nearOf(first, second)).toEqual([true, false]);
    changed.mockClear();
    scrollTo(0, innerHeight * 0.5);
    await looked();
    expect(changed).not.toHaveBeenCalled();
    scrollTo(0, innerHeight * 3);
    await looked();
    expect(isNear(watch(...[first, second]))).toEqual([false, true]);
  });

  test('follows slides that are moved by transforms', async () => {
    const slides = [0, 3, 6].map((at) => box(0, `transform: translateY(${at * 100}vh)`));
    expect(await nearOf(...slides)).toEqual([true, false, false]);
    slides.forEach((slide, i) => {
      slide.style.transform = `translateY(${(i - 2) * 300}vh)`;
    });
    await looked();
    expect(isNear(watch(...slides))).toEqual([false, false, true]);
  });

  test('reaches beyond the edge of a part that scrolls by itself', async () => {
    const scroller = box(0, 'height: 200px; overflow: auto');
    const inside = [0, 300, 900].map((top) => {
      const element = box(0, '', scroller);
      element.style.top = `${top}px`;
      return element;
    });
    expect(await nearOf(...inside)).toEqual([true, true, false]);
    scroller.scrollTop = 800;
    await looked();
    expect(isNear(watch(...inside))).toEqual([false, false, true]);
  });

  test('takes an element without a box of its own for near, but not one that is not shown', async () => {
    const contents = box(5, 'display: contents');
    contents.append(document.createElement('p'));
    expect(await nearOf(contents, box(0, 'display: none'))).toEqual([true, false]);
  });

  test('sees elements in open shadow roots', async () => {
    const shadow = box(0).attachShadow({ mode: 'open' });
    expect(await nearOf(box(0, '', shadow), box(4, '', shadow))).toEqual([true, false]);
  });

  test('an element that is taken out of the page is not near any more', async () => {
    const element = box(0);
    await nearOf(element);
    element.remove();
    await looked();
    expect(isNear(watch(element))).toEqual([false]);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  test('forgets what is not watched any more', async () => {
    const [kept, left] = [box(0), box(0)];
    await nearOf(kept, left);
    const [watched] = watch(kept);
    nearness.keepOnly(new Set([watched!]));
    changed.mockClear();
    left.remove();
    await looked();
    expect(watched!.isNear).toBe(true);
    expect(changed).not.toHaveBeenCalled();
  });

  test('what is assumed holds at once, and until the browser has looked', async () => {
    const [near, far] = [box(0), box(5)];
    await nearOf(near, far);
    for (const element of [near, far]) nearness.assume(element);
    expect(isNear(watch(...[near, far]))).toEqual([true, true]);
    await looked();
    expect(isNear(watch(...[near, far]))).toEqual([true, false]);
  });

  test('a look that was not told yet does not overrule what is assumed', () => {
    const queued: Partial<IntersectionObserverEntry>[] = [];
    let tell = () => {};
    /** As the standard has it: what is queued stays so when its target is not observed any more. */
    class Observer {
      constructor(callback: (entries: Partial<IntersectionObserverEntry>[]) => void) {
        tell = () => callback(this.takeRecords());
      }
      observe() {}
      unobserve() {}
      takeRecords = () => queued.splice(0);
    }
    vi.stubGlobal('IntersectionObserver', Observer);
    nearness = new Nearness(changed);
    vi.unstubAllGlobals();
    const element = box(5);
    const watched = watch(element);
    queued.push({ target: element, isIntersecting: false, boundingClientRect: new DOMRect(0, 0, 1, 1) });
    nearness.assume(element);
    tell();
    expect(isNear(watched)).toEqual([true]);
  });
});
