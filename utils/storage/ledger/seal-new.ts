import type { HistoryEntry, Report } from '../../model/report';
import type { StoredEntry, StoredReport } from '../tables';
import { sealOutside, sealReportOutside } from './seal';

/** The last numbers that were given before those of new rows. */
export interface Numbers {
  rev: number;
  seq: number;
}

/**
 * An entry of a report that is to be added. Its number, and those that it tells of, are of the report's own entries
 * alone; the entry is given its number in the database when it is sealed.
 */
export type EntryToAdd = Omit<HistoryEntry, 'reportId'> & Pick<StoredEntry, 'picture' | 'resealedAt'>;

/** A report that is to be added, with its history. */
export interface NewReport {
  report: Report;
  /** At least one, in order. */
  entries: readonly EntryToAdd[];
}

/** A report with its history, all of it sealed. */
export interface SealedReport {
  row: StoredReport;
  entries: StoredEntry[];
}

/** Held as bytes at once. */
const PART = 500;

/**
 * New reports with their histories, sealed before the transaction that adds them: nothing in it depends on what is
 * stored, and outside the browser's own SHA-256 can be waited for.
 */
export async function sealNew(reports: readonly NewReport[], { rev, seq }: Numbers): Promise<SealedReport[]> {
  const result: SealedReport[] = [];
  let next = seq;
  for (let from = 0; from < reports.length; from += PART) {
    const sealed = reports.slice(from, from + PART).map((each, i) => {
      const first = next + 1;
      next += each.entries.length;
      return sealOne(each, { rev: rev + from + i + 1, seq: first });
    });
    result.push(...(await Promise.all(sealed)));
  }
  return result;
}

/** Number in the database of an entry that was added, by its number among the report's own. */
export function numberOf({ entries: added }: NewReport, { entries }: SealedReport, own: number): number {
  return entries[added.findIndex(({ seq }) => seq === own)]!.seq;
}

async function sealOne({ report, entries }: NewReport, first: Numbers): Promise<SealedReport> {
  const row = { ...report, rev: first.rev };
  const state = await sealReportOutside(row);
  const numbers = new Map(entries.map(({ seq }, i) => [seq, first.seq + i]));
  const sealed: StoredEntry[] = [];
  for (const [i, said] of entries.entries()) {
    const entry: Omit<StoredEntry, 'seal'> = {
      ...renumbered(said, numbers),
      reportId: report.id,
      prev: sealed.at(-1)?.seal ?? null,
      ...(i === entries.length - 1 && { state }),
    };
    sealed.push({ ...entry, seal: await sealOutside(entry) });
  }
  return { row: { ...row, seal: state, chain: sealed.at(-1)!.seal }, entries: sealed };
}

/** What tells of an entry that does not come along is left out. */
function renumbered({ to, picture, ...entry }: EntryToAdd, numbers: ReadonlyMap<number, number>): EntryToAdd {
  const [target, filing] = [to, picture?.filing].map((own) => (own === undefined ? own : numbers.get(own)));
  return {
    ...entry,
    seq: numbers.get(entry.seq)!,
    ...(target !== undefined && { to: target }),
    ...(picture && filing !== undefined && { picture: { ...picture, filing } }),
  };
}
