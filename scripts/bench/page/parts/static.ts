import { median, ratio } from '../../statistics.ts';
import { type Figure, round } from '../../targets.ts';
import { FLOOR, MARK_JS, OURS, OURS_WITH_BADGES, WRAPPER } from '../inside/names.ts';
import type { StaticAnswer } from '../inside/static.ts';
import type { PagePart } from '../part.ts';

const POSTS = 1_000;
const ROUNDS = 9;
const MOST_FLOORS = 3;
const LEAST_FASTER = 8;

export const scanOnce: PagePart = {
  title: `${POSTS} posts read and marked in one go`,
  run: async (pages, quick) => {
    const methods = [FLOOR, OURS, OURS_WITH_BADGES, WRAPPER, MARK_JS] as const;
    const answers = await pages.run({
      kind: 'static',
      methods: [...methods],
      posts: POSTS,
      rounds: quick ? 3 : ROUNDS,
    });
    const by = (name: string) => answers.find((answer) => answer.name === name)!;
    const [floor, ours, markJs] = [by(FLOOR), by(OURS), by(MARK_JS)];
    print(answers, floor, ours);
    return figuresOf(floor, ours, markJs);
  },
};

function figuresOf(floor: StaticAnswer, ours: StaticAnswer, markJs: StaticAnswer): Figure[] {
  return [
    { what: 'one go: times the floor', value: ratio(ours, floor), target: MOST_FLOORS, is: 'most' },
    {
      what: 'one go: times faster than mark.js',
      value: ratio(markJs, ours),
      target: LEAST_FASTER,
      is: 'least',
    },
    { what: 'one go: layouts by highlighting', value: Math.max(...ours.layouts), target: 0, is: 'most' },
  ];
}

function print(answers: readonly StaticAnswer[], floor: StaticAnswer, ours: StaticAnswer): void {
  console.table(
    answers.map((answer) => ({
      method: answer.name,
      '× floor': round(ratio(answer, floor)),
      '× ours': round(ratio(answer, ours)),
      ms: round(median(answer.times)),
      'ms of layout after': round(median(answer.layoutTimes)),
      layouts: median(answer.layouts),
      hits: answer.hits,
      rounds: answer.times.length,
    })),
  );
}
