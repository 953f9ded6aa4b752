/**
 * One array of 16-bit numbers holds what scanning reads and writes per character. An engine keeps the address and the
 * length of one array in registers, those of five it does not, which costs a quarter of the time.
 *
 * From 0 the code of each UTF-16 unit; then the stretch of text that is being read and what was noted on the way;
 * from {@link TABLES} on what depends on the terms: the filter's rows, the filter's bits, the tails.
 */
export type Memory = Uint16Array<ArrayBuffer>;

/** Classes that are held at once. */
export const SPAN = 4096;
/** What may be read or written past the end of the span. */
const MARGIN = 8;

/**
 * Classes of the stretch of text from {@link START} on; before them those of the two characters before. At a multiple
 * of 65,536, so that the lower 16 bits of a place are the index in the span.
 */
export const CLASSES = 0x10000;
export const START = 2;
/** Indexes in the span of the third class of a possible term (of what follows a term of two), ascending. */
export const CANDIDATES = CLASSES + SPAN + MARGIN;
/** Indexes of characters that are terms by themselves, ascending. */
export const SINGLES = CANDIDATES + SPAN + MARGIN;
/** Indexes where a head of a term seems to stand, with the number of its classes in the upper bits, see check.ts. */
export const HEADS = SINGLES + SPAN + MARGIN;
export const TABLES = HEADS + 3 * SPAN + MARGIN;
