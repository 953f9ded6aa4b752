import { clock } from './clock.ts';
import { Feed } from './feed.ts';
import { type Method, OURS, OURS_WITH_BADGES } from './names.ts';
import type { Ours } from './ours.ts';
import type { Contender, Stage } from './stage.ts';

export interface StaticJob {
  methods: Method[];
  posts: number;
  rounds: number;
}

/** What one method took, one entry a round. */
export interface StaticAnswer {
  name: Method;
  /** Milliseconds of its scripts. */
  times: number[];
  /** Milliseconds of the layout that was due afterwards. */
  layoutTimes: number[];
  /** Layouts that the browser counted. */
  layouts: number[];
  /** Words that were found. */
  hits: number;
}

const WARM_UP = 2;

/** Every method marks a page of posts in one go, each time in a new feed. */
export async function scanOnce(stage: Stage, { methods, posts, rounds }: StaticJob): Promise<StaticAnswer[]> {
  const answers = methods.map(
    (name): StaticAnswer => ({ name, times: [], layoutTimes: [], layouts: [], hits: 0 }),
  );
  for (let round = 0; round < rounds + WARM_UP; round++) {
    // Every other round in reverse, so that none has the better place.
    for (const answer of round % 2 === 0 ? answers : answers.toReversed()) {
      const { layoutTime, time, layouts, hits } = await runOnce(stage, answer.name, posts);
      if (round < WARM_UP) continue;
      answer.times.push(time);
      answer.layoutTimes.push(layoutTime);
      answer.layouts.push(layouts);
      answer.hits = hits;
    }
  }
  return answers;
}

async function runOnce(stage: Stage, method: Method, posts: number) {
  const feed = new Feed(stage.posts.slice(0, posts));
  const contender = stage.contender(method, feed);
  await feed.settle();
  gc!();
  await clock.rest();
  clock.take();
  const before = await benchCounts();
  clock.timed(() => contender.once());
  const layoutTime = feed.layOut();
  await clock.rest();
  feed.layOut();
  const after = await benchCounts();
  const { ms: time } = clock.take();
  const hits = isOurs(method) ? oursOf(contender, posts).hits : document.querySelectorAll('mark').length;
  contender.stop();
  return { time, layoutTime, layouts: after.layouts - before.layouts, hits };
}

/** What finds nothing is fast. */
function oursOf(contender: Contender, posts: number): Ours {
  const ours = contender as Ours;
  if (ours.posts !== posts) throw new Error(`${ours.posts} of ${posts} posts were read`);
  return ours;
}

function isOurs(method: Method): boolean {
  return method === OURS || method === OURS_WITH_BADGES;
}
