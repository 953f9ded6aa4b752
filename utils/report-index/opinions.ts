import { HERE, type Opinion, type Verdict } from '../model/queue';
import type { Report } from '../model/report';

/** Told of a report that nobody else says anything of; one object for all of them. */
const NOBODY: readonly Opinion[] = [];
const known = new Map<string, readonly Opinion[]>();

/**
 * Who says what of a report's post. Few reviewers and few categories make few different lists; the same one is the
 * same object in every digest.
 */
export function opinionsOf(report: Pick<Report, 'accounts' | 'adopted' | keyof Decided>): readonly Opinion[] {
  const { accounts = [], adopted } = report;
  if (accounts.length === 0) return NOBODY;
  const opinions: Opinion[] = accounts.map(({ reviewer: { id, name }, report: theirs }) => ({
    reviewer: { id, name },
    verdict: verdictOf(theirs),
    categories: [...theirs.categories],
  }));
  // What stands in an adopted row is another reviewer's and among the accounts already.
  if (adopted === undefined) {
    opinions.unshift({ reviewer: HERE, verdict: verdictOf(report), categories: [...report.categories] });
  }
  const key = JSON.stringify(opinions);
  const same = known.get(key);
  if (same) return same;
  known.set(key, opinions);
  return opinions;
}

export type Decided = Pick<Report, 'status' | 'statusFrom' | 'categories'>;

/** A status that was taken over from somebody is no verdict of one's own. */
export function verdictOf({ status, statusFrom }: Pick<Decided, 'status' | 'statusFrom'>): Verdict {
  if (status === 'new' || statusFrom !== undefined) return 'open';
  return status === 'dismissed' ? 'none' : 'problem';
}

/** Whether some reviewers decided that it is a problem, and others that it is none. */
export function isDisputed(opinions: readonly Opinion[]): boolean {
  return (
    opinions.some(({ verdict }) => verdict === 'problem') &&
    opinions.some(({ verdict }) => verdict === 'none')
  );
}
