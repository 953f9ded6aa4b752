/**
 * What characters read as, for matching. Shared by the folded text (patterns) and by the term matcher, which folds
 * while it scans the original text and therefore reports original offsets for free
 * (facts: performance.md section 1.4).
 */
export interface FoldTable {
  /** 65,536 entries: the UTF-16 unit that each unit reads as, or one of the values below. */
  readonly units: Uint16Array;
  /** Code points above U+FFFF: the unit they read as, or INVISIBLE or FILLER; those absent read as nothing known. */
  readonly astral: ReadonlyMap<number, number>;
}

/** Vanishes: zero-width and combining characters, variation selectors, controls other than line breaks. */
export const INVISIBLE = 0;
/**
 * A sign that people put between the characters of a word: blanks, . · • * _ | ~ ^ - and most emoji. At most
 * {@link MAX_FILLERS} in a row vanish where a Han character stands on at least one side (加 微 信, 加 v); elsewhere,
 * and in longer runs, they break words.
 */
export const FILLER = 1;
export const MAX_FILLERS = 3;

/** Only in encoded tables: a unit that reads as itself, but as its compatibility form in folded text (㎏ kg). */
export const EXPANDS = 2;
