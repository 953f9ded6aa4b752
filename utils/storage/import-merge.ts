import { mergeReport } from '../merge/merge';
import { takeEdits } from '../merge/take';
import { newestVisits, newVisits, visitKey } from '../merge/visits';
import type { PostKey } from '../model/post';
import type { Visit } from '../model/report';
import { claimed, type ImportsKnown, importsKnown } from './claims';
import { editReports } from './edits';
import { replacedBy } from './history';
import { contextOf, type HashedPart, takenFrom } from './import-plan';
import { rowsForPosts } from './reading';
import type { ImportCounts, ImportRow, StoredEvidence, StoredReport, StoredVisit, Tables } from './tables';
import { MOST_VISITS } from './visits';
import { picturesOf } from './whole-report';
import type { ReportChange, Writing } from './writing';

export const NO_COUNTS: ImportCounts = { added: 0, merged: 0, same: 0, taken: 0, dismissals: 0, pictures: 0 };

export function addCounts(sum: ImportCounts, counts: ImportCounts): void {
  for (const name of Object.keys(sum) as (keyof ImportCounts)[]) sum[name] += counts[name];
}

/** Merges parts of a file into the reports that their posts have here, as these are now. */
export async function mergeParts(
  writing: Writing,
  row: ImportRow,
  parts: readonly HashedPart[],
): Promise<ImportCounts> {
  const counts = { ...NO_COUNTS };
  if (parts.length === 0) return counts;
  const imports = importsKnown(await writing.tables.imports.toArray());
  for (const round of roundsOf(parts)) addCounts(counts, await mergeRound(writing, { row, imports }, round));
  return counts;
}

/** Parts one after the other where they are of one post, otherwise together. */
function roundsOf(parts: readonly HashedPart[]): HashedPart[][] {
  const rounds: HashedPart[][] = [];
  const seen = new Map<string, number>();
  for (const part of parts) {
    const round = seen.get(postOf(part)) ?? 0;
    seen.set(postOf(part), round + 1);
    rounds[round] = [...(rounds[round] ?? []), part];
  }
  return rounds;
}

interface Here {
  report: StoredReport;
  visits: StoredVisit[];
  evidence: StoredEvidence[];
  /** SHA-256 of pictures that are not to be added. */
  known: Set<string>;
}

interface Importing {
  row: ImportRow;
  imports: ImportsKnown;
}

async function mergeRound(
  writing: Writing,
  { row, imports }: Importing,
  parts: readonly HashedPart[],
): Promise<ImportCounts> {
  const here = await readHere(writing.tables, parts);
  const counts = { ...NO_COUNTS };
  const changes: ReportChange[] = [];
  const told = new Set<string>();
  const seen: { added: Omit<StoredVisit, 'seq' | 'seal'>[]; pruned: StoredVisit[] } = {
    added: [],
    pruned: [],
  };
  for (const { incoming } of parts) {
    const { report: before, visits } = here.get(incoming.report.postKey)!;
    const { report: after, changed } = mergeReport(before, incoming, contextOf(row));
    const { added, pruned } = mergedVisits(visits, incoming.visits);
    seen.added.push(...added.map((visit) => ({ ...visit, reportId: before.id, import: row.id })));
    seen.pruned.push(...pruned);
    if (!changed && added.length === 0) continue;
    told.add(before.id);
    const isOlder = before.restored && before.updatedAt !== after.updatedAt;
    const replaced = {
      ...replacedBy(before, after),
      ...(isOlder && { updatedAt: before.updatedAt }),
    };
    changes.push({ before, after, entry: { action: 'merged', before: replaced, import: row.id } });
  }
  await writing.changeMany(changes);
  await writing.removeVisits(seen.pruned);
  await writing.addVisits(seen.added);
  await claimAgain(writing, { row, imports }, { here, pruned: new Set(seen.pruned) }, parts);
  // Nothing is waited for that asks nothing of the transaction: over too many such steps it ends.
  for (const part of parts) {
    const { report, known } = here.get(postOf(part))!;
    for (const picture of part.pictures) {
      if (known.has(picture.sha256)) continue;
      known.add(picture.sha256);
      await addPicture(writing, row, report.id, picture);
      told.add(report.id);
      counts.pictures++;
    }
    if (part.take.length > 0) counts.taken += await takeOver(writing, row, report.id, part);
  }
  counts.merged = told.size;
  counts.same = parts.length - told.size;
  return counts;
}

async function readHere(tables: Tables, parts: readonly HashedPart[]): Promise<Map<string, Here>> {
  const reports = (await rowsForPosts(tables, parts.map(postOf))).flatMap((report) => report ?? []);
  const visits = await tables.visits
    .where('reportId')
    .anyOf(reports.map(({ id }) => id))
    .toArray();
  const visitsOf = Map.groupBy(visits, (visit) => visit.reportId);
  const pictured = new Set(parts.flatMap((part) => (hashesOf(part).size > 0 ? postOf(part) : [])));
  const withPictures = reports.flatMap(({ id, postKey }) => (pictured.has(postKey) ? id : []));
  const pictures = await picturesOf(tables, withPictures);
  const wholes = reports.map((report): [string, Here] => [
    report.postKey,
    {
      report,
      visits: visitsOf.get(report.id) ?? [],
      ...(pictures.get(report.id) ?? { evidence: [], known: new Set() }),
    },
  ]);
  return new Map(wholes);
}

/** Of its pictures, also of those that were not loaded because they are here. */
function hashesOf({ incoming, pictures }: HashedPart): Set<string> {
  return new Set([...incoming.pictures, ...pictures].map(({ sha256 }) => sha256));
}

/** Notes of visits and pictures that other imports have brought that this one brings them too. */
async function claimAgain(
  writing: Writing,
  { row, imports }: Importing,
  { here, pruned }: { here: ReadonlyMap<string, Here>; pruned: ReadonlySet<StoredVisit> },
  parts: readonly HashedPart[],
): Promise<void> {
  const visits: { before: StoredVisit; after: StoredVisit }[] = [];
  for (const part of parts) {
    const there = here.get(postOf(part))!;
    const seen = new Set(part.incoming.visits.map(visitKey));
    for (const before of there.visits) {
      if (pruned.has(before) || !seen.has(visitKey(before))) continue;
      const after = claimed(before, row, imports);
      if (after) visits.push({ before, after });
    }
    const hashes = hashesOf(part);
    for (const before of there.evidence) {
      const after = hashes.has(before.sha256) ? claimed(before, row, imports) : undefined;
      if (after) await writing.putEvidence(after, before);
    }
  }
  await writing.replaceVisits(visits);
}

/** Those of a file that are among the newest ones and were not here, and those here that no longer are. */
function mergedVisits(here: readonly StoredVisit[], incoming: readonly Visit[]) {
  const added = newVisits(here, incoming);
  const newest = new Set<object>(newestVisits<(typeof added)[number]>([...here, ...added], MOST_VISITS));
  return {
    added: added.filter((visit) => newest.has(visit)),
    pruned: here.filter((visit) => !newest.has(visit)),
  };
}

/** By an entry of its own, to which it belongs. */
async function addPicture(
  writing: Writing,
  row: ImportRow,
  reportId: string,
  { at, blob, sha256 }: HashedPart['pictures'][number],
): Promise<void> {
  const before = (await writing.tables.reports.get(reportId))!;
  const entry = { action: 'picture' as const, import: row.id, picture: { sha256 } };
  const id = `${reportId}:${await writing.change({ before, after: before, entry })}`;
  const picture = { id, reportId, kind: 'screenshot' as const, at, blob, sha256, import: row.id };
  await writing.putEvidence(picture, undefined);
}

/** What the reader takes over are edits of theirs; resolves to the number of those that changed anything. */
async function takeOver(
  writing: Writing,
  row: ImportRow,
  reportId: string,
  { incoming, take }: HashedPart,
): Promise<number> {
  const context = contextOf(row);
  const account = takenFrom(incoming, context);
  const here = (await writing.tables.reports.get(reportId))!;
  let count = 0;
  for (const edit of takeEdits(here, account, take, context.me)) {
    const { entries } = await editReports(writing, [reportId], edit, row.id);
    count += entries.length;
  }
  return count;
}

export function postOf({ incoming }: HashedPart): PostKey {
  return incoming.report.postKey;
}
