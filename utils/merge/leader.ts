import type { Account } from '../model/account';
import type { Report } from '../model/report';

/** The account that stands for a post that nobody here has reported: a decision before none, then the newest. */
export function leadingAccount(accounts: readonly [Account, ...Account[]]): Account {
  return accounts.reduce((best, each) => (leads(each, best) ? each : best));
}

/**
 * The report that a post has here because of others' accounts alone. What is here follows from them, but for its id
 * and for what was let pass before an export.
 *
 * @param here the row in this store, if only its id
 */
export function adoptedReport(
  accounts: readonly [Account, ...Account[]],
  { id, overruled }: Pick<Report, 'id' | 'overruled'>,
): Report {
  const { reviewer, report } = leadingAccount(accounts);
  const { statusFrom, overruled: _theirs, ...values } = report;
  return {
    ...values,
    id,
    accounts: [...accounts],
    adopted: reviewer.id,
    ...(overruled && { overruled }),
    ...(report.status !== 'new' && { statusFrom: statusFrom ?? reviewer.id }),
    createdAt: Math.min(...accounts.map((each) => each.report.createdAt)),
  };
}

/**
 * A report as the reader's own: whoever changes anything about one that came from somebody else has said something of
 * their own. A status that was taken over stays somebody else's decision.
 */
export function asOwn(report: Report): Report {
  const { adopted, restored: _restored, statusFrom, ...own } = report;
  const from = statusFrom ?? adopted;
  return from === undefined || own.status === 'new' ? own : { ...own, statusFrom: from };
}

function leads(a: Account, b: Account): boolean {
  const [one, other] = [rank(a), rank(b)];
  for (const [i, value] of one.entries()) {
    if (value !== other[i]) return value > other[i]!;
  }
  return a.reviewer.id < b.reviewer.id;
}

function rank({ report: { status, decidedAt, updatedAt } }: Account): number[] {
  const isDecided = status !== 'new';
  return [isDecided ? 1 : 0, isDecided ? (decidedAt ?? updatedAt) : 0, updatedAt];
}
