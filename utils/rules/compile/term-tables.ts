import { toBase64 } from '../../base64';
import type { FoldTable } from '../fold/table';
import { TermMatcher } from '../matcher/term-matcher';
import type { TermTable } from './program';

interface Entry {
  word: string;
  leaves: number[];
  shadow: number;
  plain: number;
}

export interface WordUse {
  leaf: number;
  /** Leaf of the longer words under which this word does not count, or -1. */
  shadow?: number;
  /** The plain word that this is an evasive spelling of. */
  spells?: string;
}

/** Collects words; equal words with equal meaning become one entry that is a hit of several leaves. */
export class TermTableBuilder {
  readonly #entries = new Map<string, Entry>();
  readonly #bases = new Map<string, number>();

  add(word: string, { leaf, shadow = -1, spells }: WordUse): void {
    const plain = spells === undefined ? -1 : this.#base(spells);
    const key = `${word}\n${shadow}\n${plain}`;
    const entry = this.#entries.get(key);
    if (!entry) this.#entries.set(key, { word, leaves: [leaf], shadow, plain });
    else if (!entry.leaves.includes(leaf)) entry.leaves.push(leaf);
  }

  /** Adds to each leaf how often its words are to be expected: short words stand in many texts. */
  weigh(leaves: Float64Array): void {
    for (const { word, leaves: own } of this.#entries.values())
      for (const leaf of own) leaves[leaf]! += 4 ** -Math.min(word.length, 6);
  }

  build(fold: FoldTable): TermTable {
    const entries = [...this.#entries.values()];
    const words = entries.map(({ word }) => word);
    return {
      tables: toBase64(TermMatcher.build(words, fold).toBuffer()),
      lengths: words.map(({ length }) => length),
      leaves: entries.map(({ leaves }) => leaves),
      shadows: pairs(entries.map(({ shadow }) => shadow)),
      plain: pairs(entries.map(({ plain }) => plain)),
      bases: [...this.#bases.keys()],
    };
  }

  #base(word: string): number {
    const known = this.#bases.get(word);
    if (known !== undefined) return known;
    this.#bases.set(word, this.#bases.size);
    return this.#bases.size - 1;
  }
}

/** Positions and values of those that are not -1. */
function pairs(values: readonly number[]): number[] {
  return values.flatMap((value, at) => (value < 0 ? [] : [at, value]));
}
