import { median } from '../../statistics.ts';
import { type Figure, round } from '../../targets.ts';
import { ELEMENT, FLOOR, MARK_JS, OURS, OURS_WITH_BADGES, WRAPPER } from '../inside/names.ts';
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
    const methods = [ELEMENT, FLOOR, OURS, OURS_WITH_BADGES, WRAPPER, MARK_JS] as const;
    const taken = await inTurns(methods, quick ? 1 : ROUNDS, (method) =>
      pages.run({ kind: 'start', method, posts: POSTS }),
    );
    console.table(taken.map(({ method, rounds }) => row(method, rounds)));
    const roundsOf = (name: string) => taken.find(({ method }) => method === name)!.rounds;
    return figuresOf(roundsOf(OURS_WITH_BADGES), roundsOf(ELEMENT));
  },
};

function row(method: string, rounds: readonly StartAnswer[]) {
  const middle = (of: (answer: StartAnswer) => number) => round(median(rounds.map(of)));
  return {
    method,
    'read and marked after, ms': middle(({ marked }) => marked),
    'at rest after, ms': middle(({ rest }) => rest),
    'work, ms': middle(({ ms }) => ms),
    'longest stretch, ms': middle(({ longest }) => longest),
    'long tasks': middle(({ longTasks }) => longTasks.length),
    'longest task, ms': middle(longestTask),
  };
}

/** The browser tells of tasks over 50 ms only; they hold scripts, layout and painting. */
function longestTask({ longTasks }: StartAnswer): number {
  return Math.max(0, ...longTasks);
}

function figuresOf(rounds: readonly StartAnswer[], element: readonly StartAnswer[]): Figure[] {
  const longest = median(rounds.map((answer) => answer.longest));
  const task = median(rounds.map(longestTask));
  const drawn = median(element.map(longestTask));
  console.log(`Longest slice of ours: ${round(longest)} ms, where ${SLICE_MS} ms are aimed at`);
  console.log(
    `Longest task: ${round(task)} ms; after one element that a page adds itself: ${round(drawn)} ms`,
  );
  return [
    {
      what: 'start: longest stretch of ours, ms',
      value: longest,
      target: MOST_TASK_MS,
      is: 'most',
    },
    { what: 'start: longest task, drawing included, ms', value: task, target: MOST_TASK_MS, is: 'most' },
    {
      what: 'start: read and marked after, ms',
      value: median(rounds.map(({ marked }) => marked)),
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
