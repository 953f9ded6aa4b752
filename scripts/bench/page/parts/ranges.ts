import { median, ratio } from '../../statistics.ts';
import { round } from '../../targets.ts';
import type { PagePart } from '../part.ts';

const JOB = { kind: 'mutate', posts: 1_000, ranges: 1_000 } as const;
const ROUNDS = 9;

/** Why no range of ours is live; has no target. */
export const ranges: PagePart = {
  title: `What ${JOB.ranges} registered ranges cost the page when it changes a text`,
  run: async (pages, quick) => {
    const answers = await pages.run({ ...JOB, rounds: quick ? 3 : ROUNDS });
    const [none] = answers as [(typeof answers)[number]];
    console.table(
      answers.map((answer) => ({
        registered: answer.name,
        'µs a change': round(median(answer.times)),
        '× nothing': round(ratio(answer, none)),
      })),
    );
    return [];
  },
};
