import { clock } from './clock.ts';
import { Feed } from './feed.ts';
import type { Method } from './names.ts';
import type { Stage } from './stage.ts';

export interface AppendJob {
  method: Method;
  /** Posts that are there at first, and that each batch adds. */
  posts: number;
  batch: number;
  batches: number;
}

export interface AppendAnswer {
  /** Milliseconds of the method's own work, batch by batch. */
  times: number[];
  /** The longest stretch of any batch. */
  longest: number;
  /** Milliseconds of all scripts of the page in a batch, as the browser counts them. */
  script: number;
}

/** Until the next scroll, at most; what is not done by then counts for the next batch. */
const SCROLL_MS = 500;

/** A reader scrolls to the end, and the site adds posts, again and again. */
export async function append(
  stage: Stage,
  { method, posts, batch, batches }: AppendJob,
): Promise<AppendAnswer> {
  const feed = new Feed(stage.posts.slice(0, posts));
  await feed.settle();
  const contender = stage.contender(method, feed);
  clock.timed(() => contender.start());
  await clock.rest();
  clock.take();
  gc!();
  const before = await benchCounts();
  const times: number[] = [];
  let longest = 0;
  for (let i = 0; i < batches; i++) {
    const from = posts + i * batch;
    feed.append(stage.posts.slice(from, from + batch));
    scrollTo(0, document.documentElement.scrollHeight);
    await clock.rest(SCROLL_MS);
    const work = clock.take();
    times.push(work.ms);
    longest = Math.max(longest, work.longest);
  }
  const after = await benchCounts();
  contender.stop();
  return { times, longest, script: (after.script - before.script) / batches };
}
