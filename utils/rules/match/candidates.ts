import type { Way } from '../compile/program';
import type { TermHits } from '../matcher/term-matcher';
import type { OpenLeaves } from './open-leaves';
import type { RuleSet, Vocabulary } from './rule-set';

/** What a text's words say of the rules; the buffers are those of the matchers, good until the next text. */
export interface Scans {
  words: TermHits;
  sounds: TermHits | undefined;
}

/**
 * Ways all of whose gates are open, near enough to each other, in order of the packs.
 *
 * @param stretch units of the text for one that is read
 * @param hasEvidence of its files
 */
export function candidatesOf(
  rules: RuleSet,
  { words, sounds }: Scans,
  stretch: number,
  hasEvidence: boolean,
): number[] {
  const { open, program } = rules;
  open.begin();
  mark(words, rules.words, rules, false);
  if (sounds && rules.sounds) mark(sounds, rules.sounds, rules, true);
  if (hasEvidence) for (const way of rules.mediaWays) open.open(way);
  return open.ways.filter((way) => isOpen(program.ways[way]!, open, stretch)).sort((a, b) => a - b);
}

/** Hits are noted by their place in the triples, those by sound as the complement of it. */
function mark({ count, triples }: TermHits, { table }: Vocabulary, rules: RuleSet, sounded: boolean): void {
  const { open, waysAt } = rules;
  for (let i = 0; i < count * 3; i += 3) {
    for (const leaf of table.leaves[triples[i + 2]!]!) {
      if (!open.add(leaf, triples[i]!, sounded ? ~i : i)) continue;
      for (const way of waysAt[leaf]!) open.open(way);
    }
  }
}

function isOpen({ gates, reach }: Way, open: OpenLeaves, stretch: number): boolean {
  // The first gate is open, or the way would not be asked about.
  for (let i = 1; i < gates.length; i++) if (!hasAny(gates[i]!, open)) return false;
  return reach === 0 || gates.length <= 1 || areNear(gates, open, reach * stretch);
}

function hasAny(gate: readonly number[], open: OpenLeaves): boolean {
  for (const leaf of gate) if (open.has(leaf)) return true;
  return false;
}

/** False only if the hits of two gates all lie too far from each other. */
function areNear(gates: readonly (readonly number[])[], open: OpenLeaves, reach: number): boolean {
  let latestFirst = 0;
  let earliestLast = Number.MAX_SAFE_INTEGER;
  for (const gate of gates) {
    let first = Number.MAX_SAFE_INTEGER;
    let last = 0;
    for (const leaf of gate) {
      if (!open.has(leaf)) continue;
      first = Math.min(first, open.firsts[leaf]!);
      last = Math.max(last, open.lasts[leaf]!);
    }
    latestFirst = Math.max(latestFirst, first);
    earliestLast = Math.min(earliestLast, last);
  }
  return latestFirst - earliestLast <= reach;
}
