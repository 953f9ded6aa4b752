import { isEverywhere, type Match, overlaps } from './hit';

/** Combinations are searched around at most this many places of a part. */
const MAX_ANCHORS = 200;

const NONE: Match[] = [];

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
  const placed: (readonly Match[])[] = [];
  let general: Match | undefined;
  let least = rule.least;
  for (const list of lists) {
    if (list.length === 0) continue;
    const everywhere = list.find(isEverywhere);
    if (everywhere) {
      general = everywhere;
      least--;
    } else placed.push(list);
  }
  if (placed.length < least) return NONE;
  if (placed.length === 0) return general ? [general] : NONE;
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
  let mayLack = lists.length - least;
  for (const list of lists) {
    const next = nearest(whole, list, rule);
    if (next) whole = next;
    else if (--mayLack < 0) return undefined;
  }
  return whole;
}

function nearest(whole: Match, list: readonly Match[], { within, connects }: Nearness): Match | undefined {
  let best: Match | undefined;
  let length = Math.floor(within) + 1;
  for (const candidate of list) {
    const start = Math.min(whole.start, candidate.start);
    const end = Math.max(whole.end, candidate.end);
    if (end - start >= length || shareWords(whole, candidate) || !connects(start, end)) continue;
    best = candidate;
    length = end - start;
  }
  return best && join(whole, best);
}

function join(a: Match, b: Match): Match {
  return {
    start: Math.min(a.start, b.start),
    end: Math.max(a.end, b.end),
    words: [...a.words, ...b.words],
  };
}

function shareWords(a: Match, b: Match): boolean {
  if (!overlaps(a, b)) return false;
  for (const one of a.words) for (const other of b.words) if (overlaps(one, other)) return true;
  return false;
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
