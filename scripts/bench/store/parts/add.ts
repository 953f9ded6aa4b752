import { median, ratio } from '../../statistics.ts';
import { type Figure, round } from '../../targets.ts';
import type { Timed } from '../inside/add.ts';
import { BATCH, DEXIE, OURS, RAW } from '../inside/names.ts';
import type { StorePart } from '../part.ts';

const SIZES = [
  { reports: 1_000, rounds: 9, quickRounds: 5 },
  { reports: 10_000, rounds: 3, quickRounds: 0 },
] as const;
const MOST_RAW = 1.15;

export const add: StorePart = {
  title: () => `Adding reports, ${BATCH} in a transaction; takes some minutes`,
  needsStock: false,
  run: async (pages, { quick, reports: most }) => {
    const figures: Figure[] = [];
    const rows: object[] = [];
    for (const { reports, rounds, quickRounds } of SIZES) {
      if (quick && quickRounds === 0) continue;
      const timed = await pages.run({
        kind: 'add',
        writers: [OURS, RAW, DEXIE],
        reports,
        rounds: quick ? quickRounds : rounds,
      });
      figures.push(figureOf(reports, ratio(by(timed, OURS), by(timed, RAW))));
      rows.push(...timed.map((each) => row(reports, each, ratio(each, by(timed, RAW)), median(each.times))));
    }
    // Too many for rounds: batches take turns.
    const timed = await pages.run({ kind: 'grow', writers: [OURS, RAW], reports: most });
    const floor = sum(by(timed, RAW));
    figures.push(figureOf(most, sum(by(timed, OURS)) / floor));
    rows.push(...timed.map((each) => row(most, each, sum(each) / floor, sum(each))));
    console.table(rows);
    return figures;
  },
};

function by(timed: readonly Timed[], name: string): Timed {
  return timed.find((each) => each.name === name)!;
}

const sum = ({ times }: Timed) => times.reduce((all, time) => all + time, 0);

function row(reports: number, { name }: Timed, times: number, ms: number): object {
  return {
    reports,
    method: name,
    '× raw': round(times),
    ms: round(ms),
    'µs a report': round((ms * 1_000) / reports),
  };
}

function figureOf(reports: number, value: number): Figure {
  return { what: `add ${reports}: times raw`, value, target: MOST_RAW, is: 'most' };
}
