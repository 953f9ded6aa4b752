import type { FoldTable } from '../fold/table';
import { buildTables } from './build';
import { checkSpan } from './check';
import { HitList, type TermHits } from './hits';
import { readSpan } from './read';
import { openSpan, readCount, slideSpan, span } from './span';
import type { Tables } from './tables';
import { packTables, unpackTables } from './term-buffer';

export type { TermHits } from './hits';

/**
 * Finds all occurrences of any number of terms in one pass over the original text, which is folded by the same
 * look-up that reads it: terms and text alike, so offsets are those of the text (facts: performance.md section 1.4).
 *
 * Latin words are whole words: a term that starts with an ASCII letter is not found after an ASCII letter, and one of
 * ASCII letters and digits that ends with a letter not before one. Fillers around a term say nothing and are left off;
 * inside it, a run of them that does not vanish stands for any such run.
 */
export class TermMatcher {
  readonly #tables: Tables;
  readonly #fold: FoldTable;
  readonly #hits = new HitList();

  private constructor(tables: Tables, fold: FoldTable) {
    this.#tables = tables;
    this.#fold = fold;
  }

  /**
   * @param terms the index in the array is the term's id; equal ones (after folding) are all reported
   * @throws RangeError for a term that is empty after folding, longer than 1,024 characters or holds half a surrogate
   * pair, and for more than about 32,000 different characters
   */
  static build(terms: readonly string[], fold: FoldTable): TermMatcher {
    return new TermMatcher(buildTables(terms, fold), fold);
  }

  /**
   * @param buffer of {@link toBuffer}
   * @param fold the table that the terms were built with
   * @throws RangeError for a buffer that is cut, changed, of another version or made with another fold table
   */
  static fromBuffer(buffer: ArrayBuffer, fold: FoldTable): TermMatcher {
    return new TermMatcher(unpackTables(buffer, fold), fold);
  }

  /** The tables without what is quickly made anew; transferable. */
  toBuffer(): ArrayBuffer {
    return packTables(this.#tables, this.#fold);
  }

  /**
   * All occurrences, overlapping ones included, by start, then end, then id. Cost grows with the text, whatever
   * stands in it, times at most the longest term. The next call reuses what this one returns.
   */
  scan(text: string): TermHits {
    const hits = this.#hits;
    const tables = this.#tables;
    hits.clear();
    openSpan(tables.memory);
    scanSpan(text, tables, hits);
    if (span.next < text.length) scanRest(text, tables, hits);
    hits.read = readCount();
    return hits;
  }
}

function scanRest(text: string, tables: Tables, hits: HitList): void {
  while (span.next < text.length) {
    slideSpan(tables.memory, limitOf(tables));
    scanSpan(text, tables, hits);
  }
}

function scanSpan(text: string, tables: Tables, hits: HitList): void {
  readSpan(text, tables.memory, tables.filter.mask, tables.map);
  if (span.candidates + span.singles === 0) return;
  checkSpan(tables, span.next < text.length ? limitOf(tables) : span.filled, hits);
  if (hits.count > 0) hits.place(text);
}

/** Where terms start that may go on after the span. */
function limitOf({ longest }: Tables): number {
  return span.filled - longest;
}
