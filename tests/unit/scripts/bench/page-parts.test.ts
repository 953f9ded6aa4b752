// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Job } from '@/scripts/bench/page/inside/jobs';
import type { Pages } from '@/scripts/bench/page/pages';
import { PAGE_PARTS, type PagePartName } from '@/scripts/bench/page/parts';
import { inTurns } from '@/scripts/bench/page/turns';

beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'table').mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** What each method took in a made-up run, in any unit. */
const TIMES: Readonly<Record<string, number>> = {
  nothing: 0,
  'one element added': 1,
  'floor: textContent': 2,
  ours: 5,
  'ours with badges': 8,
  'TreeWalker and spans': 20,
  'mark.js': 50,
};
const ours = {
  longest: 6,
  longTasks: [] as number[],
  found: 5_000,
  rereads: 0,
  growth: 1.5,
  most: 40,
  live: 0,
  detached: 0,
};

/** Answers every job with what the table says, and notes what was asked. */
function fakePages(odd: Partial<typeof ours> = {}) {
  const asked: Job[] = [];
  const timesOf = (method: string) => [TIMES[method]!, TIMES[method]!, 1_000];
  const one = (method: string) => ({
    ...ours,
    ...odd,
    times: timesOf(method),
    ms: TIMES[method],
    script: TIMES[method],
    lookups: 0,
    marked: 3,
  });
  const startOf = (method: string) => ({
    marked: TIMES[method],
    rest: 1_000,
  });
  const answer = (job: Job): unknown => {
    asked.push(job);
    if (job.kind === 'static')
      return job.methods.map((name) => {
        const layouts = [0, name === 'ours' ? (odd.detached ?? 0) : 1];
        return { name, times: timesOf(name), layoutTimes: [0.1], layouts, hits: 3 };
      });
    if (job.kind === 'mutate') return ['nothing', 'ours'].map((name) => ({ name, times: [1, 2] }));
    if (job.kind === 'start') return { ...one(job.method), ...startOf(job.method) };
    return one(job.method);
  };
  const pages: Pages = { run: async (job) => answer(job) as never, close: async () => undefined };
  return { pages, asked };
}

const figuresOf = async (name: PagePartName, odd: Partial<typeof ours> = {}) => {
  const figures = await PAGE_PARTS[name].run(fakePages(odd).pages, true);
  return Object.fromEntries(figures.map(({ what, value, target }) => [what, [value, target]]));
};

describe('figures of', () => {
  test('one go: the floor and mark.js, round by round, and no layout by highlighting', async () => {
    expect(await figuresOf('static')).toEqual({
      'one go: times the floor': [2.5, 3],
      'one go: times faster than mark.js': [10, 8],
      'one go: layouts by highlighting': [0, 0],
    });
    expect((await figuresOf('static', { detached: 2 }))['one go: layouts by highlighting']).toEqual([2, 0]);
  });

  test('appending: a batch beside the floor, and in itself', async () => {
    expect(await figuresOf('append')).toEqual({
      'append: times the floor': [2.5, 3],
      'append: ms a batch': [5, 1],
    });
  });

  test('the start: our own scripts, the longest task with all that it draws, and until all is marked', async () => {
    expect(await figuresOf('start')).toEqual({
      'start: longest stretch of ours, ms': [6, 50],
      'start: longest task, drawing included, ms': [0, 50],
      'start: read and marked after, ms': [8, 250],
      'start: posts read': [5_000, 5_000],
    });
    const odd = await figuresOf('start', { longTasks: [70, 60] });
    expect(odd['start: longest task, drawing included, ms']).toEqual([70, 50]);
    expect((await figuresOf('start', { found: 2_000 }))['start: posts read']).toEqual([2_000, 5_000]);
  });

  test('ticking: either way, posts that are read again', async () => {
    expect(await figuresOf('tick', { rereads: 4 })).toEqual({
      'tick by nodeValue: µs a counter': [8, 1],
      'tick by nodeValue: posts read again': [4, 0],
      'tick by textContent: µs a counter': [8, 1],
      'tick by textContent: posts read again': [4, 0],
    });
  });

  test('recycling: growth, and what stays registered', async () => {
    expect(await figuresOf('recycle', { live: 1, detached: 2 })).toEqual({
      'recycling, the same elements: grown by, MB': [1.5, 5],
      'recycling, the same elements: most ranges': [40, 1_000],
      'recycling, the same elements: live ranges and ranges left behind': [3, 0],
      'recycling, new elements: grown by, MB': [1.5, 5],
      'recycling, new elements: most ranges': [40, 1_000],
      'recycling, new elements: live ranges and ranges left behind': [3, 0],
    });
  });

  test('ranges: none', async () => {
    expect(await figuresOf('ranges')).toEqual({});
  });
});

test.each(Object.keys(PAGE_PARTS) as PagePartName[])(
  '%s prints a table and asks for less when quick',
  async (name) => {
    const [quick, full] = [fakePages(), fakePages()];
    await PAGE_PARTS[name].run(quick.pages, true);
    expect(console.table).toHaveBeenCalledTimes(1);
    await PAGE_PARTS[name].run(full.pages, false);
    const size = (jobs: readonly Job[]) =>
      jobs.reduce((sum, job) => sum + ('rounds' in job ? job.rounds : 1) * job.posts, 0);
    expect(size(quick.asked)).toBeLessThan(size(full.asked));
  },
);

test('methods take turns, every other round in reverse', async () => {
  const asked: string[] = [];
  const taken = await inTurns(['a', 'b', 'c'], 3, async (method) => asked.push(method));
  expect(asked.join('')).toBe('abccbaabc');
  expect(taken).toEqual([
    { method: 'a', rounds: [1, 6, 7] },
    { method: 'b', rounds: [2, 5, 8] },
    { method: 'c', rounds: [3, 4, 9] },
  ]);
});
