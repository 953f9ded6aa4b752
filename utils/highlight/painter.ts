import type { Confidence } from '../model/finding';

export type PaintedConfidence = Exclude<Confidence, 'clue'>;

export interface Mark {
  confidence: PaintedConfidence;
  /** The same array as long as it holds the same ranges: only another one is registered anew. */
  ranges: readonly StaticRange[];
}

/** Names are shared with the page's own registry: prefixed, and without a meaning that the page could use. */
const NAMES: Record<PaintedConfidence, string> = {
  likely: 'qj-b',
  strong: 'qj-c',
};
const PAINTED = Object.keys(NAMES) as PaintedConfidence[];
/** More registered ranges than this slow the page down. */
export const MAX_RANGES = 1_000;

interface Painted {
  confidence: PaintedConfidence;
  /** How many of the ranges are registered, from the first. */
  count: number;
}

/**
 * Paints words without touching the page's tree. Styles stand in entrypoints/scanner.content/marks.css. What stays
 * painted is not touched, so that a call costs what has changed.
 */
export class Painter {
  readonly #highlights: Record<PaintedConfidence, Highlight> = {
    likely: new Highlight(),
    strong: new Highlight(),
  };
  #painted = new Map<readonly StaticRange[], Painted>();
  #hidden = false;

  constructor() {
    // A comment is marked on top of the post that it stands in.
    this.#highlights.strong.priority = 1;
  }

  /** Paints exactly these, and of those that come last only what still fits. */
  paint(marks: Iterable<Mark>): void {
    const before = this.#painted;
    const added: (Painted & { ranges: readonly StaticRange[] })[] = [];
    this.#painted = new Map();
    let left = MAX_RANGES;
    for (const { confidence, ranges } of marks) {
      const count = Math.min(ranges.length, left);
      if (count === 0) continue;
      left -= count;
      this.#painted.set(ranges, { confidence, count });
      const was = before.get(ranges);
      if (was?.confidence === confidence && was.count === count) before.delete(ranges);
      else added.push({ confidence, count, ranges });
    }
    for (const [ranges, { confidence, count }] of before) {
      for (const range of ranges.slice(0, count)) this.#highlights[confidence].delete(range);
    }
    for (const { confidence, count, ranges } of added) {
      for (const range of ranges.slice(0, count)) this.#highlights[confidence].add(range);
    }
    this.#register();
  }

  /** Nothing is painted until `unhide`, whatever `paint` is told. */
  hide(): void {
    this.#hidden = true;
    this.#register();
  }

  unhide(): void {
    this.#hidden = false;
    this.#register();
  }

  clear(): void {
    this.paint([]);
  }

  /** Done at every call: a page that clears its registry, which is its right, clears our entries too. */
  #register(): void {
    for (const confidence of PAINTED) {
      const highlight = this.#highlights[confidence];
      const name = NAMES[confidence];
      if (highlight.size === 0 || this.#hidden) CSS.highlights.delete(name);
      else if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
    }
  }
}
