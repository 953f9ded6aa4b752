import { adoptedReport, asOwn } from '../merge/leader';
import type { Account } from '../model/account';
import type { Report } from '../model/report';
import { asBefore, FOLLOWING, replacedBy } from './history';
import { canonical } from './ledger/canonical';
import type { StoredEntry, StoredReport } from './tables';

export interface TakenBack {
  /** The report without what the entries did; `undefined` when nothing is left that anybody says. */
  after: Report | undefined;
  /** False when something of it was changed since, and stays. */
  isWhole: boolean;
}

/** A report before and after one of its entries. */
interface Step {
  entry: StoredEntry;
  before: Report | undefined;
  after: Report;
}

/**
 * Takes an import's changes of a report back. Values that were changed again since stay; of the accounts, each that
 * still is as the import left it.
 *
 * @param history all of it, in order
 * @param own the import's entries, at least one
 * @param at milliseconds since 1970
 */
export function takenBack(
  report: StoredReport,
  history: readonly StoredEntry[],
  own: readonly StoredEntry[],
  at: number,
): TakenBack {
  const steps = stepsOf(report, history, own);
  const arrived = own[0]!.action === 'imported';
  if (report.adopted !== undefined) return withoutAccounts(report, steps);
  if (!arrived) return withoutChanges(report, steps, at);
  if (hasPictureSince(history, own.at(-1)!.seq) || isSaidSince(steps.at(-1)!.after, report))
    return { after: report, isWhole: false };
  // What others say of the post has come with other files.
  return withoutAccounts(report, steps);
}

/** Whether it has a picture that came after an entry. */
function hasPictureSince(history: readonly StoredEntry[], seq: number): boolean {
  const later = history.filter((entry) => entry.seq > seq);
  const last = new Map(later.flatMap(({ picture }) => (picture ? [[picture.filing, picture.sha256]] : [])));
  return [...last.values()].some((sha256) => sha256 !== null);
}

function stepsOf(report: Report, history: readonly StoredEntry[], own: readonly StoredEntry[]): Step[] {
  const mine = new Set(own);
  const steps: Step[] = [];
  let after = report;
  for (const entry of history.toReversed()) {
    const before = entry.before ? asBefore(after, entry.before) : after;
    if (mine.has(entry))
      steps.push({ entry, after, before: entry.action === 'imported' ? undefined : before });
    after = before;
  }
  return steps.reverse();
}

/** An adopted report follows from the accounts that are left. */
function withoutAccounts(report: Report, steps: readonly Step[]): TakenBack {
  const { accounts, isWhole } = accountsBack(report.accounts ?? [], steps);
  const [first, ...rest] = accounts;
  return { after: first && adoptedReport([first, ...rest], report), isWhole };
}

function withoutChanges(report: Report, steps: readonly Step[], at: number): TakenBack {
  const { accounts, ...told } = accountsBack(report.accounts ?? [], steps);
  let isWhole = told.isWhole;
  let left = report;
  for (const { entry, after } of steps.toReversed()) {
    if (!entry.before) continue;
    const { accounts: _accounts, ...replaced } = entry.before;
    const since = replacedBy(after, left) ?? {};
    const isChanged = Object.keys(replaced).some((name) => !FOLLOWING.includes(name) && name in since);
    if (isChanged) isWhole = false;
    else left = asBefore(left, replaced);
  }
  const [first, ...rest] = accounts;
  if (left.adopted !== undefined && first && !isSaidSince(steps.at(-1)!.after, report)) {
    return { after: adoptedReport([first, ...rest], report), isWhole };
  }
  const isOwn = left.adopted !== undefined || isSaidSince(steps.at(-1)!.after, report);
  const { accounts: _accounts, ...own } = isOwn ? asOwn(left) : left;
  const isEdited = Object.keys(replacedBy(report, left) ?? {}).length > 0;
  const content = isEdited ? { ...own, updatedAt: timeBefore(steps, isOwn) ?? at } : own;
  return { after: first ? { ...content, accounts: [first, ...rest] } : content, isWhole };
}

/** A report that came back from files is again as old as it was before another one told more of it. */
function timeBefore([first]: readonly Step[], isOwn: boolean): number | undefined {
  return isOwn ? undefined : first?.entry.before?.updatedAt;
}

function isSaidSince(then: Report, now: Report): boolean {
  return Object.keys(replacedBy(then, now) ?? {}).some((name) => name !== 'accounts');
}

/** For each reviewer of whom the steps told something, what was known before, unless more was told since. */
function accountsBack(
  now: readonly Account[],
  steps: readonly Step[],
): { accounts: Account[]; isWhole: boolean } {
  const left = byReviewer(now);
  let isWhole = true;
  for (const step of steps.toReversed()) {
    const [before, after] = [byReviewer(step.before?.accounts), byReviewer(step.after.accounts)];
    for (const [id, account] of before) if (!after.has(id) && !left.has(id)) left.set(id, account);
    for (const [id, account] of after) {
      const known = before.get(id);
      if (known && isSame(known, account)) continue;
      const stands = left.get(id);
      if (!stands || !isSame(stands, account)) isWhole = false;
      else if (known) left.set(id, known);
      else left.delete(id);
    }
  }
  const accounts = [...left.values()].sort((a, b) => (a.reviewer.id < b.reviewer.id ? -1 : 1));
  return { accounts, isWhole };
}

function byReviewer(accounts: readonly Account[] = []): Map<string, Account> {
  return new Map(accounts.map((account) => [account.reviewer.id, account]));
}

function isSame(a: Account, b: Account): boolean {
  return canonical(a) === canonical(b);
}
