import type { HistoryEntry, Replaced, Report } from '../model/report';
import { canonical } from './ledger/canonical';
import type { StoredReport } from './tables';

export function isFiling({ action }: Pick<HistoryEntry, 'action'>): boolean {
  return action === 'filed' || action === 'filed-again';
}

/** What no change of a report's content replaces. When it was created follows from others' accounts in an adopted one. */
const FIXED: readonly string[] = ['id', 'postKey', 'updatedAt', 'rev', 'seal', 'chain'];

/** What changes with the status and with whose a report is: that alone is nothing that was said since. */
export const FOLLOWING: readonly string[] = ['decidedAt', 'adopted', 'restored', 'statusFrom'];

/** The values of `before` that differ in `after`, `undefined` where there was none; absent when nothing differs. */
export function replacedBy(before: Report, after: Report): Replaced | undefined {
  const names = new Set([...Object.keys(before), ...Object.keys(after)] as (keyof Report)[]);
  const differing = [...names].filter(
    (name) => !FIXED.includes(name) && canonical(before[name]) !== canonical(after[name]),
  );
  if (differing.length === 0) return undefined;
  return Object.fromEntries(differing.map((name) => [name, before[name]]));
}

/** A report with values that were replaced put back. */
export function putBack(report: Report, replaced: Replaced): Report {
  const values = Object.entries(replaced).filter(([name]) => !FIXED.includes(name));
  const result = { ...report, ...Object.fromEntries(values) };
  for (const [name, value] of values) {
    if (value === undefined) delete result[name as keyof Report];
  }
  return result;
}

/** Of `before` in entries that replaced the whole report: fields that it did not have were not there. */
export function isWhole(replaced: Replaced): boolean {
  return replaced.postKey !== undefined;
}

/** A report as it was before an entry; fields that are fixed stay as they are. */
export function asBefore(report: Report, replaced: Replaced): Report {
  if (!isWhole(replaced)) return putBack(report, replaced);
  const gone = Object.fromEntries(Object.keys(report).map((name) => [name, undefined])) as Replaced;
  return putBack(report, { ...gone, ...replaced });
}

/** A report to which something was done that changes nothing that is said; an adopted one stays as its reviewer left it. */
export function touched<T extends Report>(report: T, at: number): T {
  return report.adopted === undefined ? { ...report, updatedAt: at } : report;
}

/** A stored report without what the store adds to it. */
export function contentOf(stored: Report | StoredReport): Report {
  const { rev: _rev, seal: _seal, chain: _chain, ...report } = stored as StoredReport;
  return report;
}
