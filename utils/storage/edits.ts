import { StorageError } from '../errors';
import { asOwn } from '../merge/leader';
import type { EditBatch, ReportEdit, UndoResult } from '../model/edit';
import type { Report } from '../model/report';
import { takeOut } from '../model/withhold';
import { asBefore, FOLLOWING, isWhole, replacedBy } from './history';
import type { StoredEntry, StoredReport } from './tables';
import type { ReportChange, Writing } from './writing';

/** Histories of so many reports are read one by one. */
const FEW = 50;

/**
 * All of the reports or none; rejects when one is not there.
 *
 * @param importId of the import that the reader makes the edit with
 */
export async function editReports(
  writing: Writing,
  reportIds: readonly string[],
  edit: ReportEdit,
  importId?: string,
): Promise<EditBatch> {
  const reports = await existing(writing, reportIds);
  const changes = reports.flatMap((before): ReportChange[] => {
    const changed = edited(before, edit, writing.at);
    const after = saysSomething(before, changed, edit)
      ? { ...byReader(changed, edit), updatedAt: writing.at }
      : changed;
    const replaced = replacedBy(before, after);
    // Said again after a lost answer, for instance.
    if (!replaced) return [];
    return [{ before, after, entry: { action: edit.action, before: replaced, ...withImport(importId) } }];
  });
  return { reportIds: changes.map(({ after }) => after.id), entries: await writing.changeMany(changes) };
}

/**
 * Takes single changes back, each by a new entry. A value that was changed again since stays as it is, and so do
 * reports that are gone.
 *
 * @param seqs entries, at most one per report
 */
export async function undoEntries(writing: Writing, seqs: readonly number[]): Promise<UndoResult> {
  const { tables, at } = writing;
  const entries = (await tables.history.bulkGet([...seqs])).flatMap((entry) => (entry?.before ? entry : []));
  const ids = entries.map(({ reportId }) => reportId);
  const reports = await tables.reports.bulkGet(ids);
  const later = await laterEntries(writing, entries);
  const result: UndoResult = { undone: [], kept: [] };
  const changes: ReportChange[] = [];
  for (const [i, entry] of entries.entries()) {
    const report = reports[i];
    if (!report) continue;
    const left = (later.get(entry.reportId) ?? []).reduce<Report>(
      (each, { before }) => (before ? asBefore(each, before) : each),
      report,
    );
    const since = replacedBy(left, report) ?? {};
    const isChanged = Object.keys(since).some(
      (name) => isWhole(entry.before!) || (!FOLLOWING.includes(name) && name in entry.before!),
    );
    if (isChanged) {
      result.kept.push(entry.reportId);
      continue;
    }
    result.undone.push(entry.reportId);
    const then = withoutWithheld(asBefore(report, entry.before!), report);
    // Something else was said since: then it is nobody else's again.
    const isOwn = Object.keys(since).length > 0 && report.adopted === undefined;
    changes.push(...reverting(report, isOwn ? asOwn(then) : then, entry.seq, at));
  }
  await writing.changeMany(changes);
  return result;
}

/** Brings a report's content back to what it was right after one of its entries. */
export async function revertTo(writing: Writing, reportId: string, seq: number): Promise<EditBatch> {
  const { tables, at } = writing;
  const [report] = await existing(writing, [reportId]);
  const history = await tables.history.where({ reportId }).sortBy('seq');
  if (!history.some((entry) => entry.seq === seq)) {
    throw new StorageError('unknown', new Error(`report ${reportId} has no history entry ${seq}`));
  }
  const later = history.filter((entry) => entry.seq > seq).toReversed();
  const then = later.reduce<Report>((each, { before }) => (before ? asBefore(each, before) : each), report!);
  const content = asOwn({ ...withoutWithheld(then, report!), createdAt: report!.createdAt });
  const reverted = reverting(report!, withAccountsOf(report!, content), seq, at);
  // The same decision made at another time is the same.
  const changes = reverted.filter(({ entry }) =>
    Object.keys(entry.before ?? {}).some((name) => !FOLLOWING.includes(name)),
  );
  return { reportIds: changes.map(({ after }) => after.id), entries: await writing.changeMany(changes) };
}

function reverting(before: StoredReport, then: Report, to: number, at: number): ReportChange[] {
  const after = { ...then, updatedAt: at };
  const replaced = replacedBy(before, after);
  return replaced ? [{ before, after, entry: { action: 'reverted', to, before: replaced } }] : [];
}

/** What others say is none of a report's own content. */
function withAccountsOf({ accounts }: Report, { accounts: _accounts, ...report }: Report): Report {
  return accounts ? { ...report, accounts } : report;
}

/** What the reader has taken out since does not come back. */
function withoutWithheld(report: Report, { withheld = [] }: Report): Report {
  if (withheld.length === 0) return report;
  const all = [...new Set([...(report.withheld ?? []), ...withheld])];
  return { ...takeOut(report, all), withheld: all };
}

/** Entries after the given ones, newest first, by report. */
async function laterEntries(
  { tables }: Writing,
  entries: readonly StoredEntry[],
): Promise<Map<string, StoredEntry[]>> {
  const first = new Map(entries.map(({ reportId, seq }) => [reportId, seq]));
  const later = new Map<string, StoredEntry[]>();
  // The many of a batch stand together at the end of the history, unless they are taken back late.
  const history =
    entries.length > FEW
      ? await tables.history
          .where('seq')
          .above(Math.min(...first.values()))
          .toArray()
      : await tables.history
          .where('reportId')
          .anyOf([...first.keys()])
          .toArray();
  for (const entry of history.sort((a, b) => b.seq - a.seq)) {
    const undone = first.get(entry.reportId);
    if (undone === undefined || entry.seq <= undone) continue;
    later.set(entry.reportId, [...(later.get(entry.reportId) ?? []), entry]);
  }
  return later;
}

async function existing({ tables }: Writing, reportIds: readonly string[]): Promise<StoredReport[]> {
  const ids = [...new Set(reportIds)];
  const reports = await tables.reports.bulkGet(ids);
  return reports.map((report, i) => {
    if (!report) throw new StorageError('unknown', new Error(`report ${ids[i]} does not exist`));
    return report;
  });
}

function edited(report: Report, edit: ReportEdit, at: number): Report {
  switch (edit.action) {
    case 'status':
      return withStatus(report, edit.status, at);
    case 'tags': {
      const tags = [...new Set([...(report.tags ?? []), ...edit.add])].filter(
        (tag) => !edit.remove.includes(tag),
      );
      return withOptional(report, 'tags', tags.length > 0 ? tags : undefined);
    }
    case 'assignee':
      return withOptional(report, 'assignee', edit.assignee || undefined);
    case 'handover':
      return {
        ...withStatus(report, 'submitted', at),
        handovers: [...(report.handovers ?? []).filter(({ id }) => id !== edit.handover.id), edit.handover],
      };
    case 'overruled':
      return { ...report, overruled: [...(report.overruled ?? []), ...edit.overruled] };
    default: {
      const { action: _action, ...values } = edit;
      return { ...report, ...values };
    }
  }
}

/** Letting a check pass says nothing of a post: a report that is somebody else's stays theirs. */
function saysSomething(before: Report, changed: Report, { action }: ReportEdit): boolean {
  if (action === 'overruled' && before.adopted !== undefined) return false;
  return action === 'status' || replacedBy(before, changed) !== undefined;
}

/** A decision is the reader's own unless it says from whom it was taken over. */
function byReader(report: Report, edit: ReportEdit): Report {
  const own = asOwn(report);
  if (edit.action !== 'status' && edit.action !== 'handover') return own;
  const { statusFrom: _statusFrom, ...decided } = own;
  const from = edit.action === 'status' && edit.status !== 'new' ? edit.from : undefined;
  return from === undefined ? decided : { ...decided, statusFrom: from };
}

function withImport(importId: string | undefined): { import?: string } {
  return importId === undefined ? {} : { import: importId };
}

function withStatus(report: Report, status: Report['status'], at: number): Report {
  const decidedAt = status === 'new' ? undefined : (report.decidedAt ?? at);
  return withOptional({ ...report, status }, 'decidedAt', decidedAt);
}

function withOptional<K extends 'tags' | 'assignee' | 'decidedAt'>(
  report: Report,
  name: K,
  value: Report[K] | undefined,
): Report {
  const { [name]: _old, ...rest } = report;
  return (value === undefined ? rest : { ...rest, [name]: value }) as Report;
}
