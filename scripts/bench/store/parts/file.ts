import { median, ratio } from '../../statistics.ts';
import { round } from '../../targets.ts';
import type { StorePart } from '../part.ts';

const REPORTS = 100;
const QUICK_REPORTS = 30;

export const file: StorePart = {
  title: () => 'Filing one report, as a click does',
  needsStock: false,
  run: async (pages, { quick }) => {
    const timed = await pages.run({ kind: 'file', reports: quick ? QUICK_REPORTS : REPORTS });
    const raw = timed.at(-1)!;
    console.table(
      timed.map((each) => ({
        method: each.name,
        ms: round(median(each.times)),
        'most, ms': round(Math.max(...each.times)),
        '× raw': round(ratio(each, raw)),
      })),
    );
    return [];
  },
};
