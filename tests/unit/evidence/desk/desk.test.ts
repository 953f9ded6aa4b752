import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type FindingsCache, MediaDesk, type Request } from '@/utils/evidence/desk/desk';
import { Pacer } from '@/utils/evidence/desk/pace';
import { AT_ONCE, MediaQueue } from '@/utils/evidence/desk/queue';
import type { MediaFindings, MediaOrder } from '@/utils/evidence/engine/order';
import { unread } from '@/utils/evidence/engine/trouble';
import { TestClock } from './test-clock';

const found: MediaFindings = {
  verdict: 'none',
  evidence: [],
  via: 'page',
  bytesRead: 10,
  requests: 1,
  sha256: 'x',
};

/** A desk with an engine that takes a second, and what came of it. */
function setUp(answer: (order: MediaOrder) => MediaFindings = () => found) {
  const clock = new TestClock();
  const orders: MediaOrder[] = [];
  const stops = new Map<string, (findings: MediaFindings) => void>();
  const kept = new Map<string, MediaFindings>();
  let running = 0;
  let most = 0;
  const engine = {
    check: (order: MediaOrder) =>
      new Promise<MediaFindings>((resolve) => {
        orders.push(order);
        most = Math.max(most, ++running);
        const end = (findings: MediaFindings) => {
          if (stops.delete(order.id)) running--;
          resolve(findings);
        };
        stops.set(order.id, end);
        clock.after(1_000, () => end(answer(order)));
      }),
    stop: vi.fn((id: string) => stops.get(id)?.(unread('stopped'))),
  };
  const cache = {
    get: vi.fn<FindingsCache['get']>(async (name) => kept.get(name)),
    put: vi.fn<FindingsCache['put']>(async (name, findings) => void kept.set(name, findings)),
  };
  const queue = new MediaQueue(new Pacer({}), clock, async () => undefined);
  const mayAsk = vi.fn(async (url: string) => url.includes('allowed'));
  const desk = new MediaDesk({ engine, cache, queue, clock, mayAsk });
  return { clock, desk, engine, orders, cache, mayAsk, most: () => most };
}

const image = (name: string) => ({ type: 'image' as const, url: `https://pics.example/${name}` });
const request = (names: string[], more: Partial<Request> = {}): Request => ({
  media: names.map(image),
  by: 'view',
  site: 'xiaohongshu',
  place: { tab: 1, frame: 0 },
  isPrivate: false,
  ...more,
});

/** What a promise has come to so far. */
function follow<T>(promise: Promise<T>): { value?: T } {
  const seen: { value?: T } = {};
  void promise.then((value) => {
    seen.value = value;
  });
  return seen;
}

describe('the desk', () => {
  test('answers with what was found in each file, in the order of the request', async () => {
    const { desk, clock } = setUp(({ media }) =>
      media.url.endsWith('a') ? { ...found, verdict: 'ai' } : found,
    );
    const answer = follow(desk.check(request(['b', 'a', 'b'])));
    await clock.pass(5_000);
    expect(answer.value).toEqual([
      { media: image('b'), ...found, at: 1_001_000 },
      { media: image('a'), ...found, verdict: 'ai', at: 1_001_000 },
    ]);
  });

  test('tells the engine whether the host may be asked', async () => {
    const { desk, clock, orders } = setUp();
    void desk.check(request(['allowed', 'other']));
    await clock.pass(5_000);
    expect(orders.map(({ network }) => network)).toEqual([true, false]);
  });

  test('asks nobody for what only the reader’s own network has, and says so', async () => {
    const { desk, clock, orders, mayAsk } = setUp();
    const media = ['https://127.0.0.1/a', 'https://allowed/b', 'http://pics.example/c'].map((url) => ({
      type: 'image' as const,
      url,
    }));
    const answer = follow(desk.check({ ...request([]), media }));
    await clock.pass(0);
    expect(answer.value).toMatchObject(media.map(() => ({ verdict: 'unreadable', trouble: 'not-allowed' })));
    expect(orders).toEqual([]);
    expect(mayAsk).not.toHaveBeenCalled();
  });

  test('asks whether the host may be asked when the turn has come, not when it was waited for', async () => {
    const { desk, clock, orders, mayAsk } = setUp();
    void desk.check(request(['a', 'b', 'allowed']));
    await clock.pass(500);
    mayAsk.mockResolvedValue(false);
    await clock.pass(5_000);
    expect(orders.map(({ network }) => network)).toEqual([false, false, false]);
  });

  test('reads a file once that is asked for twice at once, and afterwards not again', async () => {
    const { desk, clock, orders } = setUp();
    const first = follow(desk.check(request(['a'])));
    const second = follow(desk.check(request(['a'], { place: { tab: 2, frame: 3 } })));
    await clock.pass(5_000);
    const third = follow(desk.check(request(['a?x-expires=9&x-signature=0'])));
    await clock.pass(0);
    expect(orders).toHaveLength(1);
    expect(second.value).toEqual(first.value);
    expect(third.value).toEqual([
      { ...first.value![0], media: image('a?x-expires=9&x-signature=0'), at: clock.now() },
    ]);
  });

  test('keeps nothing of a private window, and nothing that the next moment may change', async () => {
    const { desk, clock, cache } = setUp(({ media }) =>
      media.url.endsWith('closed') ? unread('not-allowed') : found,
    );
    void desk.check(request(['private'], { isPrivate: true }));
    void desk.check(request(['closed', 'open']));
    await clock.pass(5_000);
    expect(cache.put.mock.calls.map(([name]) => name)).toEqual(['image https://pics.example/open']);
    const { now, until } = cache.put.mock.calls[0]![2];
    expect(until - now).toBe(7 * 86_400_000);
  });

  test('stops what a tab has asked for, and nothing else', async () => {
    const { desk, clock, engine, orders } = setUp();
    const mine = follow(desk.check(request(['a', 'b', 'c', 'd'])));
    const other = follow(desk.check(request(['b', 'd'], { place: { tab: 2, frame: 0 } })));
    await clock.pass(500);
    desk.stop(1);
    await clock.pass(0);
    expect(mine.value?.map(({ trouble }) => trouble)).toEqual(Array.from({ length: 4 }, () => 'stopped'));
    expect(engine.stop.mock.calls).toEqual([[orders[0]!.id]]);
    await clock.pass(5_000);
    expect(other.value?.map(({ trouble }) => trouble)).toEqual([undefined, undefined]);
    expect(orders.map(({ media }) => media.url.at(-1))).toEqual(['a', 'b', 'd']);
  });

  test('reads again what was stopped, when it is asked for again', async () => {
    const { desk, clock, orders } = setUp();
    void desk.check(request(['a']));
    await clock.pass(500);
    desk.stop(1);
    const again = follow(desk.check(request(['a'])));
    await clock.pass(5_000);
    expect(again.value?.[0]?.verdict).toBe('none');
    expect(orders).toHaveLength(2);
  });

  test('knows whom to ask for the bytes of an order, as long as somebody waits for it', async () => {
    const { desk, clock, orders } = setUp();
    void desk.check(request(['a'], { place: { tab: 1, frame: 4 } }));
    void desk.check(request(['a'], { place: { tab: 2, frame: 0 } }));
    await clock.pass(500);
    const { id } = orders[0]!;
    expect(desk.placeOf(id)).toEqual({ tab: 1, frame: 4 });
    desk.stop(1);
    expect(desk.placeOf(id)).toEqual({ tab: 2, frame: 0 });
    desk.stop(2);
    expect(desk.placeOf(id)).toBeUndefined();
    expect(desk.placeOf('of a background that is gone')).toBeUndefined();
  });

  test('leaves a host alone that has refused three in a row', async () => {
    const { desk, clock, orders } = setUp(() => unread('refused'));
    const answer = follow(desk.check(request(['a', 'b', 'c', 'd', 'e', 'f'])));
    await clock.pass(10_000);
    expect(orders).toHaveLength(4);
    expect(answer.value?.map(({ trouble }) => trouble).slice(4)).toEqual(['paused', 'paused']);
  });

  test('answers though the engine dies', async () => {
    const { desk, clock, engine } = setUp();
    engine.check = () => Promise.reject(new Error('gone'));
    const answer = follow(desk.check(request(['a', 'b', 'c'])));
    await clock.pass(0);
    expect(answer.value?.map(({ trouble }) => trouble)).toEqual(['stopped', 'stopped', 'stopped']);
  });

  test('answers everything, whoever asks for what, stops or leaves', async () => {
    const step = fc.record({
      names: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'allowed', 'f'), { minLength: 1, maxLength: 4 }),
      tab: fc.integer({ min: 1, max: 3 }),
      by: fc.constantFrom('view' as const, 'reader' as const),
      gap: fc.nat(1_500),
      stop: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    });
    const troubles = fc.constantFrom(undefined, 'refused' as const, 'slow' as const, 'not-allowed' as const);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.array(troubles), async (steps, outcomes) => {
        const { desk, clock, most, orders } = setUp(() => {
          const trouble = outcomes[orders.length % Math.max(1, outcomes.length)];
          return trouble ? unread(trouble) : found;
        });
        const answers: { value?: unknown[]; count: number }[] = [];
        for (const { names, tab, by, gap, stop } of steps) {
          const seen = follow(desk.check(request(names, { by, place: { tab, frame: 0 } })));
          answers.push(Object.assign(seen, { count: new Set(names).size }));
          await clock.pass(gap);
          if (stop !== undefined) desk.stop(stop);
        }
        await clock.pass(300_000);
        for (const { value, count } of answers) expect(value).toHaveLength(count);
        expect(most()).toBeLessThanOrEqual(AT_ONCE);
      }),
      { numRuns: 60 },
    );
  });
});
