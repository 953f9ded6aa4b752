import { type Figure, round } from '../../targets.ts';
import { OURS, RAW } from '../inside/names.ts';
import type { OpenAnswer } from '../inside/open.ts';
import type { Memory } from '../memory.ts';
import type { StorePart } from '../part.ts';

export const open: StorePart = {
  title: ({ reports }) => `Opening the page with ${reports} reports`,
  needsStock: true,
  run: async (pages, { reports }) => {
    const raw = await pages.weigh({ kind: 'open', how: RAW });
    const ours = await pages.weigh({ kind: 'open', how: OURS });
    console.table([row('read only, raw getAll', raw), row('ours, into the index', ours)]);
    const lost: Figure = {
      what: 'open: reports in the index',
      value: ours.answer.reports,
      target: reports,
      is: 'least',
    };
    return [lost];
  },
};

function row(method: string, { answer, memory }: { answer: OpenAnswer; memory: Memory }) {
  return {
    method,
    'first rows, ms': round(answer.first),
    'all, ms': round(answer.all),
    'longest wait, ms': round(answer.longest),
    'long tasks': answer.tasks.length,
    'heap before, MB': round(memory.before),
    'at most, MB': round(memory.peak),
    'after, MB': round(memory.after),
    'process at most, MB': memory.process === undefined ? 'unknown' : round(memory.process),
  };
}
