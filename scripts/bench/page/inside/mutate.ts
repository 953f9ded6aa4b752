import { Feed } from './feed.ts';
import { counterNodes } from './post-element.ts';
import type { Stage } from './stage.ts';

export interface MutateJob {
  posts: number;
  /** Registered at a time. */
  ranges: number;
  rounds: number;
}

export interface MutateAnswer {
  name: string;
  /** Microseconds per change of a text, one entry a round. */
  times: number[];
}

const WARM_UP = 2;
const HIGHLIGHT = 'bench';

/** What changing a text costs the page while ranges are registered for painting, of our kind and of the other. */
export async function mutate(stage: Stage, { posts, ranges, rounds }: MutateJob): Promise<MutateAnswer[]> {
  const feed = new Feed(stage.posts.slice(0, posts));
  await feed.settle();
  const counters = feed.posts.flatMap(counterNodes);
  const painted = counters.slice(0, ranges).map((node) => node.parentElement!);
  const kinds: { name: string; times: number[]; rangeIn?: (element: Element) => AbstractRange }[] = [
    { name: 'nothing', times: [] },
    { name: 'StaticRange, as ours are', times: [], rangeIn: staticRangeIn },
    { name: 'live Range', times: [], rangeIn: liveRangeIn },
  ];
  for (let round = 0; round < rounds + WARM_UP; round++) {
    for (const { rangeIn, times } of kinds) {
      // What was registered before is felt until it is collected.
      gc!();
      if (rangeIn) CSS.highlights.set(HIGHLIGHT, new Highlight(...painted.map(rangeIn)));
      const start = performance.now();
      for (const node of counters) node.nodeValue = String(1_000 + round);
      const time = performance.now() - start;
      if (round >= WARM_UP) times.push((time * 1_000) / counters.length);
      CSS.highlights.delete(HIGHLIGHT);
      await feed.settle();
    }
  }
  return kinds.map(({ name, times }) => ({ name, times }));
}

function staticRangeIn(element: Element): StaticRange {
  return new StaticRange({
    startContainer: element,
    startOffset: 0,
    endContainer: element,
    endOffset: element.childNodes.length,
  });
}

function liveRangeIn(element: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}
