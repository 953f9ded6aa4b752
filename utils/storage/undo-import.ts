import { StorageError } from '../errors';
import type { PostKey } from '../model/post';
import { importsKnown, isBroughtBy, released } from './claims';
import { replacedBy } from './history';
import type { ImportRow, StoredEntry, StoredEvidence, StoredVisit, Tables } from './tables';
import { takenBack } from './take-back';
import { type FullReport, readMany, removeWhole } from './whole-report';
import type { ReportChange, Writing } from './writing';

/** History entries of one transaction. */
const PART = 400;

export async function beginUndo({ imports }: Tables, id: string): Promise<ImportRow> {
  const row = await existing({ imports }, id);
  if (row.state === 'undone') return row;
  const from = row.lastSeq === 0 ? 0 : row.lastSeq + 1;
  const undo = row.undo ?? { removed: 0, restored: 0, kept: 0, from };
  const undoing: ImportRow = { ...row, state: 'undoing', undo };
  await imports.put(undoing);
  return undoing;
}

/** A step of taking an import back: how far it is, and the posts that it was about. */
export interface UndoStep {
  row: ImportRow;
  posts: PostKey[];
}

/** Takes the import's part of the newest reports back that it has not been taken back of yet. */
export async function undoPart(writing: Writing, id: string): Promise<UndoStep> {
  const { tables } = writing;
  const row = await existing(tables, id);
  const undo = { ...row.undo! };
  const entries = await tables.history
    .where('seq')
    .between(row.firstSeq, undo.from, true, false)
    .reverse()
    .limit(PART)
    .toArray();
  const reportIds = new Set(entries.filter((entry) => entry.import === id).map(({ reportId }) => reportId));
  const fulls = await readMany(tables, [...reportIds]);
  const removed: string[] = [];
  // All at once: a transaction ends over too many steps that ask nothing of it.
  const backs = fulls.flatMap((full) => backOf(row, undo.from, full, writing.at) ?? []);
  await writing.changeMany(backs.flatMap(({ change }) => change ?? []));
  await takeBelongings(writing, id, backs);
  for (const { reportId, result } of backs) {
    undo[result]++;
    if (result === 'removed') removed.push(reportId);
  }
  await removeWhole(writing, removed);
  undo.from = entries.length < PART ? row.firstSeq : entries.at(-1)!.seq;
  const next = { ...row, undo };
  await tables.imports.put(next);
  return { row: next, posts: backs.map(({ postKey }) => postKey) };
}

/** Takes back what came with it and has no history: dismissals that were not made again since. */
export async function finishUndo(writing: Writing, id: string): Promise<UndoStep> {
  const { tables } = writing;
  const row = await existing(tables, id);
  const came =
    row.counts.dismissals > 0
      ? await tables.dismissals.filter((dismissal) => dismissal.import === id).toArray()
      : [];
  await writing.decide(came, []);
  const undone: ImportRow = { ...row, state: 'undone' };
  await tables.imports.put(undone);
  return { row: undone, posts: came.map(({ postKey }) => postKey) };
}

/** Its own entries; those that take it back bear its id too. */
function isOf({ id, lastSeq }: ImportRow, entry: StoredEntry): boolean {
  return entry.import === id && entry.seq <= lastSeq;
}

/** What is to be done about one report; visits and pictures are those that the import has brought. */
interface Back {
  reportId: string;
  postKey: PostKey;
  result: 'removed' | 'restored' | 'kept';
  change: ReportChange | undefined;
  visits: StoredVisit[];
  pictures: StoredEvidence[];
}

/** @param from entries from this number on are done, and with them their reports */
function backOf(
  row: ImportRow,
  from: number,
  { report, history, visits, evidence }: FullReport,
  at: number,
): Back | undefined {
  const own = history.filter((entry) => isOf(row, entry));
  if (own.at(-1)!.seq >= from) return undefined;
  const { after, isWhole } = takenBack(report, history, own, at);
  const { id: reportId, postKey } = report;
  const back = { reportId, postKey, change: undefined, visits: [], pictures: [] };
  if (!after) return { ...back, result: 'removed' };
  // What came to stay, stays with all that belongs to it.
  if (after === report) return { ...back, result: 'kept' };
  const replaced = replacedBy(report, after);
  const entry = { action: 'reverted' as const, to: own[0]!.seq, import: row.id };
  // A report of the reader's own has come with its history, and its pictures with that.
  const brought = history.filter(
    (each) => own.includes(each) || (own[0]!.action === 'imported' && each.seq < own[0]!.seq),
  );
  const came = brought.flatMap(({ picture }) => {
    const there = picture && evidence.find(({ id }) => id === `${report.id}:${picture.filing}`);
    return there ? { there, isSame: there.sha256 === picture.sha256 } : [];
  });
  return {
    ...back,
    result: isWhole && came.every(({ isSame }) => isSame) ? 'restored' : 'kept',
    change: replaced && { before: report, after, entry: { ...entry, before: replaced } },
    visits: visits.filter((visit) => isBroughtBy(visit, row.id)),
    pictures: evidence.filter((picture) => isBroughtBy(picture, row.id)),
  };
}

/** Takes visits and pictures away that no other import has brought too. */
async function takeBelongings(writing: Writing, id: string, backs: readonly Back[]): Promise<void> {
  const imports = importsKnown(await writing.tables.imports.toArray());
  const visits = backs.flatMap((back) => back.visits);
  const left = visits.map((before) => ({ before, after: released(before, id, imports) }));
  await writing.removeVisits(left.flatMap(({ before, after }) => (after ? [] : before)));
  await writing.replaceVisits(left.flatMap(({ before, after }) => (after ? { before, after } : [])));
  for (const picture of backs.flatMap(({ pictures }) => pictures)) {
    const after = released(picture, id, imports);
    if (after) await writing.putEvidence(after, picture);
    else await takePicture(writing, id, picture);
  }
}

async function takePicture(writing: Writing, importId: string, row: StoredEvidence): Promise<void> {
  const before = (await writing.tables.reports.get(row.reportId))!;
  const filing = Number(row.id.slice(row.reportId.length + 1));
  const entry = { action: 'picture' as const, import: importId, picture: { filing, sha256: null } };
  await writing.removeEvidence([row]);
  await writing.change({ before, after: before, entry });
}

async function existing({ imports }: Pick<Tables, 'imports'>, id: string): Promise<ImportRow> {
  const row = await imports.get(id);
  if (!row) throw new StorageError('unknown', new Error(`there is no import ${id}`));
  return row;
}
