import { clock } from './clock.ts';
import { Feed } from './feed.ts';
import { NONE, type OURS_WITH_BADGES } from './names.ts';
import type { Ours } from './ours.ts';
import { type Registered, registered } from './registered.ts';
import type { Stage } from './stage.ts';

export interface RecycleJob {
  method: typeof NONE | typeof OURS_WITH_BADGES;
  /** The same elements with other posts, or new elements for old ones. */
  how: 'reuse' | 'renew';
  /** Posts that pass in all, that are in the page at a time, and that change in a step. */
  posts: number;
  shown: number;
  step: number;
}

export interface RecycleAnswer extends Omit<Registered, 'ranges'> {
  /** Megabytes that the page has grown by. */
  growth: number;
  /** Milliseconds of work, step by step. */
  times: number[];
  /** The most ranges that were registered at a time. */
  most: number;
  /** Posts that were marked on the way. */
  marked: number;
}

/** Until the next step, at most. */
const STEP_MS = 50;

/** A virtual list lets many posts pass through few places. */
export async function recycle(
  stage: Stage,
  { method, how, posts, shown, step }: RecycleJob,
): Promise<RecycleAnswer> {
  const feed = new Feed(stage.posts.slice(0, shown));
  await feed.settle();
  const ours = method === NONE ? undefined : (stage.contender(method, feed) as Ours);
  clock.timed(() => ours?.start());
  await clock.rest();
  clock.take();
  const before = await benchHeap();
  const times: number[] = [];
  const marked = new Set<string>();
  const all = { most: 0, live: 0 };
  for (let from = shown; from + step <= posts + shown; from += step) {
    feed[how](stage.posts.slice(from, from + step));
    // Whoever scrolls does not wait for us.
    await clock.rest(STEP_MS);
    times.push(clock.take().ms);
    const { ranges, live } = registered();
    all.most = Math.max(all.most, ranges);
    all.live += live;
    for (const key of ours?.markedKeys ?? []) marked.add(key);
  }
  await clock.rest();
  const { detached } = registered();
  const growth = (await benchHeap()) - before;
  ours?.stop();
  return { ...all, detached, growth, times, marked: marked.size };
}
