import { isEverywhere, type Match, overlaps } from './hit';

/** Combinations are searched around at most this many places of a part. */
const MAX_ANCHORS = 200;

export interface Nearness {
  /** How many parts must hold. */
  least: number;
  within: number;
  ordered: boolean;
  /** Whether a stretch may cover these offsets: false where a sentence ends between them. */
  connects: (start: number, end: number) => boolean;
}

/**
 * Places where at least `least` of the parts stand near each other, none twice on the same words.
 *
 * @param lists matches of each part in order of position; empty where a part holds nowhere
 */
export function nearMatches(lists: readonly (readonly Match[])[], rule: Nearness): Match[] {
  // Parts that hold of the post as a whole count and take no place.
  const general = lists.filter((list) => list.some(isEverywhere)).length;
  const placed = lists.filter((list) => list.length > 0 && !list.some(isEverywhere));
  const least = rule.least - general;
  if (placed.length < least) return [];
  if (placed.length === 0) return [lists.find((list) => list.length > 0)![0]!];
  if (rule.ordered) return inOrder(placed, rule);
  const found: Match[] = [];
  // If fewer than all must hold, a combination may lack the first part: then the others start one too.
  const starts = placed.length - Math.max(least, 1) + 1;
  for (let i = 0; i < starts; i++) {
    const others = placed.slice(i + 1);
    for (const anchor of placed[i]!.slice(0, MAX_ANCHORS)) {
      const whole = gather(anchor, others, least - 1, rule);
      if (whole) found.push(whole);
    }
  }
  return found;
}

/** Adds to a match the nearest of each list; `undefined` if fewer than `least` lists have one near enough. */
function gather(
  anchor: Match,
  lists: readonly (readonly Match[])[],
  least: number,
  rule: Nearness,
): Match | undefined {
  let whole = anchor;
  let joined = 0;
  for (const list of lists) {
    const next = nearest(whole, list, rule);
    if (!next) continue;
    whole = next;
    joined++;
  }
  return joined >= least ? whole : undefined;
}

function nearest(whole: Match, list: readonly Match[], { within, connects }: Nearness): Match | undefined {
  let best: Match | undefined;
  for (const candidate of list) {
    const start = Math.min(whole.start, candidate.start);
    const end = Math.max(whole.end, candidate.end);
    if (end - start > within || (best && end - start >= best.end - best.start)) continue;
    if (whole.words.some((word) => candidate.words.some((other) => overlaps(word, other)))) continue;
    if (!connects(start, end)) continue;
    best = { start, end, words: [...whole.words, ...candidate.words] };
  }
  return best;
}

function inOrder(lists: readonly (readonly Match[])[], { within, connects }: Nearness): Match[] {
  const [first = [], ...others] = lists;
  const found: Match[] = [];
  for (const anchor of first.slice(0, MAX_ANCHORS)) {
    let whole: Match | undefined = anchor;
    for (const list of others) {
      const from: Match = whole;
      const next = list.find(({ start }) => start >= from.end);
      whole =
        next && next.end - from.start <= within && connects(from.start, next.end)
          ? { start: from.start, end: next.end, words: [...from.words, ...next.words] }
          : undefined;
      if (!whole) break;
    }
    if (whole) found.push(whole);
  }
  return found;
}
