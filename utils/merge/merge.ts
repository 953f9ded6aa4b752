import type { Account, Reviewer } from '../model/account';
import type { IncomingReport } from '../model/exchange';
import type { Overruled } from '../model/handover';
import type { Report } from '../model/report';
import { contentOf } from '../storage/history';
import { canonical } from '../storage/ledger/canonical';
import type { StoredReport } from '../storage/tables';
import { accountOf, joinAll, withholdFrom } from './accounts';
import { adoptedReport } from './leader';
import type { MergeContext } from './plan';
import { isRestored, joinRestored, restoredReport } from './restored';

export interface Merged {
  /** As it is to stand here; the same object when nothing changes. */
  report: Report;
  changed: boolean;
  isNew: boolean;
}

/** Who says something of a post by one report of a file. */
export interface Statements {
  /** The reader's own, as it comes from a file of theirs. */
  own?: Report;
  /** Others'; of the reader too, where somebody else's file tells what they said. */
  theirs: Account[];
}

/**
 * One report of a file with what stands here. A report of the reader's own keeps all its values and is joined by what
 * others say; one that came back from a file of theirs and was not touched since follows from all such files; any other
 * follows from everybody's accounts ({@link adoptedReport}). What somebody else's file tells of the reader is an account
 * like others: it can be told by anybody, and makes no report of the reader's own.
 *
 * @param newId for a post that has no report here and whose report is another reviewer's
 */
export function mergeReport(
  here: Report | StoredReport | undefined,
  incoming: IncomingReport,
  context: MergeContext,
  newId: () => string = () => crypto.randomUUID(),
): Merged {
  // Seals are none of what is said: where all else is equally new, they would decide.
  const local = here && contentOf(here);
  const report = mergeContents(local, incoming, context, newId);
  if (!here || !local) return { report, changed: true, isNew: true };
  if (canonical(local) === canonical(report)) return { report: here, changed: false, isNew: false };
  return { report, changed: true, isNew: false };
}

function mergeContents(
  local: Report | undefined,
  incoming: IncomingReport,
  context: MergeContext,
  newId: () => string,
): Report {
  const { own, theirs } = statementsOf(incoming, context);
  const others = (accounts: readonly Account[] = []) =>
    accounts.filter(({ reviewer }) => reviewer.id !== context.me.id);
  if (local && local.adopted === undefined) {
    const report = own && isRestored(local) ? joinRestored(local, incoming) : local;
    return withAccounts(report, local.accounts ?? [], others(theirs));
  }
  if (own) {
    const report = withAccounts(restoredReport(incoming), others(local?.accounts), others(theirs));
    return local ? { ...report, id: local.id } : report;
  }
  const [first, ...rest] = joinAll(local?.accounts ?? [], theirs);
  if (!first) throw new Error(`nobody says anything of ${incoming.report.postKey}`);
  return adoptedReport([first, ...rest], rowOf(local, incoming, context, newId));
}

/** What an adopted row is here besides what follows from accounts; the reader's own file brings back what it was. */
function rowOf(
  local: Report | undefined,
  { report }: IncomingReport,
  { mine }: MergeContext,
  newId: () => string,
): Pick<Report, 'id' | 'overruled'> {
  const id = local?.id ?? (mine ? report.id : newId());
  const overruled = joinOverruled(local?.overruled, mine ? report.overruled : undefined);
  return overruled ? { id, overruled } : { id };
}

function joinOverruled(here: Overruled[] = [], theirs: Overruled[] = []): Overruled[] | undefined {
  const all = new Map([...here, ...theirs].map((each) => [canonical(each), each]));
  if (all.size === 0) return undefined;
  return [...all]
    .sort(([a, one], [b, other]) => one.at - other.at || (a < b ? -1 : 1))
    .map(([, each]) => each);
}

/** Whose report a row of a file is. */
export function ownerOf({ reviewer }: IncomingReport, { me, sender, mine }: MergeContext): Reviewer {
  const owner = reviewer ?? sender;
  return mine && owner.id === sender.id ? me : owner;
}

export function statementsOf(incoming: IncomingReport, context: MergeContext): Statements {
  const { adopted, ...report } = incoming.report;
  const owner = ownerOf(incoming, context);
  const isOwn = adopted === undefined && owner.id === context.me.id;
  const accounts = [...(report.accounts ?? [])];
  if (adopted === undefined && !isOwn) accounts.push(accountOf(incoming, owner));
  // A table holds no accounts; what stands in an adopted row is the account of whom it names.
  if (adopted !== undefined && accounts.length === 0) {
    accounts.push(accountOf(incoming, { id: adopted, name: '' }));
  }
  return { ...(isOwn && { own: report }), theirs: joinAll(accounts) };
}

function withAccounts(report: Report, here: readonly Account[], theirs: readonly Account[]): Report {
  const { accounts: _accounts, ...rest } = report;
  const withheld = report.withheld ?? [];
  const accounts = joinAll([...here, ...theirs].map((each) => withholdFrom(each, withheld)));
  return accounts.length > 0 ? { ...rest, accounts } : rest;
}
