/**
 * Any value that a database can hold, as JSON for a person to look at. What JSON has no form for is described in an
 * object with the one key `$type` and what can be told of it; it is for reading, not for putting back.
 */
export function rawJson(value: unknown): string {
  return JSON.stringify(plain(value, []), null, 2);
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** @param above the objects that hold `value`; one that is met again would never end */
function plain(value: unknown, above: readonly object[]): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : described('number', String(value));
  if (typeof value !== 'object') return described(typeof value, String(value));
  if (above.includes(value)) return described('cycle', '');
  const inside = [...above, value];
  if (Array.isArray(value)) return Array.from(value, (each) => plain(each, inside));
  return special(value, inside) ?? fields(Object.entries(value), inside);
}

function special(value: object, inside: readonly object[]): Json | undefined {
  if (value instanceof Blob) return described('Blob', `${value.type || 'no type'}, ${value.size} bytes`);
  if (value instanceof ArrayBuffer) return described('ArrayBuffer', `${value.byteLength} bytes`);
  if (ArrayBuffer.isView(value)) return described(nameOf(value), `${value.byteLength} bytes`);
  if (value instanceof Date) {
    return described('Date', Number.isNaN(value.getTime()) ? 'invalid' : value.toISOString());
  }
  if (value instanceof Map) return { $type: 'Map', entries: plain([...value], inside) };
  if (value instanceof Set) return { $type: 'Set', values: plain([...value], inside) };
  return value instanceof RegExp || value instanceof Error
    ? described(nameOf(value), String(value))
    : undefined;
}

function fields(entries: readonly [string, unknown][], inside: readonly object[]): Json {
  // Defined, not assigned: a row may have a field that is called `__proto__`.
  return Object.fromEntries(entries.map(([key, each]) => [key, plain(each, inside)]));
}

function described(type: string, value: string): Json {
  return { $type: type, value };
}

function nameOf(value: object): string {
  return value.constructor.name;
}
