import type { Compiled } from './compile';
import type { Hit } from './term-index';

/** A place where a condition held: the stretch it covers and the words that made it hold. */
export interface Match extends Hit {
  words: Hit[];
}

/** Combinations are searched around at most this many places of the first part. */
const MAX_MATCHES = 200;

/** Evaluates conditions over one folded text; patterns run at most once each, and only when asked for. */
export class Evaluation {
  readonly #patternHits = new Map<number, Match[]>();

  constructor(
    readonly text: string,
    readonly termHits: ReadonlyMap<number, readonly Hit[]>,
  ) {}

  /** All places where the condition holds, in order. */
  matches(condition: Compiled): Match[] {
    switch (condition.type) {
      case 'terms':
        return (this.termHits.get(condition.leaf) ?? []).map((hit) => ({
          ...hit,
          words: [hit],
        }));
      case 'pattern':
        return this.#pattern(condition.leaf, condition.pattern);
      case 'any':
        return condition.parts.flatMap((part) => this.matches(part)).sort(byStart);
      case 'all':
        return this.#all(condition.parts, condition.within);
    }
  }

  #pattern(leaf: number, pattern: RegExp): Match[] {
    let matches = this.#patternHits.get(leaf);
    if (!matches) {
      matches = [];
      for (const found of this.text.matchAll(pattern)) {
        if (found[0].length === 0) continue;
        const hit = { start: found.index, end: found.index + found[0].length };
        if (matches.push({ ...hit, words: [hit] }) >= MAX_MATCHES) break;
      }
      this.#patternHits.set(leaf, matches);
    }
    return matches;
  }

  #all(parts: readonly Compiled[], within: number): Match[] {
    // Cheap parts first, so that most texts are given up before a pattern runs.
    const ordered = [...parts].sort((a, b) => Number(a.type === 'pattern') - Number(b.type === 'pattern'));
    const lists: Match[][] = [];
    for (const part of ordered) {
      const list = this.matches(part);
      if (list.length === 0) return [];
      lists.push(list);
    }
    const [first = [], ...others] = lists;
    const found: Match[] = [];
    for (const anchor of first.slice(0, MAX_MATCHES)) {
      let whole: Match | undefined = anchor;
      for (const list of others) whole = whole && join(whole, list, within);
      if (whole) found.push(whole);
    }
    return found;
  }
}

/** Adds the nearest match of a list that does not overlap a word already used and keeps the whole short enough. */
function join(whole: Match, list: readonly Match[], within: number): Match | undefined {
  let best: Match | undefined;
  for (const candidate of list) {
    if (whole.words.some((word) => candidate.words.some((other) => overlaps(word, other)))) continue;
    const start = Math.min(whole.start, candidate.start);
    const end = Math.max(whole.end, candidate.end);
    if (end - start > within || (best && end - start >= best.end - best.start)) continue;
    best = { start, end, words: [...whole.words, ...candidate.words] };
  }
  return best;
}

function overlaps(a: Hit, b: Hit): boolean {
  return a.start < b.end && b.start < a.end;
}

function byStart(a: Hit, b: Hit): number {
  return a.start - b.start;
}
