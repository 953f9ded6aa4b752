import type { Belongings } from '../merge/compare';
import { knownPictures } from './evidence';
import { touched } from './history';
import type { StoredEntry, StoredEvidence, StoredReport, StoredVisit, Tables } from './tables';
import type { Writing } from './writing';

/** One report with all that belongs to it. */
export interface FullReport {
  report: StoredReport;
  /** These in order of time. */
  history: StoredEntry[];
  visits: StoredVisit[];
  evidence: StoredEvidence[];
}

export async function readWhole(tables: Tables, reportId: string): Promise<FullReport | undefined> {
  const [full] = await readMany(tables, [reportId]);
  return full;
}

/** In the order asked; reports that are not there are left out. */
export async function readMany(tables: Tables, reportIds: readonly string[]): Promise<FullReport[]> {
  const reports = await tables.reports.bulkGet([...reportIds]);
  return withAll(
    tables,
    reports.flatMap((report) => report ?? []),
  );
}

/** What belongs to reports that are loaded already. */
export async function withAll(tables: Tables, reports: readonly StoredReport[]): Promise<FullReport[]> {
  const reportIds = reports.map(({ id }) => id);
  const history = bySource(await tables.history.where('reportId').anyOf(reportIds).toArray());
  const visits = bySource(await tables.visits.where('reportId').anyOf(reportIds).toArray());
  const evidence = bySource(await tables.evidence.where('reportId').anyOf(reportIds).toArray());
  return reports.map((report) => ({
    report,
    history: (history.get(report.id) ?? []).sort((a, b) => a.seq - b.seq),
    visits: (visits.get(report.id) ?? []).sort((a, b) => a.at - b.at || a.seq - b.seq),
    evidence: (evidence.get(report.id) ?? []).sort((a, b) => a.at - b.at),
  }));
}

export async function belongingsOf(
  tables: Tables,
  reportIds: readonly string[],
): Promise<Map<string, Belongings>> {
  const visitsOf = bySource(await tables.visits.where('reportId').anyOf(reportIds).toArray());
  const pictures = await picturesOf(tables, reportIds);
  return new Map(
    reportIds.map((id) => [id, { visits: visitsOf.get(id) ?? [], pictures: pictures.get(id)!.known }]),
  );
}

/** Of each report its pictures, and the hashes of {@link knownPictures}. */
export async function picturesOf(
  tables: Pick<Tables, 'history' | 'evidence'>,
  reportIds: readonly string[],
): Promise<Map<string, { evidence: StoredEvidence[]; known: Set<string> }>> {
  const entriesOf = bySource(await tables.history.where('reportId').anyOf(reportIds).toArray());
  const evidenceOf = bySource(await tables.evidence.where('reportId').anyOf(reportIds).toArray());
  return new Map(
    reportIds.map((id) => {
      const entries = (entriesOf.get(id) ?? []).sort((a, b) => a.seq - b.seq);
      const evidence = evidenceOf.get(id) ?? [];
      return [id, { evidence, known: knownPictures(entries, evidence) }];
    }),
  );
}

/** Hands back what it removed, in the order asked; reports that are not there are left out. */
export async function removeWhole(writing: Writing, reportIds: readonly string[]): Promise<FullReport[]> {
  const fulls = await readMany(writing.tables, [...new Set(reportIds)]);
  await writing.removeReports(
    fulls.map(({ report }) => report),
    fulls.flatMap(({ history }) => history),
  );
  await writing.removeVisits(fulls.flatMap(({ visits }) => visits));
  await writing.removeEvidence(fulls.flatMap(({ evidence }) => evidence));
  return fulls;
}

/**
 * Puts back what {@link removeWhole} took, each with an entry that says so. Reports that are there again, because it
 * was said twice, are left alone; rejects when a post was reported anew since.
 */
export async function restoreWhole(writing: Writing, taken: readonly FullReport[]): Promise<void> {
  const { tables, at } = writing;
  const there = await tables.reports.bulkGet(taken.map(({ report }) => report.id));
  const missing = taken.filter((_, i) => !there[i]);
  await writing.restoreHistory(missing.flatMap(({ history }) => history));
  await writing.restoreReports(
    missing.map(({ report }) => ({
      before: report,
      after: touched(report, at),
      entry: { action: 'restored' },
    })),
  );
  // Visits get new numbers: others may have been given the old ones meanwhile.
  await writing.addVisits(missing.flatMap(({ visits }) => visits));
  for (const row of missing.flatMap(({ evidence }) => evidence)) await writing.putEvidence(row, undefined);
}

function bySource<T extends { reportId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.reportId);
    if (group) group.push(row);
    else groups.set(row.reportId, [row]);
  }
  return groups;
}
