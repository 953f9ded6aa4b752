import { type Finding, marksPage } from '../../utils/model/finding.ts';
import { isRight } from './categories.ts';

/** `likely` holds what marks the page, `clue` everything that was found. */
export const LEVELS = ['likely', 'clue'] as const;
export type Level = (typeof LEVELS)[number];
export type PerLevel<T> = Record<Level, T>;

export function perLevel<T>(make: (level: Level) => T): PerLevel<T> {
  return { likely: make('likely'), clue: make('clue') };
}

/** Categories found in one row, by level. */
export type Marks = PerLevel<ReadonlySet<string>>;

export function toMarks(findings: readonly Pick<Finding, 'category' | 'confidence'>[]): Marks {
  return {
    likely: new Set(findings.filter(marksPage).map(({ category }) => category)),
    clue: new Set(findings.map(({ category }) => category)),
  };
}

export function hasRight(categories: ReadonlySet<string>, right: readonly string[]): boolean {
  for (const category of categories) if (isRight(category, right)) return true;
  return false;
}
