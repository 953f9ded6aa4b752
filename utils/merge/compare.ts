import type { Account, Reviewer } from '../model/account';
import type { IncomingReport } from '../model/exchange';
import type { Report, Visit } from '../model/report';
import { canonical } from '../storage/ledger/canonical';
import { accountOf } from './accounts';
import { comparisons, type SaidOf } from './fields';
import { mergeReport, statementsOf } from './merge';
import { COMPARED, type Difference, type MergeContext, type ReportPlan } from './plan';
import { newVisits } from './visits';

/** What a report has here besides itself. */
export interface Belongings {
  /** SHA-256 of its pictures, and of those that the reader has taken out of it. */
  pictures: ReadonlySet<string>;
  visits: readonly Visit[];
}

const NOTHING: Belongings = { pictures: new Set(), visits: [] };
/** Characters of a headline. */
const HEADLINE = 80;

/**
 * What importing a report of a file would do, given the report that its post has here.
 *
 * @param there what that report has; without it, all pictures and visits of the file are taken for new
 */
export function planReport(
  incoming: IncomingReport,
  local: Report | undefined,
  context: MergeContext,
  there: Belongings = NOTHING,
): ReportPlan {
  const { report, changed } = mergeReport(local, incoming, context, () => '');
  const adds = {
    accounts: newAccounts(local?.accounts ?? [], report.accounts ?? []),
    pictures: incoming.pictures.filter(({ sha256 }) => !there.pictures.has(sha256)).length,
    visits: newVisits(there.visits, incoming.visits).length,
  };
  const differences = local ? differencesOf(report, incoming, context) : [];
  const { title, text } = incoming.report.post;
  return {
    postKey: incoming.report.postKey,
    headline: [...(title || text)].slice(0, HEADLINE).join(''),
    row: incoming.row,
    verdict: verdictOf(local, differences, changed || adds.pictures + adds.visits > 0),
    differences,
    adds,
  };
}

function verdictOf(
  local: Report | undefined,
  differences: readonly Difference[],
  tellsMore: boolean,
): ReportPlan['verdict'] {
  if (!local) return 'new';
  if (differences.length > 0) return 'differs';
  return tellsMore ? 'added' : 'same';
}

function newAccounts(before: readonly Account[], after: readonly Account[]): number {
  const known = new Map(before.map((account) => [account.reviewer.id, canonical(account)]));
  return after.filter((account) => known.get(account.reviewer.id) !== canonical(account)).length;
}

/** What stands here after the import, and what those say otherwise who say anything in the file. */
function differencesOf(here: Report, incoming: IncomingReport, context: MergeContext): Difference[] {
  const theirs = statedIn(here, incoming, context);
  return COMPARED.flatMap((field): Difference[] => {
    const value = comparisons[field] as SaidOf<unknown>;
    const others = theirs.flatMap(({ reviewer, report, ...marks }) => {
      const differs = value.contradicts(here, report, marks);
      return differs ? [{ reviewer, value: value.of(report), at: report.updatedAt }] : [];
    });
    return others.length > 0 ? [{ field, here: value.of(here), theirs: others }] : [];
  });
}

/** As joined with what is known of them; the reader's own file speaks for the reader. */
function statedIn(here: Report, incoming: IncomingReport, context: MergeContext): Account[] {
  const { own, theirs } = statementsOf(incoming, context);
  const names = new Set(theirs.map(({ reviewer }) => reviewer.id));
  const joined = (here.accounts ?? []).filter(({ reviewer }) => names.has(reviewer.id));
  return own ? [accountOf(incoming, ownName(context.me)), ...joined] : joined;
}

const ownName = ({ id, name }: Reviewer): Reviewer => ({ id, name });
