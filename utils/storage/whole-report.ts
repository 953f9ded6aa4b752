import type { Evidence, HistoryEntry, Report, Visit } from '../model/report';
import type { Tables } from './tables';
import { recountReport } from './tallies';

/** One report with all that belongs to it. */
export interface FullReport {
  report: Report;
  /** These in order of time. */
  history: HistoryEntry[];
  visits: Visit[];
  evidence: Evidence[];
}

export async function readWhole(tables: Tables, reportId: string): Promise<FullReport | undefined> {
  const report = await tables.reports.get(reportId);
  if (!report) return undefined;
  const history = await tables.history.where({ reportId }).sortBy('seq');
  const visits = await tables.visits.where({ reportId }).sortBy('seq');
  const evidence = await tables.evidence.where({ reportId }).sortBy('at');
  return { report, history, visits, evidence };
}

/** Hands back what it removed; `undefined` when there is no such report. */
export async function removeWhole(tables: Tables, reportId: string): Promise<FullReport | undefined> {
  const full = await readWhole(tables, reportId);
  if (!full) return undefined;
  await tables.reports.delete(reportId);
  await Promise.all(
    [tables.history, tables.visits, tables.evidence].map((table) => table.where({ reportId }).delete()),
  );
  await recountReport(tables, full.report, undefined);
  return full;
}

/** Puts back what {@link removeWhole} took; rejects when the post was reported again since. */
export async function restoreWhole(
  tables: Tables,
  { report, history, visits, evidence }: FullReport,
): Promise<void> {
  const there = await tables.reports.get(report.id);
  await tables.reports.put(report);
  await tables.history.bulkPut(history);
  await tables.visits.bulkPut(visits);
  await tables.evidence.bulkPut(evidence);
  await recountReport(tables, there, report);
}
