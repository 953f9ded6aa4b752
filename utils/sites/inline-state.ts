import { isRecord } from './unknown';

/** Strings are matched whole, so that nothing inside them counts. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}]|-?\b(?:undefined|NaN|Infinity)\b/g;
/** Real states have 10 to 1,000 KB; a page that holds far more is not read. */
const MAX_STATE = 4_000_000;

/**
 * Parses the object literal that a source begins with: `__INITIAL_STATE__ = {…};` from its brace on. It is JSON but for bare `undefined` (and `NaN`), which become `null`; code after
 * the object is left out. `undefined` when it is not such an object.
 */
export function parseState(source: string): unknown {
  const json = source.length <= MAX_STATE ? toJson(source) : undefined;
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json, (_key, value: unknown) => unwrapRef(value));
  } catch {
    return undefined;
  }
}

function toJson(source: string): string | undefined {
  let json = '';
  let last = 0;
  let depth = 0;
  for (const { 0: token, index } of source.matchAll(TOKENS)) {
    if (token === '{') depth++;
    else if (token === '}') depth--;
    else if (token[0] !== '"') {
      json += `${source.slice(last, index)}null`;
      last = index + token.length;
    }
    if (depth === 0) return token === '}' ? json + source.slice(last, index + 1) : undefined;
  }
  return undefined;
}

/** Vue keeps reactive values in an object around the value. */
export function unwrapRef(value: unknown): unknown {
  if (!isRecord(value)) return value;
  if ('_rawValue' in value) return value._rawValue;
  return '_value' in value ? value._value : value;
}
