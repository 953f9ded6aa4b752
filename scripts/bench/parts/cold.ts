import { FASTSCAN, MINT, MODERN, MONYONE, OURS, REGEXP } from '../inside/names.ts';
import type { Runner } from '../runners.ts';
import { median } from '../statistics.ts';
import { round } from '../targets.ts';
import type { Part } from './part.ts';

const MOST_MS = 120;
const MOST_MEGABYTES = 6;
const LOADED_TERMS = 5_000;
const PROCESSES = 5;
const QUICK_PROCESSES = 3;

/** Building and loading in fresh Node processes, where nothing is compiled yet. */
export const cold: Part = {
  title: 'Cold start, in fresh Node processes',
  run: async ({ lists, quick }, [runner]) => {
    const terms = lists.at(-1)!;
    const processes = quick ? QUICK_PROCESSES : PROCESSES;
    const rows = [await build(runner!, OURS, terms, processes)];
    for (const peer of quick ? [] : [MONYONE, FASTSCAN, MODERN, MINT, REGEXP]) {
      rows.push(await build(runner!, peer, terms, 1));
    }
    console.log(`\nBuilding for ${terms.length} terms`);
    console.table(
      rows.map(({ ms, megabytes, ...row }) => ({ ...row, ms: round(ms), 'MB in use': round(megabytes) })),
    );
    await load(runner!, terms.slice(0, LOADED_TERMS), processes);
    const { ms, megabytes } = rows[0]!;
    return [
      { what: `build of ${terms.length} terms, ms`, value: ms, target: MOST_MS, is: 'most' },
      { what: `matcher of ${terms.length} terms, MB`, value: megabytes, target: MOST_MEGABYTES, is: 'most' },
    ];
  },
};

async function build(runner: Runner, engine: string, terms: string[], processes: number) {
  const runs = [];
  while (runs.length < processes) runs.push(await runner.run({ kind: 'build', engine, terms }));
  return {
    engine,
    processes,
    ms: median(runs.map(({ ms }) => ms)),
    megabytes: median(runs.map(({ megabytes }) => megabytes)),
  };
}

async function load(runner: Runner, terms: string[], processes: number): Promise<void> {
  const runs = [];
  while (runs.length < processes) runs.push(await runner.run({ kind: 'load', terms }));
  console.log(`\nHanding over ${terms.length} terms`);
  console.table([
    { how: 'build', ms: round(median(runs.map((run) => run.build))) },
    { how: 'fromBuffer', ms: round(median(runs.map((run) => run.load))), bytes: runs[0]!.bytes },
  ]);
}
