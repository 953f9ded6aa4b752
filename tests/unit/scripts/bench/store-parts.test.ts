// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Job } from '@/scripts/bench/store/inside/jobs';
import type { StorePages } from '@/scripts/bench/store/pages';
import { STORE_PARTS, type StorePartName } from '@/scripts/bench/store/parts';

beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'table').mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const FULL = { quick: false, reports: 100_000 };
const QUICK = { quick: true, reports: 10_000 };

/** What each way of writing took in a made-up run, in milliseconds. */
const TIMES: Readonly<Record<string, number[]>> = {
  ours: [22, 11, 900],
  'raw IndexedDB': [20, 10, 1_000],
  'Dexie bulkAdd': [30, 30, 30],
};
const odd = { found: 0, indexed: 100_000, last: 4, text: [40, 90, 50] };
const busy = { longest: 12, tasks: [60] };
const paged = (depth: string, ms: number) => ({
  depth,
  page: [9, ms, 1],
  rows: [3, 3.5, 40],
  key: [1],
  offset: [700],
});

function answerTo(job: Job, { found, indexed, last, text }: typeof odd): unknown {
  switch (job.kind) {
    case 'add':
    case 'grow':
      return job.writers.map((name) => ({ name, times: TIMES[name] }));
    case 'file':
      return ['ours', 'raw IndexedDB'].map((name) => ({ name, times: TIMES[name] }));
    case 'totals':
      return { first: 30, ours: [1, 2, 200], count: [300] };
    case 'paging':
      return [paged('first', 2), paged('middle', 3), paged('last', last)];
    case 'open':
      return { ...busy, first: 100, all: 4_000, reports: indexed };
    case 'search':
      return [
        { kind: 'select', what: 'by site', found: 9, times: [150] },
        { kind: 'select', what: 'everything', found: 9, times: [10] },
        ...text.map((ms) => ({ kind: 'text', what: `${ms}`, found: 1, times: [ms, ms, 1_000] })),
      ];
    case 'edit':
      return { edited: 1_000, undone: 1_000, editMs: 100, undoMs: 200, edit: busy, undo: busy };
    case 'verify':
      return { ...busy, ms: 5_000, steps: 7, found, checked: { reports: 100_000, history: 100_000 } };
    default:
      return true;
  }
}

/** Answers every job with what stands above, and notes what was asked. */
function fakePages(parts: Partial<typeof odd> = {}) {
  const asked: Job[] = [];
  const run = async (job: Job) => {
    asked.push(job);
    return answerTo(job, { ...odd, ...parts }) as never;
  };
  const memory = { before: 1, peak: 60, after: 30, process: undefined };
  const pages: StorePages = {
    run,
    weigh: async (job) => ({ answer: await run(job), memory }),
    close: async () => undefined,
  };
  return { pages, asked };
}

const figuresOf = async (name: StorePartName, parts: Partial<typeof odd> = {}) => {
  const figures = await STORE_PARTS[name].run(fakePages(parts).pages, FULL);
  return Object.fromEntries(figures.map(({ what, value, target, is }) => [what, [value, is, target]]));
};

describe('figures of', () => {
  test('adding: rounds are paired, batches of the large database summed up', async () => {
    expect(await figuresOf('add')).toEqual({
      'add 1000: times raw': [1.1, 'most', 1.15],
      'add 10000: times raw': [1.1, 'most', 1.15],
      'add 100000: times raw': [933 / 1_030, 'most', 1.15],
    });
  });

  test('totals: the middle one', async () => {
    expect(await figuresOf('totals')).toEqual({ 'totals, ms': [2, 'most', 10] });
  });

  test('paging: the slowest depth, the last beside the first, the rows, and no offsets', async () => {
    expect(await figuresOf('paging')).toEqual({
      'paging: ms a page, at any depth': [4, 'most', 5],
      'paging: last page, times the first': [2, 'most', 2],
      'paging: ms for the rows of a page': [3.5, 'most', 5],
      'paging: code that pages by offset': [0, 'most', 0],
    });
    expect((await figuresOf('paging', { last: 8 }))['paging: last page, times the first']![0]).toBe(4);
  });

  test('opening: reports that are missing in the index', async () => {
    expect(await figuresOf('open', { indexed: 99_999 })).toEqual({
      'open: reports in the index': [99_999, 'least', 100_000],
    });
  });

  test('searching: the slowest text, not the slowest filter', async () => {
    expect(await figuresOf('search')).toEqual({ 'search: ms of the slowest text': [90, 'most', 300] });
    expect(vi.mocked(console.log).mock.lastCall![0]).toContain('by site, 150 ms');
  });

  test('verifying: what it finds though nobody has touched anything', async () => {
    expect(await figuresOf('verify', { found: 3 })).toEqual({ 'verify: problems': [3, 'most', 0] });
  });

  test('single filings and edits of many: none', async () => {
    expect([await figuresOf('file'), await figuresOf('edit')]).toEqual([{}, {}]);
  });
});

test.each(Object.keys(STORE_PARTS) as StorePartName[])('%s prints one table, quick or not', async (name) => {
  for (const extent of [FULL, QUICK]) {
    const { pages, asked } = fakePages();
    await STORE_PARTS[name].run(pages, extent);
    expect(asked.length).toBeGreaterThan(0);
    expect(STORE_PARTS[name].title(extent)).not.toBe('');
  }
  expect(console.table).toHaveBeenCalledTimes(2);
});

test('parts that read the large database say so, and the one that fills it comes before them', () => {
  const parts = Object.entries(STORE_PARTS);
  expect(parts.filter(([, { needsStock }]) => !needsStock).map(([name]) => name)).toEqual(['add', 'file']);
  expect(parts[0]![0]).toBe('add');
});

test('quick: fewer sizes and rounds', async () => {
  const sizes = async (extent: typeof FULL) => {
    const { pages, asked } = fakePages();
    for (const name of ['add', 'edit'] as const) await STORE_PARTS[name].run(pages, extent);
    return asked.map((job) => ('reports' in job ? job.reports : 0));
  };
  expect(await sizes(FULL)).toEqual([1_000, 10_000, 100_000, 1_000, 10_000]);
  expect(await sizes(QUICK)).toEqual([1_000, 10_000, 1_000]);
});
