import type { Alphabet, ClassMap } from './classes';
import type { Filter } from './filter';
import type { Memory } from './memory';
import type { Slots } from './table';

/** What terms and a fold table become: all that scanning needs. */
export interface Tables {
  readonly memory: Memory;
  readonly map: ClassMap;
  readonly filter: Filter;
  readonly slots: Slots;
  /** Place of the tails in memory, to its end. */
  readonly tails: number;
  /** The term that a class is by itself. */
  readonly singles: ReadonlyMap<number, number>;
  /** For terms that share their classes, the next id at each id, or -1; empty when none do. */
  readonly next: Int32Array;
  readonly alphabet: Alphabet;
  /** Number of terms. */
  readonly count: number;
  /** Classes of the longest term. */
  readonly longest: number;
}
