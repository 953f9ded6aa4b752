import type { TermHits } from '../matcher/term-matcher';
import type { RuleSet, Vocabulary } from './rule-set';

/** Rules all of whose gates are open, in order of the packs. Most texts open none, and cost no object. */
export function candidatesOf(
  rules: RuleSet,
  { words, sounds }: { words: TermHits; sounds: TermHits | undefined },
): number[] {
  const { open } = rules;
  open.begin();
  mark(words, rules.words, rules);
  if (sounds && rules.sounds) mark(sounds, rules.sounds, rules);
  const found = open.rules.filter((rule) =>
    rules.program.rules[rule]!.gates.every((gate) => gate.some((leaf) => open.hasLeaf(leaf))),
  );
  return found.sort((a, b) => a - b);
}

function mark({ count, triples }: TermHits, { table }: Vocabulary, { open, rulesAt }: RuleSet): void {
  for (let i = 2; i < count * 3; i += 3) {
    for (const leaf of table.leaves[triples[i]!]!) {
      if (!open.addLeaf(leaf)) continue;
      for (const rule of rulesAt[leaf]!) open.addRule(rule);
    }
  }
}

/** Which leaves have a hit and which rules one of them opens; reused from text to text without being cleared. */
export class OpenLeaves {
  /** Rules with an open first gate. */
  rules: number[] = [];
  readonly #leaves: Uint32Array;
  readonly #rules: Uint32Array;
  #turn = 0;

  constructor(leaves: number, rules: number) {
    this.#leaves = new Uint32Array(leaves);
    this.#rules = new Uint32Array(rules);
  }

  begin(): void {
    this.#turn++;
    this.rules = [];
  }

  hasLeaf(leaf: number): boolean {
    return this.#leaves[leaf] === this.#turn;
  }

  /** False for a leaf that was there already. */
  addLeaf(leaf: number): boolean {
    if (this.hasLeaf(leaf)) return false;
    this.#leaves[leaf] = this.#turn;
    return true;
  }

  addRule(rule: number): void {
    if (this.#rules[rule] === this.#turn) return;
    this.#rules[rule] = this.#turn;
    this.rules.push(rule);
  }
}
