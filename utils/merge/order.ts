/** Its parts count one after the other, the greater one wins; they are worked out only as far as they are needed. */
export type Key = readonly (() => number | string)[];

/** Below zero when `a` is the lesser one. */
export function compare(a: Key, b: Key): number {
  for (const [i, of] of a.entries()) {
    const [one, other] = [of(), b[i]!()];
    if (one !== other) return one > other ? 1 : -1;
  }
  return 0;
}
