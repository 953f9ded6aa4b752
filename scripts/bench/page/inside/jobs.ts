import { append } from './append.ts';
import { clock } from './clock.ts';
import { mutate } from './mutate.ts';
import { recycle } from './recycle.ts';
import { loadStage } from './stage.ts';
import { start } from './start.ts';
import { scanOnce } from './static.ts';
import { tick } from './tick.ts';

/** Each in a module of its own: what is asked of a fresh page, and what it answers. */
const jobs = { static: scanOnce, append, start, tick, recycle, mutate };

type Jobs = typeof jobs;
/** Plain data. */
export type Job = { [K in keyof Jobs]: { kind: K } & Parameters<Jobs[K]>[1] }[keyof Jobs];
export type Answer<J extends Job> = Awaited<ReturnType<Jobs[J['kind']]>>;

export async function run<J extends Job>(job: J): Promise<Answer<J>> {
  clock.install(globalThis);
  const stage = await loadStage();
  return (await jobs[job.kind](stage, job as never)) as Answer<J>;
}
