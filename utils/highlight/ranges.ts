import type { Span } from '../model/finding';

/** A stretch of text taken unchanged from one node; see utils/sites/readable-text.ts. */
interface Run {
  at: number;
  from: number;
  length: number;
  node: Text;
}

/**
 * Turns spans of readable text into ranges of the page, one per text node touched. `StaticRange` because live
 * ranges tax every mutation of the page (facts: performance.md section 3.5).
 */
export function toRanges(runs: readonly Run[], spans: readonly Pick<Span, 'start' | 'end'>[]): StaticRange[] {
  const ranges: StaticRange[] = [];
  for (const { start, end } of spans) {
    for (let i = firstRunAfter(runs, start); i < runs.length; i++) {
      const run = runs[i]!;
      if (run.at >= end) break;
      const from = run.from + Math.max(0, start - run.at);
      const to = run.from + Math.min(run.length, end - run.at);
      if (from < to) {
        ranges.push(
          new StaticRange({
            startContainer: run.node,
            startOffset: from,
            endContainer: run.node,
            endOffset: to,
          }),
        );
      }
    }
  }
  return ranges;
}

/** Index of the first run that ends after a text offset. */
function firstRunAfter(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (run.at + run.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether all that ranges name is still part of the page. */
export function areInPage(ranges: readonly StaticRange[]): boolean {
  return ranges.every(({ startContainer }) => startContainer.isConnected);
}
