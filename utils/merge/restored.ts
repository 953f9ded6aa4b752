import type { Account } from '../model/account';
import type { IncomingReport } from '../model/exchange';
import { type Report, type Restored, WITHHOLDABLE, type Withheld } from '../model/report';
import { takeOut } from '../model/withhold';
import { accountOf, joinAccounts } from './accounts';

/** Stands for the reader in both accounts that are joined. */
const OWN = { id: '', name: '' };

/** A report of the reader's own as a file of theirs brings it back. */
export function restoredReport(incoming: IncomingReport): Report {
  const { report, steps, partial, masked } = accountOf(incoming, OWN);
  const restored: Restored = { steps: steps.length, ...(partial && { partial }), ...(masked && { masked }) };
  return { ...report, restored };
}

/**
 * Two that came back from files, as one: the newer reading and the newer statement, as of any other reviewer. So the
 * order in which backups come does not matter, as long as nothing was done here in between.
 */
export function joinRestored(here: Report & { restored: Restored }, incoming: IncomingReport): Report {
  const withheld = WITHHOLDABLE.filter((part) =>
    [here, incoming.report].some((report) => report.withheld?.includes(part)),
  );
  const { report, steps, partial, masked } = joinAccounts(
    asAccount(without(here, withheld), here.restored),
    asAccount(without(incoming.report, withheld), restoredReport(incoming).restored!),
  );
  const restored: Restored = { steps: steps.length, ...(partial && { partial }), ...(masked && { masked }) };
  return { ...report, id: here.id, ...(here.accounts && { accounts: here.accounts }), restored };
}

/** What was taken out in one of them stays out. */
function without(report: Report, withheld: readonly Withheld[]): Report {
  if (withheld.length === 0) return report;
  return { ...takeOut(report, withheld), withheld: [...withheld] };
}

export function isRestored(report: Report): report is Report & { restored: Restored } {
  return report.restored !== undefined;
}

/** The steps themselves stand in the history; here only their number counts. */
function asAccount(report: Report, { steps, ...marks }: Restored): Account {
  const told = Array.from({ length: steps }, () => ({ at: 0, action: 'filed' as const }));
  const { id: _id, ...stated } = accountOf({ report, history: [], ...marks }, OWN).report;
  // A row may have another id here than in the file: that is no difference.
  return { reviewer: OWN, report: { id: '', ...stated }, steps: told, ...marks };
}
