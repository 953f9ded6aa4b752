/** A stretch of the joined text, half-open, in UTF-16 units of the original. */
export interface Stretch {
  start: number;
  end: number;
}

/** A word or pattern found. */
export interface Hit extends Stretch {
  /** The plain word that an evasive spelling stands for. */
  reads?: string;
}

/** A place where a condition held: the stretch it covers and the words that made it hold. */
export interface Match extends Stretch {
  words: readonly Hit[];
}

/** A condition that holds of the post as a whole covers no stretch. */
export const EVERYWHERE: Match = { start: -1, end: -1, words: [] };

export function isEverywhere(match: Match): boolean {
  return match.start < 0;
}

export function overlaps(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether the first stretch holds all of the second. */
export function holds(a: Stretch, b: Stretch): boolean {
  return a.start <= b.start && b.end <= a.end;
}

export function byStart(a: Stretch, b: Stretch): number {
  return a.start - b.start;
}
