import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Clock } from '@/scripts/bench/page/inside/clock';

/** The clock counts what runs in a window of its own, which the test's own timers do not touch. */
let clock: Clock;
let frame: HTMLIFrameElement;
let scope: Window & typeof globalThis;

beforeEach(() => {
  frame = document.body.appendChild(document.createElement('iframe'));
  scope = frame.contentWindow as Window & typeof globalThis;
  clock = new Clock();
  clock.install(scope);
});

afterEach(() => frame.remove());

function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

/** What was counted once everything has come to rest. */
async function counted() {
  await clock.rest();
  return clock.take();
}

const scheduler = () =>
  (scope as unknown as { scheduler: { yield: () => Promise<void>; postTask: (task: () => void) => void } })
    .scheduler;

describe('the clock counts', () => {
  test.each<[name: string, ask: (callback: () => void) => void]>([
    ['a timer', (callback) => scope.setTimeout(callback, 30)],
    ['a frame', (callback) => scope.requestAnimationFrame(callback)],
    ['an idle moment', (callback) => scope.requestIdleCallback(callback)],
    ['a task', (callback) => scheduler().postTask(callback)],
    [
      'a mutation',
      (callback) => {
        new scope.MutationObserver(callback).observe(scope.document.body, { childList: true });
        scope.document.body.append('x');
      },
    ],
    ['an intersection', (callback) => new scope.IntersectionObserver(callback).observe(scope.document.body)],
    ['a size', (callback) => new scope.ResizeObserver(callback).observe(scope.document.body)],
  ])('%s', async (_, ask) => {
    ask(() => work(20));
    const { ms, longest, stretches } = await counted();
    expect(ms).toBeGreaterThanOrEqual(20);
    expect(ms).toBeLessThan(200);
    expect([longest, stretches]).toEqual([ms, 1]);
  });

  test('promises that a callback resolves, however many in a row', async () => {
    scope.setTimeout(async () => {
      for (let i = 0; i < 500; i++) {
        await undefined;
        work(0.05);
      }
    });
    expect((await counted()).ms).toBeGreaterThanOrEqual(25);
  });

  test('slices one by one', async () => {
    const slice = async () => {
      for (let i = 0; i < 3; i++) {
        work(15);
        await scheduler().yield();
      }
      work(15);
    };
    clock.timed(() => void slice());
    const { ms, longest, stretches } = await counted();
    expect(stretches).toBe(4);
    expect(ms).toBeGreaterThanOrEqual(60);
    expect(longest).toBeLessThan(ms);
  });

  test('work inside work once', async () => {
    clock.timed(() => clock.timed(() => work(100)));
    const { ms, stretches } = await counted();
    expect(stretches).toBe(1);
    expect(ms).toBeGreaterThanOrEqual(100);
    expect(ms).toBeLessThan(190);
  });

  test('what throws, and goes on counting', async () => {
    expect(() =>
      clock.timed(() => {
        work(10);
        throw new Error('thrown');
      }),
    ).toThrow('thrown');
    clock.timed(() => work(10));
    expect((await counted()).ms).toBeGreaterThanOrEqual(20);
  });
});

describe('the clock does not count', () => {
  test('work of others, and what was called off', async () => {
    const timer = scope.setTimeout(() => work(30), 20);
    scope.clearTimeout(timer);
    scope.cancelAnimationFrame(scope.requestAnimationFrame(() => work(30)));
    setTimeout(() => work(30));
    work(30);
    expect(await counted()).toMatchObject({ ms: 0, stretches: 0 });
  });

  test('the same work twice', async () => {
    clock.timed(() => work(10));
    await counted();
    expect(await counted()).toMatchObject({ ms: 0, stretches: 0 });
  });
});

test('arguments and this arrive as they are', async () => {
  const told: unknown[] = [];
  scope.setTimeout((...args: unknown[]) => told.push(...args), 0, 'a', 2);
  const observer = new scope.MutationObserver((records, self) =>
    told.push(records.length, self === observer),
  );
  observer.observe(scope.document.body, { childList: true });
  scope.document.body.append('x');
  await clock.rest();
  expect(told).toEqual([1, true, 'a', 2]);
});

test('timers that are far off are not waited for, those that are near are', async () => {
  let fired = '';
  scope.setTimeout(() => (fired += 'far'), 60_000);
  scope.setTimeout(() => (fired += 'near'), 200);
  await clock.rest();
  expect(fired).toBe('near');
});

test('who does not wait for rest is told whether it has come', async () => {
  const again = () => scope.setTimeout(again, 5);
  again();
  expect(await clock.rest(100)).toBe(false);
  frame.remove();
  const calm = new Clock();
  expect(await calm.rest(1_000)).toBe(true);
});

test('the end of the last stretch is known', async () => {
  const before = performance.now();
  clock.timed(() => work(10));
  const after = performance.now();
  const { end } = await counted();
  expect(end).toBeGreaterThanOrEqual(before + 10);
  expect(end).toBeLessThan(after + 10);
});
