import { hasChanged, isAsBefore } from '../model/changes';
import type { Change, Report, ReportedPost, Visit } from '../model/report';
import { readStored } from './stored-report';
import type { Tables } from './tables';
import type { Writing } from './writing';

/** Of a post that is changed back and forth only the last visits are kept: a page must not fill the reader's disk. */
export const MOST_VISITS = 50;

/**
 * Notes that a reported post was seen again. Nothing is written when it is as at the visit before, or, at the first
 * visit since it was last reported, as in the report; nor when the report is gone.
 */
export async function recordVisit(writing: Writing, seen: Omit<Visit, 'seq' | 'at'>): Promise<void> {
  const { tables, at } = writing;
  const { reportId } = seen;
  const visit = { ...seen, at };
  const report = await tables.reports.get(reportId);
  if (!report) return;
  const visits = (await tables.visits.where({ reportId }).toArray()).sort(byTime);
  const last = visits.findLast((each) => isSince(each, report));
  if (last ? isAsBefore(last, visit) : !hasChanged(visit.changes)) return;
  await writing.removeVisits(visits.slice(0, Math.max(0, visits.length + 1 - MOST_VISITS)));
  await writing.addVisits([visit]);
}

/** What pages are told of these reports; nothing of rows that are damaged, so that one does not silence the others. */
export async function toReportedPosts(
  tables: Pick<Tables, 'visits'>,
  rows: readonly unknown[],
): Promise<ReportedPost[]> {
  const reports = rows.map(readStored).flatMap((read) => ('report' in read ? read.report : []));
  const lastChanges = await lastChangesOf(tables, reports);
  return reports.map(({ id, postKey: key, post, status, categories, createdAt, withheld = [] }) => ({
    key,
    reportId: id,
    status,
    categories,
    createdAt,
    title: post.title,
    text: post.text,
    labels: post.labels,
    lastChanges: lastChanges.get(id) ?? [],
    ...(withheld.length > 0 && { withheld }),
  }));
}

async function lastChangesOf(
  tables: Pick<Tables, 'visits'>,
  reports: readonly Report[],
): Promise<Map<string, Change[]>> {
  const visits = await tables.visits
    .where('reportId')
    .anyOf(reports.map(({ id }) => id))
    .toArray();
  const byId = new Map(reports.map((report) => [report.id, report]));
  // The last one stays in the map.
  return new Map(
    visits
      .sort(byTime)
      .filter((visit) => isSince(visit, byId.get(visit.reportId)!))
      .map(({ reportId, changes }) => [reportId, changes]),
  );
}

/** Those of a file are older than their numbers. */
function byTime(a: Visit, b: Visit): number {
  return a.at - b.at || a.seq - b.seq;
}

/** Visits before the reading that the report holds now compared the post with an older one. */
function isSince({ at }: Visit, { readAt, createdAt }: Report): boolean {
  return at >= (readAt ?? createdAt);
}
