import { round } from '../../targets.ts';
import type { StorePart } from '../part.ts';

export const verify: StorePart = {
  title: ({ reports }) => `Verifying ${reports} reports`,
  needsStock: true,
  run: async (pages) => {
    const { answer, memory } = await pages.weigh({ kind: 'verify' });
    const rows = Object.values(answer.checked).reduce((sum, count) => sum + count, 0);
    console.table([
      {
        rows,
        ms: round(answer.ms),
        'µs a row': round((answer.ms * 1_000) / rows),
        'progress told': answer.steps,
        'longest wait, ms': round(answer.longest),
        'heap at most, MB': round(memory.peak),
      },
    ]);
    // Nobody has touched the rows behind the store's back.
    return [{ what: 'verify: problems', value: answer.found, target: 0, is: 'most' }];
  },
};
