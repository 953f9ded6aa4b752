/** Guards for values that came from a page. */

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a record; an empty one when it is anything else, so that reading on gives `undefined`. */
export function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

/** Trimmed text of a string or a number; `undefined` when nothing is left. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value).trim() || undefined;
}

/**
 * The number that a number or a string of digits stands for, else `NaN`. `Number` and `String` throw when a page gives
 * an object that hides its `valueOf` and `toString`.
 */
export function numberOf(value: unknown): number {
  return Number(textOf(value) ?? Number.NaN);
}

/** The value as an array; an empty one when it is anything else. */
export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A numeric id as digits; `undefined` for a number beyond 2^53, which the JSON parser has already rounded. */
export function numericIdOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : undefined;
  return typeof value === 'string' && /^[1-9]\d*$/.test(value) ? value : undefined;
}
