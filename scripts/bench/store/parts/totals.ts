import { median } from '../../statistics.ts';
import { round } from '../../targets.ts';
import type { StorePart } from '../part.ts';

const ROUNDS = 25;
const QUICK_ROUNDS = 9;
const MOST_MS = 10;

export const totals: StorePart = {
  title: ({ reports }) => `Totals of ${reports} reports`,
  needsStock: true,
  run: async (pages, { quick }) => {
    const { first, ours, count } = await pages.run({ kind: 'totals', rounds: quick ? QUICK_ROUNDS : ROUNDS });
    console.table([
      { method: 'ours', ms: round(median(ours)), 'most, ms': round(Math.max(...ours)) },
      { method: 'count() of one table', ms: round(median(count)), 'most, ms': round(Math.max(...count)) },
    ]);
    console.log(`In a page that has just been opened, with the database to open: ${round(first)} ms`);
    return [{ what: 'totals, ms', value: median(ours), target: MOST_MS, is: 'most' }];
  },
};
