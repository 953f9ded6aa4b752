/** Rows of one part: sealing them is over before a page could seem to hang. */
const PART = 100;
/** Parts that the browser is given before the first of them has been stored: it never waits for the next one. */
const AHEAD = 2;

/**
 * Prepares and stores a long list in parts: some are prepared while the browser stores the ones before.
 *
 * @param prepare computes only; runs over the parts in order
 * @param store runs over the parts in order; may be called before the last part has been stored
 */
export async function inParts<T, P, R>(
  items: readonly T[],
  prepare: (item: T) => P,
  store: (part: P[]) => Promise<R[]>,
): Promise<R[]> {
  const storing: Promise<R[]>[] = [];
  try {
    for (let from = 0; from < items.length; from += PART) {
      const part = items.slice(from, from + PART).map(prepare);
      storing.push(store(part));
      await storing.at(-AHEAD);
    }
    return (await Promise.all(storing)).flat();
  } finally {
    // A failure of one ends the transaction, and with it the others: nobody may be left to wait for them.
    await Promise.allSettled(storing);
  }
}
