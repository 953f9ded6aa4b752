import type { Confidence } from '../model/finding';

export type PaintedConfidence = Exclude<Confidence, 'clue'>;

export interface Mark {
  confidence: PaintedConfidence;
  ranges: readonly StaticRange[];
}

/** Names are shared with the page's own registry: prefixed, and without a meaning that the page could use. */
const NAMES: Record<PaintedConfidence, string> = {
  likely: 'qj-b',
  strong: 'qj-c',
};
/** More registered ranges than this slow the page down (facts: performance.md section 3.5). */
const MAX_RANGES = 1_000;

/** Paints words without touching the page's tree. Styles stand in entrypoints/scanner.content/marks.css. */
export class Painter {
  paint(marks: Iterable<Mark>): void {
    const byConfidence: Record<PaintedConfidence, StaticRange[]> = {
      likely: [],
      strong: [],
    };
    let left = MAX_RANGES;
    for (const { confidence, ranges } of marks) {
      const fitting = ranges.slice(0, left);
      left -= fitting.length;
      byConfidence[confidence].push(...fitting);
    }
    for (const confidence of Object.keys(NAMES) as PaintedConfidence[]) {
      const ranges = byConfidence[confidence];
      if (ranges.length > 0) CSS.highlights.set(NAMES[confidence], new Highlight(...ranges));
      else CSS.highlights.delete(NAMES[confidence]);
    }
  }

  clear(): void {
    for (const name of Object.values(NAMES)) CSS.highlights.delete(name);
  }
}
