import type { DamagedRow } from './reading';
import type { StoredReport } from './tables';
import type { Writing } from './writing';

/** Takes a row out whatever it holds, with its history, visits and pictures. */
export async function removeDamaged(writing: Writing, id: string): Promise<DamagedRow | undefined> {
  const { tables } = writing;
  const row = await tables.reports.get(id);
  if (!row) return undefined;
  const [history, visits, evidence] = await Promise.all([
    tables.history.where('reportId').equals(id).toArray(),
    tables.visits.where('reportId').equals(id).toArray(),
    tables.evidence.where('reportId').equals(id).toArray(),
  ]);
  await writing.removeReports([row], history);
  await writing.removeVisits(visits);
  await writing.removeEvidence(evidence);
  return { row, history, visits, evidence };
}

/** Puts it back as damaged as it was. */
export async function putBackDamaged(
  writing: Writing,
  { row, history, visits, evidence }: DamagedRow,
): Promise<void> {
  await writing.putBackRow(row as StoredReport);
  await writing.restoreHistory(history);
  await writing.addVisits(visits);
  for (const picture of evidence) await writing.putEvidence(picture, undefined);
}
