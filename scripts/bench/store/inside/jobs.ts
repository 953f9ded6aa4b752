import { add, grow, stock } from './add.ts';
import { edit } from './edit.ts';
import { write } from './export.ts';
import { file } from './file.ts';
import { open } from './open.ts';
import { paging } from './paging.ts';
import { search } from './search.ts';
import { totals } from './totals.ts';
import { verify } from './verify.ts';

/** Each in a module of its own: what is asked of a fresh page, and what it answers. */
const jobs = { add, grow, stock, file, totals, paging, open, search, edit, verify, write };

type Jobs = typeof jobs;
/** Plain data. */
export type Job = {
  [K in keyof Jobs]: Parameters<Jobs[K]> extends [infer Asked] ? { kind: K } & Asked : { kind: K };
}[keyof Jobs];
export type Answer<J extends Job> = Awaited<ReturnType<Jobs[J['kind']]>>;

export async function run<J extends Job>(job: J): Promise<Answer<J>> {
  return (await jobs[job.kind](job as never)) as Answer<J>;
}
