import { median } from '../../statistics.ts';
import { type Figure, round } from '../../targets.ts';
import { NONE, OURS_WITH_BADGES } from '../inside/names.ts';
import type { RecycleAnswer } from '../inside/recycle.ts';
import type { PagePart } from '../part.ts';

const JOB = { kind: 'recycle', posts: 5_000, shown: 60, step: 10 } as const;
const HOWS = ['reuse', 'renew'] as const;
const SAID = { reuse: 'the same elements', renew: 'new elements' };
const MOST_MEGABYTES = 5;
const MOST_RANGES = 1_000;

export const recycle: PagePart = {
  title: `${JOB.posts} posts pass through ${JOB.shown} places, ${JOB.step} at a time`,
  run: async (pages, quick) => {
    const posts = quick ? JOB.posts / 5 : JOB.posts;
    const rows: Record<string, string | number>[] = [];
    const figures: Figure[] = [];
    for (const how of HOWS) {
      for (const method of [NONE, OURS_WITH_BADGES] as const) {
        const answer = await pages.run({ ...JOB, posts, how, method });
        rows.push({ 'posts in': SAID[how], method, ...row(answer) });
        if (method !== NONE) figures.push(...figuresOf(SAID[how], answer));
      }
    }
    console.table(rows);
    return figures;
  },
};

function row({ growth, times, most, live, detached, marked }: RecycleAnswer) {
  return {
    'grown by, MB': round(growth),
    'ms a step': round(median(times)),
    'longest step, ms': round(Math.max(...times)),
    'posts marked': marked,
    'most ranges': most,
    'live ranges': live,
    'ranges left behind': detached,
  };
}

function figuresOf(how: string, { growth, most, live, detached }: RecycleAnswer): Figure[] {
  return [
    { what: `recycling, ${how}: grown by, MB`, value: growth, target: MOST_MEGABYTES, is: 'most' },
    { what: `recycling, ${how}: most ranges`, value: most, target: MOST_RANGES, is: 'most' },
    {
      what: `recycling, ${how}: live ranges and ranges left behind`,
      value: live + detached,
      target: 0,
      is: 'most',
    },
  ];
}
