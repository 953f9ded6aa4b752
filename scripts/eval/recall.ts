import { hasRight, LEVELS, type Level, type Marks, perLevel } from './marks.ts';
import { isLabel, type Measure } from './set-spec.ts';
import { atLeast, type Share, share, type Verdict } from './statistics.ts';

export interface RecallResult {
  id: string;
  group: string;
  level: Level;
  positives: number;
  negatives: number;
  /** Positives with a hit in a right category. */
  recall: Share;
  /** Positives with a hit in any category. */
  any: Share;
  /** Of the rows of this measure with a hit in a right category, those that are positive. */
  precision: Share;
  /** Negatives with a hit in a right category. */
  falseAlarms: Share;
  target: number | null;
  verdict: Verdict | null;
  note: string | null;
}

export class RecallTally {
  #positives = 0;
  #negatives = 0;
  readonly #counts = perLevel(() => ({ right: 0, any: 0, wrong: 0 }));

  readonly #measure: Measure;

  constructor(measure: Measure) {
    this.#measure = measure;
  }

  /** `undefined` for a row that this measure does not look at. */
  isPositive(label: string): boolean | undefined {
    if (isLabel(label, this.#measure.positive)) return true;
    return isLabel(label, this.#measure.negative) ? false : undefined;
  }

  add(label: string, marks: Marks): void {
    const positive = this.isPositive(label);
    if (positive === undefined) return;
    if (positive) this.#positives++;
    else this.#negatives++;
    for (const level of LEVELS) {
      const counts = this.#counts[level];
      const right = hasRight(marks[level], this.#measure.right);
      if (!positive) counts.wrong += Number(right);
      else {
        counts.right += Number(right);
        counts.any += Number(marks[level].size > 0);
      }
    }
  }

  results(): RecallResult[] {
    const { id, group, target, note } = this.#measure;
    return LEVELS.map((level) => {
      const { right, any, wrong } = this.#counts[level];
      const recall = share(right, this.#positives);
      const judged = level === 'likely' && target !== undefined;
      return {
        id,
        group,
        level,
        positives: this.#positives,
        negatives: this.#negatives,
        recall,
        any: share(any, this.#positives),
        precision: share(right, right + wrong),
        falseAlarms: share(wrong, this.#negatives),
        target: judged ? target : null,
        verdict: judged ? atLeast(recall, target) : null,
        note: note ?? null,
      };
    });
  }
}
