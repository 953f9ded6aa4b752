/** What each method answered, one entry a round. */
export interface Taken<M, A> {
  method: M;
  rounds: A[];
}

/** Lets methods take turns, every other round in reverse, so that what slows the machine down meets them all. */
export async function inTurns<M, A>(
  methods: readonly M[],
  rounds: number,
  ask: (method: M) => Promise<A>,
): Promise<Taken<M, A>[]> {
  const taken = methods.map((method): Taken<M, A> => ({ method, rounds: [] }));
  for (let round = 0; round < rounds; round++) {
    for (const each of round % 2 === 0 ? taken : taken.toReversed()) {
      each.rounds.push(await ask(each.method));
    }
  }
  return taken;
}
