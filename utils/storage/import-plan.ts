import { accountOf } from '../merge/accounts';
import { mergeReport, ownerOf } from '../merge/merge';
import type { MergeContext, TakeableField } from '../merge/plan';
import { newestVisits, newVisits } from '../merge/visits';
import type { Account, Reviewer } from '../model/account';
import type { IncomingPicture, IncomingReport } from '../model/exchange';
import type { HistoryEntry, Visit } from '../model/report';
import { type KeptPicture, keptPicture } from './evidence';
import type { EntryToAdd, NewReport } from './ledger/seal-new';
import type { ImportRow } from './tables';
import { MOST_VISITS } from './visits';
import type { WriteContext } from './writing';

/** Ids stand in addresses and in the names of elements; those of a file may be anything. */
const PLAIN_ID = /^[A-Za-z0-9][\w-]{0,63}$/;

export type ImportMeta = Pick<ImportRow, 'file' | 'format' | 'sender' | 'mine'> & {
  /** Who works here. */
  me: Reviewer;
};

/** A report of a file with its pictures, loaded and found to be what their lines say. */
export interface ImportPart {
  incoming: IncomingReport;
  /** Only those that are wanted; pictures that the report has already are not stored again. */
  pictures: readonly LoadedPicture[];
  /** What the reader takes over of what the file's reviewer says. */
  take: readonly TakeableField[];
}

export type LoadedPicture = Pick<IncomingPicture, 'at' | 'filing'> & { blob: Blob };

/** With hashed pictures: within a transaction they could not be. */
export type HashedPart = Omit<ImportPart, 'pictures'> & {
  pictures: (KeptPicture & Pick<LoadedPicture, 'at' | 'filing'>)[];
};

/** A report that is not here yet, with all that comes with it. */
export interface ReportToAdd extends NewReport {
  visits: Omit<Visit, 'seq' | 'reportId'>[];
  /** `filing` is the number of one of its entries, among these alone. */
  pictures: HashedPart['pictures'];
}

export async function hashedPart({ pictures, ...part }: ImportPart): Promise<HashedPart> {
  const hashed = pictures.map(async ({ blob, at, filing }) => ({ ...(await keptPicture(blob)), at, filing }));
  return { ...part, pictures: await Promise.all(hashed) };
}

export function contextOf({ by, sender, mine }: ImportRow): MergeContext {
  return { me: by, sender, mine };
}

/** The account that a part's fields are taken from: of whose report it is, or of whom it was adopted. */
export function takenFrom(incoming: IncomingReport, context: MergeContext): Account {
  const { adopted, accounts = [] } = incoming.report;
  if (adopted === undefined) return accountOf(incoming, ownerOf(incoming, context));
  return (
    accounts.find(({ reviewer }) => reviewer.id === adopted) ?? accountOf(incoming, { id: adopted, name: '' })
  );
}

/**
 * Plans a report for a post that has none here. The reader's own comes back with its history, sealed anew; of somebody
 * else's the history is told by the account.
 */
export function reportToAdd(
  { incoming, pictures }: HashedPart,
  row: ImportRow,
  { at, by }: WriteContext,
  isTaken: (id: string) => boolean,
): ReportToAdd {
  const merged = mergeReport(undefined, incoming, contextOf(row)).report;
  const isUsable = PLAIN_ID.test(merged.id) && !isTaken(merged.id);
  const report = isUsable ? merged : { ...merged, id: crypto.randomUUID() };
  const isRestored = merged.adopted === undefined && merged.id === incoming.report.id;
  const history = isRestored ? restoredHistory(incoming.history, at) : [];
  const arrival = { at, ...(by && { by }), import: row.id };
  const last = Math.max(0, ...history.map(({ seq }) => seq)) + 1;
  const imported: EntryToAdd = { seq: last, action: 'imported', ...arrival };
  const entries: EntryToAdd[] = [...history, imported];
  const kept: ReportToAdd['pictures'] = [];
  for (const picture of pictures) {
    const mark = ({ filing }: { filing: number }) => ({ picture: { filing, sha256: picture.sha256 } });
    const place = history.findIndex(({ seq }) => seq === picture.filing);
    if (place >= 0 && !entries[place]!.picture) {
      entries[place] = { ...entries[place]!, ...mark(picture) };
      kept.push(picture);
    } else if (!kept.some(({ sha256 }) => sha256 === picture.sha256)) {
      const filing = last + entries.length;
      entries.push({ seq: filing, action: 'picture', ...arrival, ...mark({ filing }) });
      kept.push({ ...picture, filing });
    }
  }
  const visits = newestVisits(newVisits([], incoming.visits), MOST_VISITS);
  return { report, entries, visits, pictures: kept };
}

/** By ascending number, each once: the file may be anybody's. */
function restoredHistory(history: readonly HistoryEntry[], at: number): EntryToAdd[] {
  const byNumber = new Map(history.map((entry) => [entry.seq, restoredEntry(entry, at)]));
  return [...byNumber.values()].sort((a, b) => a.seq - b.seq);
}

/** Of another store's entry, what does not depend on that store's imports and seals. */
function restoredEntry(
  { reportId: _reportId, import: _import, ...entry }: HistoryEntry,
  at: number,
): EntryToAdd {
  const { seq, at: when, action, by, filing, to, before } = entry;
  return {
    seq,
    at: when,
    action,
    ...(by !== undefined && { by }),
    ...(filing !== undefined && { filing }),
    ...(to !== undefined && { to }),
    ...(before && { before }),
    resealedAt: at,
  };
}
