import { parseMatchArgs } from './args.ts';
import { conclude } from './conclude.ts';
import { createInput } from './input.ts';
import { readListFile } from './list-file.ts';
import { check } from './parts/check.ts';
import { cold } from './parts/cold.ts';
import { folding } from './parts/folding.ts';
import { packs } from './parts/packs.ts';
import type { Part } from './parts/part.ts';
import { speed } from './parts/speed.ts';
import { openRunners } from './runners.ts';
import type { Figure } from './targets.ts';

/** In the order in which they run. */
const PARTS: readonly Part[] = [check, speed, folding, cold, packs];

/** Prints tables, then one line of verdict. @returns the exit status @throws BenchError for bad input */
export async function benchMatch(args: string[]): Promise<number> {
  const asked = parseMatchArgs(args);
  const listed = asked.list === undefined ? undefined : readListFile(asked.list);
  const runners = await openRunners();
  try {
    const input = await createInput(asked, listed, runners[0]!);
    console.log(
      `Terms: ${input.source}. Ratios are medians of paired rounds; times are for comparison in one run only.`,
    );
    const figures: Figure[] = [];
    for (const part of PARTS) {
      console.log(`\n── ${part.title}`);
      figures.push(...(await part.run(input, runners)));
    }
    return conclude('match', figures);
  } finally {
    for (const runner of runners) await runner.close();
  }
}
