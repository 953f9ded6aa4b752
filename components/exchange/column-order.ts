/** All columns in the order in which they are listed; those that are not chosen keep their place among the others. */
export type ColumnOrder = readonly string[];

/** The chosen ones first; or `last`, where it says the same already. */
export function orderOf(
  all: readonly string[],
  chosen: readonly string[],
  last: ColumnOrder = [],
): ColumnOrder {
  const on = new Set(chosen);
  const same = last.length === all.length && isSame(chosenOf(last, on), chosen);
  return same ? last : [...chosen, ...all.filter((id) => !on.has(id))];
}

export function chosenOf(order: ColumnOrder, on: ReadonlySet<string>): string[] {
  return order.filter((id) => on.has(id));
}

/** Takes `id` to the place that `at` has. */
export function moveTo(order: ColumnOrder, id: string, at: string): ColumnOrder {
  const [from, to] = [order.indexOf(id), order.indexOf(at)];
  if (from < 0 || to < 0) return order;
  return order.toSpliced(from, 1).toSpliced(to, 0, id);
}

export type Move = 'up' | 'down' | 'first' | 'last';

/**
 * Which of the `shown` chosen columns gives its place to `id`; what is not chosen, or filtered away, is passed over.
 * `undefined` at the end of the list.
 */
export function placeFor(shown: readonly string[], id: string, move: Move): string | undefined {
  const at = shown.indexOf(id);
  const to = { up: at - 1, down: at + 1, first: 0, last: shown.length - 1 }[move];
  return to === at ? undefined : shown[to];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}
