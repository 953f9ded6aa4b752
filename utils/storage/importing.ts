import { StorageError } from '../errors';
import type { PostKey } from '../model/post';
import type { Dismissal } from '../model/report';
import { addCounts, mergeParts, NO_COUNTS, postOf } from './import-merge';
import { type HashedPart, type ReportToAdd, reportToAdd } from './import-plan';
import { lastNumbers } from './ledger/head';
import { type Numbers, numberOf, type SealedReport } from './ledger/seal-new';
import { rowsForPosts } from './reading';
import type { ImportCounts, ImportRow, Tables } from './tables';
import type { WriteContext, Writing } from './writing';

/** What is to be written of some parts of a file, as the store was when it was planned. */
export interface PartsPlan {
  news: ReportToAdd[];
  /** Of posts that have a report by now, in the file's order. */
  merges: HashedPart[];
  /** The numbers after which the new ones are sealed. */
  last: Numbers;
}

export async function planParts(
  tables: Tables,
  row: ImportRow,
  parts: readonly HashedPart[],
  context: WriteContext,
): Promise<PartsPlan> {
  const last = lastNumbers(await tables.ledger.get('head'));
  const rows = await rowsForPosts(tables, parts.map(postOf));
  const ids = await tables.reports.bulkGet(parts.map(({ incoming }) => incoming.report.id));
  const taken = new Set(ids.flatMap((report) => report?.id ?? []));
  const posts = new Set(rows.flatMap((report) => report?.postKey ?? []));
  const plan: PartsPlan = { news: [], merges: [], last };
  for (const part of parts) {
    // The same post again, of another reviewer, meets what the first one has made of it.
    if (posts.has(postOf(part))) {
      plan.merges.push(part);
      continue;
    }
    const added = reportToAdd(part, row, context, (id) => taken.has(id));
    posts.add(added.report.postKey);
    taken.add(added.report.id);
    plan.news.push(added);
  }
  return plan;
}

/** Resolves to `undefined`, with nothing done, when somebody else has written since it was planned. */
export async function importParts(
  writing: Writing,
  row: ImportRow,
  { news, merges, last }: PartsPlan,
  sealed: readonly SealedReport[],
): Promise<ImportCounts | undefined> {
  const first = writing.lastSeq;
  const counts = { ...NO_COUNTS };
  if (!(await isStillThere(writing.tables, merges, news))) return undefined;
  if (!(await writing.addReports(sealed, last))) return undefined;
  counts.added = news.length;
  counts.pictures = await addBelongings(writing, row, news, sealed);
  addCounts(counts, await mergeParts(writing, row, merges));
  await note(writing, row, counts, first);
  return counts;
}

/** A report that is removed takes no number. */
async function isStillThere(
  { reports }: Tables,
  merges: readonly HashedPart[],
  news: readonly ReportToAdd[],
): Promise<boolean> {
  const coming = new Set<PostKey>(news.map(({ report }) => report.postKey));
  const posts = [...new Set(merges.map(postOf))].filter((post) => !coming.has(post));
  return (await reports.where('postKey').anyOf(posts).count()) === posts.length;
}

/** Resolves to the number of posts that were not dismissed here. */
export async function importDismissals(
  writing: Writing,
  row: ImportRow,
  dismissals: readonly Dismissal[],
): Promise<number> {
  const byPost = new Map(dismissals.map((each) => [each.postKey, { ...each, import: row.id }]));
  const there = await writing.tables.dismissals.bulkGet([...byPost.keys()]);
  for (const known of there) if (known) byPost.delete(known.postKey);
  await writing.decide([], [...byPost.values()]);
  await note(writing, row, { ...NO_COUNTS, dismissals: byPost.size }, writing.lastSeq);
  return byPost.size;
}

export async function runningImport(tables: Pick<Tables, 'imports'>, id: string): Promise<ImportRow> {
  const row = await tables.imports.get(id);
  if (row?.state !== 'running') throw new StorageError('unknown', new Error(`import ${id} is not running`));
  return row;
}

async function note(writing: Writing, { id }: ImportRow, counts: ImportCounts, first: number): Promise<void> {
  const { tables, lastSeq } = writing;
  // As it is by now: the parts of an import may be written one while another is prepared.
  const row = await runningImport(tables, id);
  const sum = { ...row.counts };
  addCounts(sum, counts);
  const numbers = lastSeq > first ? { firstSeq: row.firstSeq || first + 1, lastSeq } : {};
  await tables.imports.put({ ...row, ...numbers, counts: sum });
}

/** Pictures and visits of new reports; resolves to the number of pictures. */
async function addBelongings(
  writing: Writing,
  row: ImportRow,
  news: readonly ReportToAdd[],
  sealed: readonly SealedReport[],
): Promise<number> {
  let count = 0;
  const visits = news.flatMap(({ report, visits: added }) =>
    added.map((visit) => ({ ...visit, reportId: report.id, import: row.id })),
  );
  await writing.addVisits(visits);
  for (const [i, added] of news.entries()) {
    for (const { filing, ...picture } of added.pictures) {
      const { id: reportId } = added.report;
      const id = `${reportId}:${numberOf(added, sealed[i]!, filing)}`;
      const mark = { import: row.id };
      await writing.putEvidence({ id, reportId, kind: 'screenshot', ...picture, ...mark }, undefined);
      count++;
    }
  }
  return count;
}
