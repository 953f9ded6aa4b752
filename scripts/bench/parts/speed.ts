import type { Measured } from '../inside/measure.ts';
import { FAST_PEERS, FLOOR, OURS, SLOW_PEERS } from '../inside/names.ts';
import type { Runner } from '../runners.ts';
import { join, median, ratio } from '../statistics.ts';
import { type Figure, round } from '../targets.ts';
import type { Part } from './part.ts';

/** Against the best peer and the floor, by the number of terms; on short posts. */
const TARGETS: Readonly<Record<number, { peer: number; floor: number }>> = {
  10000: { peer: 10, floor: 3.5 },
  60000: { peer: 6, floor: 7 },
};

/** Each list in fresh processes: how an engine compiles a loop varies from one to the next. */
const PROCESSES = 3;
const ROUNDS = 5;

export const speed: Part = {
  title: 'Scanning, engines in alternation',
  run: async (input, runners) => {
    const figures: Figure[] = [];
    for (const runner of runners) {
      for (const terms of input.lists) {
        const posts = await compare(runner, terms, input.posts, input.quick);
        print(`${runner.name}, ${terms.length} terms, ${input.posts.length} posts, one call per post`, posts);
        figures.push(...figuresOf(`${runner.name}, ${terms.length} terms`, terms.length, posts));
        if (input.quick) continue;
        const long = await compare(runner, terms, [input.long], false);
        print(`${runner.name}, ${terms.length} terms, one text of ${input.long.length} characters`, long);
      }
    }
    return figures;
  },
};

/** The slow engines take part in one process only, and none in a quick run. */
async function compare(
  runner: Runner,
  terms: string[],
  texts: string[],
  quick: boolean,
): Promise<Measured[]> {
  const job = { kind: 'compare' as const, terms, texts, rounds: ROUNDS };
  const fast = [FLOOR, OURS, ...FAST_PEERS];
  const runs = [await runner.run({ ...job, engines: quick ? fast : [...fast, ...SLOW_PEERS] })];
  while (runs.length < (quick ? 1 : PROCESSES)) runs.push(await runner.run({ ...job, engines: fast }));
  return join(runs);
}

function figuresOf(where: string, size: number, measured: readonly Measured[]): Figure[] {
  const target = TARGETS[size];
  if (!target) return [];
  const [floor, ours, ...peers] = measured as [Measured, Measured, ...Measured[]];
  const best = Math.min(...peers.map((peer) => ratio(peer, ours)));
  return [
    { what: `${where}: times faster than the best peer`, value: best, target: target.peer, is: 'least' },
    { what: `${where}: times the floor`, value: ratio(ours, floor), target: target.floor, is: 'most' },
  ];
}

function print(title: string, measured: readonly Measured[]): void {
  const [floor, ours] = measured as [Measured, Measured];
  console.log(`\n${title}`);
  console.table(
    measured.map((each) => ({
      engine: each.name,
      '× floor': round(ratio(each, floor)),
      '× ours': round(ratio(each, ours)),
      'ns per character': round(median(each.times)),
      rounds: each.times.length,
      'on characters': each.units,
      'hits per 1,000': round((each.hits / each.units) * 1000),
    })),
  );
}
