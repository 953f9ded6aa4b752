import type { Measured } from '../inside/measure.ts';
import { FOLDED, OURS, UNFOLDED } from '../inside/names.ts';
import type { Runner } from '../runners.ts';
import { join, median, ratio } from '../statistics.ts';
import { type Figure, round } from '../targets.ts';
import type { Part } from './part.ts';

/** Percent of the scan, for width, case, traditional characters, zero-width characters and look-alikes. */
const MOST = 5;
const TERMS = 10_000;
const PROCESSES = 5;
const ROUNDS = 7;

/** The same engine on the same posts under three fold tables. */
export const folding: Part = {
  title: 'What folding costs',
  run: async ({ lists, posts, quick }, runners) => {
    const terms = lists.find(({ length }) => length >= TERMS) ?? lists.at(-1)!;
    const figures: Figure[] = [];
    for (const runner of runners) {
      const measured = await compare(runner, terms, posts, quick ? 2 : PROCESSES);
      const [unfolded, folded] = measured as [Measured, Measured, Measured];
      console.log(`\n${runner.name}, ${terms.length} terms`);
      console.table(measured.map((each) => row(each, unfolded)));
      const value = percent(folded, unfolded);
      figures.push({
        what: `${runner.name}: cost of folding, % of the scan`,
        value,
        target: MOST,
        is: 'most',
      });
    }
    return figures;
  },
};

async function compare(
  runner: Runner,
  terms: string[],
  texts: string[],
  processes: number,
): Promise<Measured[]> {
  const engines = [UNFOLDED, FOLDED, OURS];
  const runs: Measured[][] = [];
  while (runs.length < processes) {
    // Whoever comes first is compiled for less; each has its turn.
    engines.push(engines.shift()!);
    runs.push(await runner.run({ kind: 'compare', engines, terms, texts, rounds: ROUNDS }));
  }
  const all = join(runs);
  return [UNFOLDED, FOLDED, OURS].map((name) => all.find((measured) => measured.name === name)!);
}

function row(measured: Measured, unfolded: Measured) {
  return {
    engine: measured.name === OURS ? 'ours, fillers passed over as well' : measured.name,
    'ns per character': round(median(measured.times)),
    'more than without, %': round(percent(measured, unfolded)),
    'hits per 1,000': round((measured.hits / measured.units) * 1000),
  };
}

function percent(measured: Measured, unfolded: Measured): number {
  return (ratio(measured, unfolded) - 1) * 100;
}
