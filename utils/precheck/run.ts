import { CHECKS, type CheckTally, type Concern } from '../model/concern';
import type { Post } from '../model/post';
import { pause } from '../pause';
import type { CheckContext, Checked, CounterFound } from './define-check';
import { checks } from './index';
import { earlierPass } from './overruled';

/** Everything to look at before one report leaves, in the order of {@link CHECKS}. */
export function runChecks(checked: Checked, context: CheckContext): Concern[] {
  const { leaving } = context;
  const once = { ...context, counters: onceForEach(context.counters) };
  return checks.flatMap((check): Concern[] => {
    if (!check.for.includes(leaving)) return [];
    const found = check.look(checked, once);
    if (!found) return [];
    const earlier = earlierPass(checked.report, check.id, leaving);
    return [{ check: check.id, ...found, ...(earlier ? { earlier } : {}) }];
  });
}

export interface TallyOptions {
  signal?: AbortSignal;
  /** Called after every batch with the number of reports looked at. */
  onProgress?: (done: number) => void;
}

/**
 * The checks over many reports, batch by batch.
 *
 * @returns tallies of the checks that anything raised, in the order of {@link CHECKS}
 * @throws the signal's reason when it is aborted
 */
export async function tallyChecks(
  batches: AsyncIterable<readonly Checked[]> | Iterable<readonly Checked[]>,
  context: CheckContext,
  { signal, onProgress }: TallyOptions = {},
): Promise<{ total: number; tallies: CheckTally[] }> {
  const raised = new Map(CHECKS.map((check) => [check, { ids: [] as string[], passed: 0 }]));
  let total = 0;
  for await (const batch of batches) {
    for (const checked of batch) {
      signal?.throwIfAborted();
      for (const { check, earlier } of runChecks(checked, context)) {
        const tally = raised.get(check)!;
        if (earlier?.stands) tally.passed++;
        else tally.ids.push(checked.report.id);
      }
      total++;
    }
    onProgress?.(total);
    await pause();
  }
  signal?.throwIfAborted();
  const tallies = [...raised].flatMap(([check, { ids, passed }]): CheckTally[] =>
    ids.length + passed > 0 ? [{ check, count: ids.length, ids, passed }] : [],
  );
  return { total, tallies };
}

function onceForEach(counters: CheckContext['counters']): CheckContext['counters'] {
  const known = new Map<Post, readonly CounterFound[]>();
  return (post) => {
    const found = known.get(post) ?? counters(post);
    known.set(post, found);
    return found;
  };
}
