import { median } from '../../statistics.ts';
import { type Figure, round } from '../../targets.ts';
import { NONE, OURS_WITH_BADGES } from '../inside/names.ts';
import type { PagePart } from '../part.ts';
import { inTurns } from '../turns.ts';

const JOB = { kind: 'tick', posts: 500, ticks: 20 } as const;
const HOWS = ['nodeValue', 'textContent'] as const;
const ROUNDS = 3;
const MOST_MICROSECONDS = 1;

export const tick: PagePart = {
  title: `The counters of ${JOB.posts} posts tick ${JOB.ticks} times`,
  run: async (pages, quick) => {
    const asked = HOWS.flatMap((how) =>
      ([NONE, OURS_WITH_BADGES] as const).map((method) => ({ how, method })),
    );
    const taken = await inTurns(asked, quick ? 1 : ROUNDS, (one) => pages.run({ ...JOB, ...one }));
    const measured = taken.map(({ method: { how, method }, rounds }) => ({
      how,
      method,
      time: median(rounds.flatMap(({ times }) => times)),
      rereads: Math.max(...rounds.map(({ rereads }) => rereads)),
      lookups: Math.max(...rounds.map(({ lookups }) => lookups)),
    }));
    console.table(
      measured.map(({ how, method, time, rereads, lookups }) => ({
        'counters change by': how,
        method: method === NONE ? 'floor: where each has happened' : method,
        'µs a counter': round(time),
        'posts read again a tick': round(rereads),
        'look-ups a tick': round(lookups),
      })),
    );
    return measured.filter(({ method }) => method !== NONE).flatMap(figuresOf);
  },
};

function figuresOf({ how, time, rereads }: { how: string; time: number; rereads: number }): Figure[] {
  return [
    { what: `tick by ${how}: µs a counter`, value: time, target: MOST_MICROSECONDS, is: 'most' },
    { what: `tick by ${how}: posts read again`, value: rereads, target: 0, is: 'most' },
  ];
}
