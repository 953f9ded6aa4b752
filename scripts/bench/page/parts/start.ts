import { median } from '../../statistics.ts';
import { type Figure, round } from '../../targets.ts';
import { FLOOR, MARK_JS, OURS_WITH_BADGES, WRAPPER } from '../inside/names.ts';
import type { StartAnswer } from '../inside/start.ts';
import type { PagePart } from '../part.ts';
import { inTurns } from '../turns.ts';

const POSTS = 5_000;
const ROUNDS = 3;
const MOST_TASK_MS = 50;
const MOST_WALL_MS = 250;
/** What a slice aims at; said, not judged. */
const SLICE_MS = 8;

export const start: PagePart = {
  title: `${POSTS} posts present at the start`,
  run: async (pages, quick) => {
    const methods = [FLOOR, OURS_WITH_BADGES, WRAPPER, MARK_JS] as const;
    const taken = await inTurns(methods, quick ? 1 : ROUNDS, (method) =>
      pages.run({ kind: 'start', method, posts: POSTS }),
    );
    console.table(taken.map(({ method, rounds }) => row(method, rounds)));
    const { rounds } = taken.find(({ method }) => method === OURS_WITH_BADGES)!;
    return figuresOf(rounds);
  },
};

function row(method: string, rounds: readonly StartAnswer[]) {
  const middle = (of: (answer: StartAnswer) => number) => round(median(rounds.map(of)));
  return {
    method,
    'wall, ms': middle(({ wall }) => wall),
    'work, ms': middle(({ ms }) => ms),
    'longest stretch, ms': middle(({ longest }) => longest),
    'long tasks': middle(({ longTasks }) => longTasks.length),
    'longest task, ms': middle(({ longTasks }) => Math.max(0, ...longTasks)),
  };
}

function figuresOf(rounds: readonly StartAnswer[]): Figure[] {
  const longest = median(rounds.map((answer) => answer.longest));
  console.log(`Longest slice of ours: ${round(longest)} ms, where ${SLICE_MS} ms are aimed at`);
  return [
    {
      what: 'start: longest task of ours, ms',
      value: median(rounds.map((answer) => Math.max(answer.longest, ...answer.longTasks))),
      target: MOST_TASK_MS,
      is: 'most',
    },
    {
      what: 'start: wall, ms',
      value: median(rounds.map(({ wall }) => wall)),
      target: MOST_WALL_MS,
      is: 'most',
    },
    {
      what: 'start: posts read',
      value: Math.min(...rounds.map(({ found }) => found ?? 0)),
      target: POSTS,
      is: 'least',
    },
  ];
}
