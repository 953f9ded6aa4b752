import { isRight } from './categories.ts';
import type { Marks } from './marks.ts';
import type { Row } from './rows.ts';
import { atLeast, type Share, share, type Verdict } from './statistics.ts';

export interface CaseMiss {
  label: string;
  text: string;
  /** Categories that were found, none of them right. */
  found: string[];
}

export interface CaseResult {
  set: string;
  /** Cases with a hit in a right category, at clue or better. */
  right: Share;
  /** Cases with a hit in any category. */
  any: Share;
  /** Only the cases whose words officials quoted. */
  quoted: Share;
  byLabel: { label: string; right: Share }[];
  target: number;
  verdict: Verdict;
  misses: CaseMiss[];
}

interface Count {
  hits: number;
  n: number;
}

/** Phrases from official notices. A label without right categories counts as a miss, so that it is seen. */
export class CaseTally {
  readonly #all: Count = { hits: 0, n: 0 };
  readonly #any: Count = { hits: 0, n: 0 };
  readonly #quoted: Count = { hits: 0, n: 0 };
  readonly #byLabel = new Map<string, Count>();
  readonly #misses: CaseMiss[] = [];

  readonly #set: string;
  readonly #rightByLabel: Readonly<Record<string, readonly string[]>>;
  readonly #target: number;

  constructor(set: string, rightByLabel: Readonly<Record<string, readonly string[]>>, target: number) {
    this.#set = set;
    this.#rightByLabel = rightByLabel;
    this.#target = target;
  }

  add({ text, label, meta }: Pick<Row, 'text' | 'label' | 'meta'>, { clue }: Marks): void {
    const rightOnes = this.#rightByLabel[label] ?? [];
    const found = [...clue];
    const hit = found.some((category) => isRight(category, rightOnes));
    const ofLabel = this.#byLabel.get(label) ?? { hits: 0, n: 0 };
    this.#byLabel.set(label, ofLabel);
    for (const count of [this.#all, ofLabel, ...(meta.kind === 'quoted' ? [this.#quoted] : [])])
      bump(count, hit);
    bump(this.#any, found.length > 0);
    if (!hit) this.#misses.push({ label, text, found });
  }

  result(): CaseResult {
    const right = toShare(this.#all);
    return {
      set: this.#set,
      right,
      any: toShare(this.#any),
      quoted: toShare(this.#quoted),
      byLabel: [...this.#byLabel]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([label, count]) => ({ label, right: toShare(count) })),
      target: this.#target,
      verdict: atLeast(right, this.#target),
      misses: this.#misses,
    };
  }
}

function bump(count: Count, hit: boolean): void {
  count.n++;
  count.hits += Number(hit);
}

function toShare({ hits, n }: Count): Share {
  return share(hits, n);
}
