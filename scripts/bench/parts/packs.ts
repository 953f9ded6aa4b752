import type { RuleProgram } from '../../../utils/rules/compile/program.ts';
import { loadEngine } from '../../lib/engine.ts';
import type { Measured } from '../inside/measure.ts';
import { createRandom, shuffle } from '../random.ts';
import type { Runner } from '../runners.ts';
import { median, ratio } from '../statistics.ts';
import { type Figure, round } from '../targets.ts';
import type { Part } from './part.ts';

const MOST_MICROSECONDS = 30;
/** All rules may cost at most so many times what a quarter of them costs. */
const MOST_GROWTH = 2.5;
const UNITS = 300;
const TEXTS = 300;
const ROUNDS = 5;
const PROCESSES = 3;
const ALL = 'all rules';

interface Shipped {
  programs: { name: string; program: RuleProgram }[];
  /** Texts that come near a rule: the misses of the packs. */
  near: string[];
}

/** Whole conditions, not only words: the rules that ship, on posts of 300 characters. */
export const packs: Part = {
  title: 'The shipped packs, with all conditions',
  run: async ({ posts, quick }, runners) => {
    const { programs, near } = await shipped();
    const ordinary = cut(posts);
    const figures: Figure[] = [];
    for (const runner of runners) {
      const measured = await measure(runner, programs, ordinary, 'generated posts');
      await measure(runner, programs.slice(0, 1), cut(near), 'near misses of the rules, six to a post');
      const [all] = measured as [Measured];
      figures.push({
        what: `${runner.name}: a post of ${UNITS} characters, µs`,
        value: microseconds(all),
        target: MOST_MICROSECONDS,
        is: 'most',
      });
      figures.push({
        what: `${runner.name}: all rules, × a quarter of them`,
        value: ratio(all, measured.at(-1)!),
        target: MOST_GROWTH,
        is: 'most',
      });
    }
    const runs = [];
    while (runs.length < (quick ? 1 : PROCESSES))
      runs.push(await runners[0]!.run({ kind: 'link', program: programs[0]!.program }));
    console.log(
      `\nGetting the program ready in a fresh process: ${round(median(runs.map(({ ms }) => ms)))} ms`,
    );
    return figures;
  },
};

async function measure(
  runner: Runner,
  programs: Shipped['programs'],
  texts: string[],
  what: string,
): Promise<Measured[]> {
  const measured = await runner.run({ kind: 'packs', programs, texts, rounds: ROUNDS });
  console.log(`\n${runner.name}, ${what}`);
  console.table(
    measured.map((each) => ({
      rules: each.name,
      'µs a post': round(microseconds(each)),
      'findings a post': round((each.hits / each.units) * UNITS),
    })),
  );
  return measured;
}

async function shipped(): Promise<Shipped> {
  const engine = await loadEngine();
  try {
    const { builtInPacks, sharedPacks } = engine.rules;
    const compile = (nth: number) =>
      engine.compile.compilePacks(
        builtInPacks.map((pack) => ({ ...pack, rules: pack.rules.filter((_, i) => i % nth === 0) })),
        sharedPacks,
      );
    const programs = [1, 2, 4].map((nth) => {
      const program = compile(nth);
      return { name: nth === 1 ? `${ALL}: ${program.rules.length}` : String(program.rules.length), program };
    });
    const misses = builtInPacks.flatMap(({ rules }) =>
      rules.flatMap((rule) => rule.misses.map((miss) => (typeof miss === 'string' ? miss : miss.text))),
    );
    return { programs, near: shuffle(createRandom(2), misses) };
  } finally {
    await engine.close();
  }
}

/** Posts of {@link UNITS} units, of as many texts as that takes. */
function cut(texts: readonly string[]): string[] {
  const joined = texts.join('\n');
  return Array.from({ length: Math.min(TEXTS, Math.floor(joined.length / UNITS)) }, (_, i) =>
    joined.slice(i * UNITS, (i + 1) * UNITS).toWellFormed(),
  );
}

function microseconds(measured: Measured): number {
  return (median(measured.times) * UNITS) / 1_000;
}
