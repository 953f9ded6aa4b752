import { median } from '../../statistics.ts';
import { round } from '../../targets.ts';
import type { Asked } from '../inside/search.ts';
import type { StorePart } from '../part.ts';

const ROUNDS = 7;
const QUICK_ROUNDS = 3;
const MOST_TEXT_MS = 300;
/** What filters and orders aim at; said, not judged. */
const SELECT_MS = 100;

export const search: StorePart = {
  title: ({ reports }) =>
    `Search, filters and orders over ${reports} reports, with the counts beside every filter`,
  needsStock: true,
  run: async (pages, { quick }) => {
    const asked = await pages.run({ kind: 'search', rounds: quick ? QUICK_ROUNDS : ROUNDS });
    console.table(asked.map(row));
    const slowest = asked.filter(({ kind }) => kind === 'select').sort((a, b) => middle(b) - middle(a))[0]!;
    console.log(
      `Slowest without text: ${slowest.what}, ${round(middle(slowest))} ms, where ${SELECT_MS} ms are aimed at`,
    );
    const texts = asked.filter(({ kind }) => kind === 'text').map(middle);
    return [
      { what: 'search: ms of the slowest text', value: Math.max(...texts), target: MOST_TEXT_MS, is: 'most' },
    ];
  },
};

const middle = ({ times }: Asked) => median(times);

function row({ what, kind, found, times }: Asked) {
  return { kind, what, found, ms: round(median(times)), 'most, ms': round(Math.max(...times)) };
}
