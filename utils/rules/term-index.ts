/** A hit of one condition in folded text, half-open. */
export interface Hit {
  start: number;
  end: number;
}

interface Entry {
  term: string;
  leaf: number;
}

/** More hits of one leaf than this say nothing new about a post. */
const MAX_HITS = 200;

/**
 * Finds all terms of all rules in one pass: the first two characters of every position select the few terms that
 * can stand there. Cost grows with the text, not with the number of rules.
 */
export class TermIndex {
  readonly #byStart = new Map<number, Entry[]>();

  /** @param term folded, two or more UTF-16 units */
  add(term: string, leaf: number): void {
    const start = bigram(term, 0);
    const entries = this.#byStart.get(start);
    if (entries) entries.push({ term, leaf });
    else this.#byStart.set(start, [{ term, leaf }]);
  }

  /** Hits by leaf number, each list in order of position. */
  find(text: string): Map<number, Hit[]> {
    const found = new Map<number, Hit[]>();
    for (let at = 0; at + 1 < text.length; at++) {
      const entries = this.#byStart.get(bigram(text, at));
      if (!entries) continue;
      for (const { term, leaf } of entries) {
        if (!text.startsWith(term, at)) continue;
        const hits = found.get(leaf);
        if (!hits) found.set(leaf, [{ start: at, end: at + term.length }]);
        else if (hits.length < MAX_HITS) hits.push({ start: at, end: at + term.length });
      }
    }
    return found;
  }
}

function bigram(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}
