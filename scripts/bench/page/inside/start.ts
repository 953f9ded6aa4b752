import { clock, wait } from './clock.ts';
import { Feed } from './feed.ts';
import type { Method } from './names.ts';
import { Ours } from './ours.ts';
import type { Stage } from './stage.ts';

export interface StartJob {
  method: Method;
  posts: number;
}

export interface StartAnswer {
  /** Milliseconds from the start until every post was read and what was found was marked. */
  marked: number;
  /** Milliseconds from the start until nothing was left to do: badges have found their places, too. */
  rest: number;
  /** Milliseconds of work, and of its longest stretch. */
  ms: number;
  longest: number;
  /** Milliseconds of each task over 50 ms that the browser saw, its rendering included. */
  longTasks: number[];
  /** Posts that were read, where the method counts them. */
  found: number | undefined;
}

/** Late entries of the browser arrive within this time. */
const LATE_MS = 300;

/** All posts of a long page are there when the method starts. */
export async function start(stage: Stage, { method, posts }: StartJob): Promise<StartAnswer> {
  const feed = new Feed(stage.posts.slice(0, posts));
  await feed.settle();
  const contender = stage.contender(method, feed);
  gc!();
  await clock.rest();
  await wait(LATE_MS);
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) =>
    longTasks.push(...list.getEntries().map(({ duration }) => duration)),
  );
  observer.observe({ type: 'longtask' });
  clock.take();
  const from = performance.now();
  clock.timed(() => contender.start());
  await clock.rest();
  const { ms, longest, end } = clock.take();
  await wait(LATE_MS);
  observer.disconnect();
  const ours = contender instanceof Ours ? contender : undefined;
  contender.stop();
  return {
    marked: (ours?.markedAt(posts) ?? end) - from,
    rest: end - from,
    ms,
    longest,
    longTasks,
    found: ours?.posts,
  };
}
