import { mean, median, ratio } from '../../statistics.ts';
import { round } from '../../targets.ts';
import type { AppendAnswer } from '../inside/append.ts';
import { FLOOR, MARK_JS, type Method, NONE, OURS, OURS_WITH_BADGES, WRAPPER } from '../inside/names.ts';
import type { Pages } from '../pages.ts';
import type { PagePart } from '../part.ts';
import { inTurns } from '../turns.ts';

const JOB = { kind: 'append', posts: 500, batch: 20, batches: 50 } as const;
const ROUNDS = 3;
const MOST_FLOORS = 3;
const MOST_MS = 1;

export const append: PagePart = {
  title: `${JOB.batch} posts appended per scroll, ${JOB.batches} times, to a page of ${JOB.posts}`,
  run: async (pages, quick) => {
    const methods = [NONE, FLOOR, OURS, OURS_WITH_BADGES, WRAPPER, MARK_JS] as const;
    const answers = await inTurns(methods, quick ? 1 : ROUNDS, (method) => ask(pages, method));
    const all = answers.map(({ method, rounds }) => ({
      method,
      times: rounds.flatMap(({ times }) => times),
      longest: Math.max(...rounds.map(({ longest }) => longest)),
      script: median(rounds.map(({ script }) => script)),
    }));
    const by = (name: Method) => all.find(({ method }) => method === name)!;
    const [none, floor, ours] = [by(NONE), by(FLOOR), by(OURS)];
    console.table(
      all.map((each) => ({
        method: each.method,
        '× floor': round(ratio(each, floor)),
        'ms a batch': round(median(each.times)),
        'mean, ms': round(mean(each.times)),
        'longest stretch, ms': round(each.longest),
        'all scripts, ms more a batch': round(each.script - none.script),
      })),
    );
    return [
      { what: 'append: times the floor', value: ratio(ours, floor), target: MOST_FLOORS, is: 'most' },
      { what: 'append: ms a batch', value: median(ours.times), target: MOST_MS, is: 'most' },
    ];
  },
};

function ask(pages: Pages, method: Method): Promise<AppendAnswer> {
  return pages.run({ ...JOB, method });
}
