/** Careful readers of JSON that strangers wrote: whatever stands there, they give the type that was asked for. */

export type Loose = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): Loose {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Loose) : {};
}

/** At most `most` members. */
export function listOf(value: unknown, most: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A member that is the object's own; a name like `constructor` finds nothing else. */
export function ownOf(object: Loose, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
