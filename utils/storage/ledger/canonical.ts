/**
 * The one text that stands for a stored value, whatever the order in which its members were written: JSON as in
 * RFC 8785 (members sorted by UTF-16 code units, numbers as in ECMAScript). What JSON cannot say apart from something
 * else is written with `#`, which no JSON begins with: `undefined`, numbers that are not finite, negative zero, and
 * objects that are neither arrays nor plain.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return numberText(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object') return `#${String(value)}`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  return tagOf(value) + members(value as Record<string, unknown>);
}

function numberText(value: number): string {
  return Number.isFinite(value) && !Object.is(value, -0)
    ? String(value)
    : `#${Object.is(value, -0) ? '-0' : value}`;
}

function members(value: Record<string, unknown>): string {
  const names = Object.keys(value).sort();
  let text = '';
  for (const name of names) text += `${text && ','}${JSON.stringify(name)}:${canonical(value[name])}`;
  return `{${text}}`;
}

/** Empty for plain objects. None of ours holds another one; a row that does was changed by somebody else. */
function tagOf(value: object): string {
  const prototype = Object.getPrototypeOf(value);
  if (prototype === null || prototype.constructor?.name === 'Object') return '';
  return `#${Object.prototype.toString.call(value)}${value instanceof Date ? value.getTime() : ''}`;
}
