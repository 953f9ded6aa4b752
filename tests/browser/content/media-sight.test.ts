import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MediaSight, type See } from '@/entrypoints/scanner.content/media-sight';
import type { PostKey } from '@/utils/model/post';

let see: ReturnType<typeof vi.fn<See>>;
let sight: MediaSight;

beforeEach(() => {
  scrollTo(0, 0);
  see = vi.fn<See>(() => true);
  sight = new MediaSight(see);
});
afterEach(() => {
  sight.stop();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const keyOf = (id: string): PostKey => `demo:note:${id}`;
/** A post so many window heights down the page. */
function post(id: string, windows: number): [PostKey, Element] {
  const root = document.createElement('article');
  root.style.cssText = `position: absolute; top: ${windows * innerHeight}px; height: 80px; width: 80px`;
  document.body.append(root);
  return [keyOf(id), root];
}
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const seen = () => see.mock.calls.map(([key]) => key);
/** Everything that a test looks at has stayed in sight long enough by then. */
const LONG = 2_000;

describe('posts in sight', () => {
  test('are told after they have stayed in the window for a second', async () => {
    const begun = performance.now();
    let toldAt = 0;
    see.mockImplementation(() => {
      toldAt = performance.now();
      return true;
    });
    sight.look([post('a', 0), post('b', 2)]);
    await expect.poll(seen, { timeout: 5_000 }).toEqual([keyOf('a')]);
    expect(toldAt - begun).toBeGreaterThanOrEqual(1_000);
  });

  test('are not those that scroll past', async () => {
    sight.look([post('a', 0), post('b', 2), post('c', 4)]);
    scrollTo(0, 2 * innerHeight);
    await wait(300);
    scrollTo(0, 4 * innerHeight);
    await wait(LONG);
    expect(new Set(seen())).toEqual(new Set([keyOf('c')]));
  });

  test('are told again when something has loaded or the page has scrolled, and are not while it rests', async () => {
    sight.look([post('a', 0), post('b', 3)]);
    await wait(LONG);
    expect(seen()).toEqual([keyOf('a')]);
    document.body.firstElementChild!.dispatchEvent(new Event('load'));
    await expect.poll(seen).toEqual([keyOf('a'), keyOf('a')]);
    scrollTo(0, 1);
    await expect.poll(seen).toHaveLength(3);
  });

  test('are told until all is known of them, and for five seconds at most', async () => {
    see.mockImplementation(() => false);
    sight.look([post('a', 0)]);
    await expect.poll(() => see.mock.calls.at(-1)?.[2], { timeout: 10_000 }).toBe(true);
    const times = see.mock.calls.length;
    expect(times).toBeGreaterThan(3);
    await wait(1_200);
    expect(see).toHaveBeenCalledTimes(times);
  }, 20_000);

  test('are another one in an element that is used again, after another second', async () => {
    const [, root] = post('a', 0);
    sight.look([[keyOf('a'), root]]);
    await expect.poll(seen, { timeout: 5_000 }).toEqual([keyOf('a')]);
    sight.look([[keyOf('b'), root]]);
    await wait(600);
    expect(seen()).toEqual([keyOf('a')]);
    await expect.poll(seen, { timeout: 5_000 }).toEqual([keyOf('a'), keyOf('b')]);
  });

  test('are none while the tab is hidden, and after it was shown again for a second', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    sight.look([post('a', 0)]);
    await wait(LONG);
    expect(seen()).toEqual([]);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await wait(600);
    expect(seen()).toEqual([]);
    await expect.poll(seen, { timeout: 5_000 }).toEqual([keyOf('a')]);
  });

  test('are none any more after the end', async () => {
    sight.look([post('a', 0)]);
    await wait(200);
    sight.stop();
    document.body.firstElementChild!.dispatchEvent(new Event('load'));
    await wait(LONG);
    expect(see).not.toHaveBeenCalled();
  });
});
