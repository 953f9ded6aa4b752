import type { Dismissal, RuleTally } from '../model/report';
import type { Counted } from './shape';
import type { Tables } from './tables';

type Kind = 'reported' | 'dismissed';

/** Collects how decisions move the tallies of rules, so that one transaction writes each tally once. */
export class TallyMoves {
  readonly #moves: Record<Kind, Map<string, number>> = { reported: new Map(), dismissed: new Map() };

  /** `undefined` stands for a report that is not there. */
  report(before: Counted | undefined, after: Counted | undefined): void {
    this.#step('reported', before?.rules, -1);
    this.#step('reported', after?.rules, 1);
  }

  dismissal(before: Dismissal | undefined, after: Dismissal | undefined): void {
    this.#step('dismissed', rulesOf(before), -1);
    this.#step('dismissed', rulesOf(after), 1);
  }

  async write(tables: Pick<Tables, 'tallies'>): Promise<void> {
    const rules = this.#rules();
    if (rules.length === 0) return;
    const tallies = await talliesOf(tables, rules);
    for (const tally of tallies) {
      for (const kind of ['reported', 'dismissed'] as const)
        tally[kind] += this.#moves[kind].get(tally.rule) ?? 0;
    }
    const isEmpty = ({ reported, dismissed }: RuleTally) => reported === 0 && dismissed === 0;
    await tables.tallies.bulkDelete(tallies.filter(isEmpty).map(({ rule }) => rule));
    await tables.tallies.bulkPut(tallies.filter((tally) => !isEmpty(tally)));
  }

  /** What the tallies are when these moves are all that ever was. */
  rows(): RuleTally[] {
    const { reported, dismissed } = this.#moves;
    return this.#rules().map((rule) => ({
      rule,
      reported: reported.get(rule) ?? 0,
      dismissed: dismissed.get(rule) ?? 0,
    }));
  }

  #rules(): string[] {
    return [...new Set(Object.values(this.#moves).flatMap((moves) => moved(moves)))];
  }

  #step(kind: Kind, rules: Iterable<string> | undefined, by: 1 | -1): void {
    const moves = this.#moves[kind];
    for (const rule of rules ?? []) moves.set(rule, (moves.get(rule) ?? 0) + by);
  }
}

function moved(moves: ReadonlyMap<string, number>): string[] {
  return [...moves].flatMap(([rule, by]) => (by === 0 ? [] : [rule]));
}

function rulesOf(dismissal: Dismissal | undefined): Set<string> {
  return new Set(Array.isArray(dismissal?.rules) ? dismissal.rules : []);
}

/** In the order of the request, with zeros for rules that nothing was decided about. */
export async function talliesOf(
  tables: Pick<Tables, 'tallies'>,
  rules: readonly string[],
): Promise<RuleTally[]> {
  const found = await tables.tallies.bulkGet([...rules]);
  return rules.map((rule, i) => found[i] ?? { rule, reported: 0, dismissed: 0 });
}
