import { round } from '../../targets.ts';
import type { StorePart } from '../part.ts';

const SIZES = [1_000, 10_000];

export const edit: StorePart = {
  title: ({ reports }) => `Editing many of ${reports} reports at once, and taking it back`,
  needsStock: true,
  run: async (pages, { quick }) => {
    const rows: object[] = [];
    for (const reports of quick ? SIZES.slice(0, 1) : SIZES) {
      const answer = await pages.run({ kind: 'edit', reports });
      rows.push({
        edited: answer.edited,
        ms: round(answer.editMs),
        'longest wait, ms': round(answer.edit.longest),
        'taken back': answer.undone,
        'ms ': round(answer.undoMs),
        'longest wait, ms ': round(answer.undo.longest),
      });
    }
    console.table(rows);
    return [];
  },
};
