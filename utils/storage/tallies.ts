import type { Dismissal, Report, RuleTally } from '../model/report';
import type { Tables } from './tables';

type Kind = 'reported' | 'dismissed';

/** Rules that a report counts for: those with a finding under one of the report's categories. */
function rulesOfReport(report: Pick<Report, 'findings' | 'categories'> | undefined): Set<string> {
  const counted = (report?.findings ?? []).filter(({ category }) => report?.categories.includes(category));
  return new Set(counted.map(({ rule }) => rule));
}

/** To be called in the transaction that changes a report; `undefined` stands for a report that is not there. */
export function recountReport(
  tables: Pick<Tables, 'tallies'>,
  before: Pick<Report, 'findings' | 'categories'> | undefined,
  after: Pick<Report, 'findings' | 'categories'> | undefined,
): Promise<void> {
  return move(tables, 'reported', [[rulesOfReport(before), rulesOfReport(after)]]);
}

/** The same for dismissals, each of another post. */
export function recountDismissals(
  tables: Pick<Tables, 'tallies'>,
  changes: readonly (readonly [before: Dismissal | undefined, after: Dismissal | undefined])[],
): Promise<void> {
  return move(
    tables,
    'dismissed',
    changes.map(([before, after]) => [new Set(before?.rules), new Set(after?.rules)]),
  );
}

/** Fills the empty table of tallies from all that is stored. */
export async function countAll(tables: Pick<Tables, 'reports' | 'dismissals' | 'tallies'>): Promise<void> {
  const tallies = new Map<string, RuleTally>();
  const count = (rules: Iterable<string>, kind: Kind) => {
    for (const rule of rules) {
      const tally = tallies.get(rule) ?? { rule, reported: 0, dismissed: 0 };
      tally[kind]++;
      tallies.set(rule, tally);
    }
  };
  await tables.reports.each((report) => count(rulesOfReport(report), 'reported'));
  await tables.dismissals.each(({ rules }) => count(new Set(rules), 'dismissed'));
  await tables.tallies.bulkPut([...tallies.values()]);
}

/** In the order of the request, with zeros for rules that nothing was decided about. */
export async function talliesOf(
  tables: Pick<Tables, 'tallies'>,
  rules: readonly string[],
): Promise<RuleTally[]> {
  const found = await tables.tallies.bulkGet([...rules]);
  return rules.map((rule, i) => found[i] ?? { rule, reported: 0, dismissed: 0 });
}

async function move(
  tables: Pick<Tables, 'tallies'>,
  kind: Kind,
  changes: readonly (readonly [before: ReadonlySet<string>, after: ReadonlySet<string>])[],
): Promise<void> {
  const steps = new Map<string, number>();
  const step = (rule: string, by: 1 | -1) => steps.set(rule, (steps.get(rule) ?? 0) + by);
  for (const [before, after] of changes) {
    for (const rule of before) step(rule, -1);
    for (const rule of after) step(rule, 1);
  }
  const moved = [...steps].filter(([, by]) => by !== 0);
  if (moved.length === 0) return;
  const tallies = await talliesOf(
    tables,
    moved.map(([rule]) => rule),
  );
  tallies.forEach((tally, i) => {
    tally[kind] += moved[i]![1];
  });
  const isEmpty = ({ reported, dismissed }: RuleTally) => reported === 0 && dismissed === 0;
  await tables.tallies.bulkDelete(tallies.filter(isEmpty).map(({ rule }) => rule));
  await tables.tallies.bulkPut(tallies.filter((tally) => !isEmpty(tally)));
}
