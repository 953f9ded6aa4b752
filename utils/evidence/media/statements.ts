import type { Place } from '../../model/media-check';
import type { Carrier, Statement } from './carrier';

export function statementsOf(carriers: readonly Carrier[]): Statement[] {
  return carriers.filter((carrier) => carrier.type === 'statement');
}

/** What a field is called without prefix, case and signs: `Iptc4xmpExt:DigitalSourceType` → `digitalsourcetype`. */
export function plainName(key: string): string {
  return key
    .slice(key.lastIndexOf(':') + 1)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** Statements whose plain name is one of these. */
export function named(carriers: readonly Carrier[], ...names: string[]): Statement[] {
  return statementsOf(carriers).filter(({ key }) => names.includes(plainName(key)));
}

/** Papers, whose fields people fill with prose. */
const PAPERS: readonly Place[] = ['pdf-info', 'ooxml-property', 'front-matter'];

export function isPaper({ place }: Statement): boolean {
  return PAPERS.includes(place);
}

/** Statements of pictures, sounds and films. */
export function inMedia(carriers: readonly Carrier[]): Statement[] {
  return statementsOf(carriers).filter((statement) => !isPaper(statement));
}

/** A value that begins as a JSON object, after a word like `Prompt:` that some writers put before it. */
export function jsonText({ value }: Statement): string | undefined {
  const text = value.slice(0, 64).replace(/^\s*(?:(?:prompt|workflow)\s*:)?\s*/i, '');
  return text.startsWith('{') ? text + value.slice(64) : undefined;
}

/** How much may stand between a key and its colon: the quote, escaped once or more, and blanks. */
const AFTER_KEY = /^\\{0,8}"\s{0,4}:/;

/** Whether a JSON text has this key at any depth, also inside a string of JSON; reads cut-off texts too. */
export function saysKey(text: string, key: string): boolean {
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + key.length)) {
    const end = at + key.length;
    if (text[at - 1] === '"' && AFTER_KEY.test(text.slice(end, end + 16))) return true;
  }
  return false;
}

/** How many of the keys it has. */
export function countKeys(text: string, keys: readonly string[]): number {
  return keys.filter((key) => saysKey(text, key)).length;
}

/** A text as JSON object; `undefined` where it is none, or cut off. */
export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    // Not JSON: what a file says of itself is often something else, and always allowed to be.
    return undefined;
  }
}

export const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
