import type { Account, AccountStep, Reviewer } from '../model/account';
import type { IncomingReport } from '../model/exchange';
import { type HistoryEntry, WITHHOLDABLE, type Withheld } from '../model/report';
import { takeOut } from '../model/withhold';
import { canonical } from '../storage/ledger/canonical';
import { compare, type Key } from './order';
import { isReading, joinReadings, readingOf } from './readings';

/** What a reviewer's report in a file says of its post. */
export function accountOf(
  incoming: Pick<IncomingReport, 'report' | 'history' | 'partial' | 'masked'>,
  { id, name }: Reviewer,
): Account {
  const { accounts: _accounts, adopted: _adopted, restored: _restored, ...report } = incoming.report;
  return {
    reviewer: { id, name },
    // A file can say that a part is withheld and hold it all the same.
    report: takeOut(report, report.withheld ?? []),
    steps: incoming.history.flatMap(stepOf).sort((a, b) => a.at - b.at),
    ...(incoming.partial && { partial: true }),
    ...(incoming.masked && { masked: true }),
  };
}

/** What files brought is nothing that the reviewer did. */
function stepOf({ at, action, by }: HistoryEntry): AccountStep[] {
  return action === 'imported' || action === 'merged' ? [] : [{ at, action, ...(by && { by }) }];
}

/**
 * Two accounts of one reviewer as one. What was read of the post and what was said of it are joined apart, each the
 * newer one: a table with cut texts may hold a newer decision on the same reading. `partial` and `masked` are told of
 * the reading.
 *
 * A semilattice: of each part the greater one by a total order is taken, so that neither order nor repetition matters.
 */
export function joinAccounts(a: Account, b: Account): Account {
  const { partial, masked, ...reading } = joinReadings(readingOf(a), readingOf(b));
  const said = compare(statementKey(a), statementKey(b)) >= 0 ? a : b;
  const statement = Object.entries(said.report).filter(([name]) => !isReading(name));
  return {
    reviewer: said.reviewer,
    report: { ...Object.fromEntries(statement), ...reading } as Account['report'],
    steps: said.steps,
    ...(partial && { partial }),
    ...(masked && { masked }),
  };
}

/** Accounts of any reviewers, each once, by ascending id of the reviewer. */
export function joinAll(...lists: (readonly Account[])[]): Account[] {
  const joined = new Map<string, Account>();
  for (const account of lists.flat()) {
    const { id } = account.reviewer;
    const there = joined.get(id);
    joined.set(id, there ? joinAccounts(there, account) : account);
  }
  return [...joined.values()].sort((a, b) => (a.reviewer.id < b.reviewer.id ? -1 : 1));
}

/** An account without what the reader keeps out of their own report on the post. */
export function withholdFrom(account: Account, parts: readonly Withheld[]): Account {
  if (parts.length === 0) return account;
  const { withheld = [] } = account.report;
  const all = WITHHOLDABLE.filter((part) => parts.includes(part) || withheld.includes(part));
  return { ...account, report: { ...takeOut(account.report, all), withheld: all } };
}

/** Of two that are equally new, one of a table has no steps, and one that was masked has asterisks. */
function statementKey(account: Account): Key {
  const text = () => {
    const said = Object.entries(account.report).filter(([name]) => !isReading(name));
    return canonical([account.reviewer, Object.fromEntries(said), account.steps]);
  };
  return [
    () => account.report.updatedAt,
    () => account.steps.length,
    () => -(text().split('*').length - 1),
    text,
  ];
}
