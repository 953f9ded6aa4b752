/**
 * What does not fit about a value, as the rest of a path and the reason: `: expected text`, `.url: expected text`,
 * `[2].start: …`. Undefined when all fits.
 *
 * Written by hand because every stored row passes through at every opening of the reports page: 3 µs each, where a
 * valibot schema of the same shape takes 9 and copies each object.
 */
export type Check = (value: unknown) => string | undefined;

/** Last moment that a `Date` can hold, in milliseconds since 1970. */
const END_OF_TIME = 8.64e15;
const WEB_ADDRESS = /^https?:\/\//;

export const text: Check = (value) => (typeof value === 'string' ? undefined : ': expected text');

export const number: Check = (value) => (Number.isFinite(value) ? undefined : ': expected a number');

export const truth: Check = (value) => (typeof value === 'boolean' ? undefined : ': expected true or false');

export const wholeNumber: Check = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? undefined : ': expected a whole number';

/** Milliseconds since 1970. */
export const time: Check = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= END_OF_TIME
    ? undefined
    : ': expected a time';

export const isoTime: Check = (value) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? undefined : ': expected a time in ISO 8601';

/** Fit for a link: nothing that runs. */
export const webAddress: Check = (value) =>
  typeof value === 'string' && WEB_ADDRESS.test(value) ? undefined : ': expected a web address';

export function oneOf(values: readonly string[]): Check {
  const problem = `: expected one of ${values.join(', ')}`;
  return (value) => (values.includes(value as string) ? undefined : problem);
}

export function optional(check: Check): Check {
  return (value) => (value === undefined ? undefined : check(value));
}

/** @param size what the length must be; any when absent */
export function listOf(check: Check, size: 'any' | 'none' | 'some' = 'any'): Check {
  return (value) => {
    if (!Array.isArray(value)) return ': expected a list';
    if (size === 'none' && value.length > 0) return ': expected nothing in it';
    if (size === 'some' && value.length === 0) return ': expected something in it';
    for (let i = 0; i < value.length; i++) {
      const problem = check(value[i]);
      if (problem !== undefined) return `[${i}]${problem}`;
    }
    return undefined;
  };
}

/** An object with a check for each field of `T`; further fields are let pass. */
export function shape<T>(fields: { [name in keyof T]-?: Check }): Check {
  const names = Object.keys(fields);
  const checks = names.map((name) => fields[name as keyof T]);
  return (value) => {
    if (typeof value !== 'object' || value === null) return ': expected an object';
    for (let i = 0; i < names.length; i++) {
      const problem = checks[i]!((value as Record<string, unknown>)[names[i]!]);
      if (problem !== undefined) return `.${names[i]}${problem}`;
    }
    return undefined;
  };
}

/** An object whose field `by` says which of the shapes it has. */
export function variant(by: string, shapes: Readonly<Record<string, Check>>): Check {
  const problem = `.${by}: expected one of ${Object.keys(shapes).join(', ')}`;
  return (value) => {
    if (typeof value !== 'object' || value === null) return ': expected an object';
    const name = (value as Record<string, unknown>)[by];
    return typeof name === 'string' && Object.hasOwn(shapes, name) ? shapes[name]!(value) : problem;
  };
}
