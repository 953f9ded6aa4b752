import { StorageError } from '../errors';
import type { EditBatch, ReportEdit, UndoResult } from '../model/edit';
import type { Report } from '../model/report';
import { withhold } from '../model/withhold';
import { asBefore, isWhole, replacedBy } from './history';
import type { StoredEntry, StoredReport } from './tables';
import type { ReportChange, Writing } from './writing';

/** Histories of so many reports are read one by one. */
const FEW = 50;

/** All of the reports or none; rejects when one is not there. */
export async function editReports(
  writing: Writing,
  reportIds: readonly string[],
  edit: ReportEdit,
): Promise<EditBatch> {
  const reports = await existing(writing, reportIds);
  const changes = reports.flatMap((before): ReportChange[] => {
    const after = { ...edited(before, edit, writing.at), updatedAt: writing.at };
    const replaced = replacedBy(before, after);
    // Said again after a lost answer, for instance.
    return replaced ? [{ before, after, entry: { action: edit.action, before: replaced } }] : [];
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
      (name) => isWhole(entry.before!) || (name !== 'decidedAt' && name in entry.before!),
    );
    if (isChanged) {
      result.kept.push(entry.reportId);
      continue;
    }
    result.undone.push(entry.reportId);
    changes.push(
      ...reverting(report, withoutWithheld(asBefore(report, entry.before!), report), entry.seq, at),
    );
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
  const changes = reverting(report!, withoutWithheld(then, report!), seq, at);
  return { reportIds: changes.map(({ after }) => after.id), entries: await writing.changeMany(changes) };
}

function reverting(before: StoredReport, then: Report, to: number, at: number): ReportChange[] {
  const after = { ...then, updatedAt: at };
  const replaced = replacedBy(before, after);
  return replaced ? [{ before, after, entry: { action: 'reverted', to, before: replaced } }] : [];
}

/** What the reader has taken out since does not come back. */
function withoutWithheld(report: Report, { withheld = [] }: Report): Report {
  if (withheld.length === 0) return report;
  const all = [...new Set([...(report.withheld ?? []), ...withheld])];
  return { ...report, withheld: all, post: withhold(report.post, all) };
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
    default: {
      const { action: _action, ...values } = edit;
      return { ...report, ...values };
    }
  }
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
