import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { append } from '@/scripts/bench/page/inside/append';
import { clock } from '@/scripts/bench/page/inside/clock';
import { mutate } from '@/scripts/bench/page/inside/mutate';
import {
  ELEMENT,
  FLOOR,
  MARK_JS,
  METHODS,
  NONE,
  OURS,
  OURS_WITH_BADGES,
  WRAPPER,
} from '@/scripts/bench/page/inside/names';
import { recycle } from '@/scripts/bench/page/inside/recycle';
import { Stage } from '@/scripts/bench/page/inside/stage';
import { start } from '@/scripts/bench/page/inside/start';
import { scanOnce } from '@/scripts/bench/page/inside/static';
import { tick } from '@/scripts/bench/page/inside/tick';
import { createPack } from '@/scripts/bench/page/pack';
import { compilePacks } from '@/utils/rules/compile';
import { posts, terms } from './support';

/** Every job of the bench on a small page: what it counts is right; how long it takes is the bench's business. */
const stage = new Stage({
  terms,
  fewTerms: terms.slice(0, 100),
  program: compilePacks([createPack(terms)], []),
  posts: [...posts],
});

beforeAll(() => {
  // What the browser tells the bench is made up here.
  const counts = { layouts: 0, styles: 0, script: 0 };
  Object.assign(globalThis, {
    benchCounts: async () => counts,
    benchHeap: async () => 1,
    gc: () => undefined,
  });
  clock.install(globalThis);
});

afterEach(() => document.body.replaceChildren());

const allPositive = (times: readonly number[]) => times.every((time) => time > 0);

test('in one go every method reads the posts, and those that search find words', async () => {
  const methods = METHODS.filter((method) => method !== NONE);
  const answers = await scanOnce(stage, { methods, posts: 200, rounds: 1 });
  const hits = Object.fromEntries(answers.map(({ name, hits }) => [name, hits]));
  expect(
    answers.map(({ times, layoutTimes, layouts }) => [times, layoutTimes, layouts].map((all) => all.length)),
  ).toEqual(methods.map(() => [1, 1, 1]));
  expect(answers.every(({ times }) => allPositive(times))).toBe(true);
  expect(hits[FLOOR]).toBe(0);
  expect(hits[OURS]).toBeGreaterThan(10);
  expect(hits[OURS_WITH_BADGES]).toBe(hits[OURS]);
  // The walker misses words that lie in two nodes, and marks those in other places of a post.
  expect(Math.abs(hits[WRAPPER]! - hits[OURS]!)).toBeLessThan(hits[OURS]! / 2);
  expect(hits[MARK_JS]).toBeLessThan(hits[WRAPPER]!);
});

test.each(METHODS)('appended batches are timed one by one: %s', async (method) => {
  const { times, longest } = await append(stage, { method, posts: 20, batch: 10, batches: 4 });
  expect(times).toHaveLength(4);
  // The page of a test has a coarse timer, which reading alone may stay below.
  if (method !== NONE && method !== ELEMENT && method !== FLOOR)
    expect(Math.max(...times)).toBeGreaterThan(0);
  expect(longest).toBeLessThanOrEqual(Math.max(...times));
  expect(document.querySelectorAll('article.post')).toHaveLength(60);
});

test.each([ELEMENT, FLOOR, OURS_WITH_BADGES, WRAPPER, MARK_JS] as const)(
  'at the start all posts are met: %s',
  async (method) => {
    const { marked, rest, ms, longest, found } = await start(stage, { method, posts: 250 });
    expect(found).toBe(method === OURS_WITH_BADGES ? 250 : undefined);
    expect(longest).toBeLessThanOrEqual(ms);
    expect(rest).toBeGreaterThanOrEqual(ms * 0.99);
    expect(marked).toBeLessThanOrEqual(rest);
    expect(marked).toBeGreaterThan(0);
  },
);

describe('ticking counters', () => {
  test.each(['nodeValue', 'textContent'] as const)('are counted by %s', async (how) => {
    const idle = await tick(stage, { method: NONE, how, posts: 10, ticks: 3 });
    expect(idle).toMatchObject({ counters: 40, rereads: 0, lookups: 0 });
    expect(idle.times).toHaveLength(3);
  });

  test('are noticed when they make a method read a post again', async () => {
    const { rereads, lookups } = await tick(stage, {
      method: FLOOR,
      how: 'textContent',
      posts: 10,
      ticks: 2,
    });
    expect([rereads, lookups]).toEqual([0, 0]);
    const ours = await tick(stage, { method: OURS, how: 'textContent', posts: 10, ticks: 2 });
    expect(ours.times).toHaveLength(2);
    expect(ours.rereads).toBeLessThanOrEqual(10);
  });
});

test.each(['reuse', 'renew'] as const)('recycling (%s) lets every post pass', async (how) => {
  const job = { how, posts: 200, shown: 20, step: 10 };
  const none = await recycle(stage, { ...job, method: NONE });
  expect(none).toMatchObject({ growth: 0, marked: 0, most: 0, live: 0, detached: 0 });
  const ours = await recycle(stage, { ...job, method: OURS_WITH_BADGES });
  expect(ours.times).toHaveLength(20);
  expect(ours.marked).toBeGreaterThan(10);
  expect(ours.most).toBeGreaterThan(0);
  expect(ours).toMatchObject({ live: 0, detached: 0 });
});

test('texts change under ranges of either kind', async () => {
  const answers = await mutate(stage, { posts: 20, ranges: 30, rounds: 2 });
  expect(answers.map(({ times }) => times.length)).toEqual([2, 2, 2]);
  expect(answers.every(({ times }) => times.every((time) => time >= 0))).toBe(true);
  expect(CSS.highlights.size).toBe(0);
});
