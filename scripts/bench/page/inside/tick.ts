import { clock } from './clock.ts';
import { Feed } from './feed.ts';
import { type Method, NONE } from './names.ts';
import { counterNodes } from './post-element.ts';
import { ReadSpy } from './read-spy.ts';
import { readings } from './site.ts';
import type { Stage } from './stage.ts';

export interface TickJob {
  method: Method;
  /** Other words in the same text node, or another text node. */
  how: 'nodeValue' | 'textContent';
  posts: number;
  ticks: number;
}

export interface TickAnswer {
  /** Microseconds per counter that ticked, one entry a tick. */
  times: number[];
  /** Posts that were read again in a tick. */
  rereads: number;
  /** How often something was looked up in a post, in a tick. */
  lookups: number;
  counters: number;
}

/** Four counters of every post tick; then they do it again, and every look at a post is noted. */
export async function tick(stage: Stage, { method, how, posts, ticks }: TickJob): Promise<TickAnswer> {
  const feed = new Feed(stage.posts.slice(0, posts));
  await feed.settle();
  const contender = method === NONE ? lookAtRecords(feed) : stage.contender(method, feed);
  clock.timed(() => contender.start());
  await clock.rest();
  clock.take();
  const counters = feed.posts.flatMap(counterNodes);
  const places = counters.map((node) => node.parentElement!);
  const turn = (number: number) => {
    if (how === 'nodeValue') for (const node of counters) node.nodeValue = String(number);
    else for (const place of places) place.textContent = String(number);
  };
  const times: number[] = [];
  for (let i = 0; i < ticks; i++) {
    turn(1_000 + i);
    await clock.rest();
    times.push((clock.take().ms * 1_000) / counters.length);
  }
  readings.count = 0;
  const spy = new ReadSpy();
  const seen: { posts: number; lookups: number }[] = [];
  for (let i = 0; i < ticks; i++) {
    turn(2_000 + i);
    await clock.rest();
    seen.push(spy.take());
  }
  spy.stop();
  contender.stop();
  const perTick = (of: (one: { posts: number; lookups: number }) => number) =>
    seen.reduce((sum, one) => sum + of(one), 0) / ticks;
  return {
    times,
    rereads: Math.max(
      perTick((one) => one.posts),
      readings.count / ticks,
    ),
    lookups: perTick((one) => one.lookups),
    counters: counters.length,
  };
}

/** The least that an observer does which is told of such changes: it looks where each has happened. */
function lookAtRecords({ element }: Feed) {
  const observer = new MutationObserver((records) => {
    for (const { target } of records) if (!target.isConnected) throw new Error('A counter has left the page');
  });
  return {
    start: () => observer.observe(element, { childList: true, subtree: true, characterData: true }),
    stop: () => observer.disconnect(),
  };
}
