import { median } from '../../statistics.ts';
import { type Figure, round } from '../../targets.ts';
import type { Depth, PagingAnswer } from '../inside/paging.ts';
import { findOffsets } from '../no-offset.ts';
import type { StorePart } from '../part.ts';

const SIZE = 50;
const ROUNDS = 25;
const QUICK_ROUNDS = 9;
const MOST_MS = 5;
const MOST_LAST = 2;

export const paging: StorePart = {
  title: ({ reports }) => `A page of ${SIZE} of ${reports} reports`,
  needsStock: true,
  run: async (pages, { quick }) => {
    const answers = await pages.run({ kind: 'paging', size: SIZE, rounds: quick ? QUICK_ROUNDS : ROUNDS });
    console.table(answers.map(row));
    const offsets = findOffsets();
    console.log(`Code that pages by offset: ${offsets.length === 0 ? 'none' : offsets.join(', ')}`);
    return [
      ...figuresOf(answers),
      { what: 'paging: code that pages by offset', value: offsets.length, target: 0, is: 'most' },
    ];
  },
};

function row({ depth, page, rows, key, offset }: PagingAnswer) {
  return {
    page: depth,
    'ours, ms': round(median(page)),
    'most, ms': round(Math.max(...page)),
    'by ids, ms': round(median(rows)),
    'raw by key, ms': round(median(key)),
    'raw by offset, ms': round(median(offset)),
  };
}

function figuresOf(answers: readonly PagingAnswer[]): Figure[] {
  const at = (depth: Depth) => answers.find((answer) => answer.depth === depth)!;
  const slowest = (of: (answer: PagingAnswer) => number[]) =>
    Math.max(...answers.map((answer) => median(of(answer))));
  const [first, last] = [median(at('first').page), median(at('last').page)];
  return [
    {
      what: 'paging: ms a page, at any depth',
      value: slowest(({ page }) => page),
      target: MOST_MS,
      is: 'most',
    },
    { what: 'paging: last page, times the first', value: last / first, target: MOST_LAST, is: 'most' },
    {
      what: 'paging: ms for the rows of a page',
      value: slowest(({ rows }) => rows),
      target: MOST_MS,
      is: 'most',
    },
  ];
}
