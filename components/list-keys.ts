import { isPlain, letterOf, type Pressed } from './card-keys';

export type ListKey = 'next' | 'previous' | 'first' | 'last' | 'show' | 'dismiss';

const NAMED: Readonly<Record<string, ListKey>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  Enter: 'show',
};
const LETTERS: Readonly<Record<string, ListKey>> = { j: 'next', k: 'previous', d: 'dismiss' };
/** What may go on while a key is held down. */
const REPEATED: readonly ListKey[] = ['next', 'previous'];

/** What a key does in a list of posts whose rows have the focus; selecting is the space key of the row's own box. */
export function listKeyOf(event: Pressed): ListKey | undefined {
  if (!isPlain(event)) return undefined;
  const key = NAMED[event.key] ?? LETTERS[letterOf(event)];
  return key && (!event.repeat || REPEATED.includes(key)) ? key : undefined;
}

/**
 * The row to which a key moves the focus; undefined beyond either end.
 *
 * @param at the row that has the focus, -1 before the first one
 */
export function targetRow(
  key: Exclude<ListKey, 'show' | 'dismiss'>,
  at: number,
  rows: number,
): number | undefined {
  const target = { next: at + 1, previous: at - 1, first: 0, last: rows - 1 }[key];
  return target >= 0 && target < rows ? target : undefined;
}

/**
 * The row that stands in for one that is gone: the first one after it that is still there, else the last before it.
 *
 * @param before rows in order, as they were while it was there
 */
export function heirOf(
  gone: string,
  before: readonly string[],
  now: ReadonlySet<string>,
): string | undefined {
  const at = before.indexOf(gone);
  if (at < 0) return undefined;
  return before.slice(at).find((row) => now.has(row)) ?? before.slice(0, at).findLast((row) => now.has(row));
}
