import type { Report } from '../../model/report';
import type { StoredEntry, StoredReport } from '../tables';
import type { WriteContext } from '../writing';
import { sealOutside, sealReportOutside } from './seal';

/** The last numbers that were given before those of new rows. */
export interface Numbers {
  rev: number;
  seq: number;
}

/** A report with its newest history entry, both sealed. */
export interface SealedRows {
  row: StoredReport;
  entry: StoredEntry;
}

/** Held as bytes at once. */
const PART = 500;

/**
 * New reports, each with its first entry, sealed before the transaction that adds them: nothing in it depends on what
 * is stored, and outside the browser's own SHA-256 can be waited for.
 */
export async function sealNew(
  reports: readonly Report[],
  { rev, seq }: Numbers,
  context: WriteContext,
): Promise<SealedRows[]> {
  const result: SealedRows[] = [];
  for (let from = 0; from < reports.length; from += PART) {
    const part = reports.slice(from, from + PART);
    const sealed = part.map((report, i) =>
      sealOne(report, { rev: rev + from + i + 1, seq: seq + from + i + 1 }, context),
    );
    result.push(...(await Promise.all(sealed)));
  }
  return result;
}

async function sealOne(report: Report, { rev, seq }: Numbers, { at, by }: WriteContext): Promise<SealedRows> {
  const row = { ...report, rev };
  const state = await sealReportOutside(row);
  const entry: Omit<StoredEntry, 'seal'> = {
    seq,
    reportId: report.id,
    at,
    action: 'filed',
    ...(by && { by }),
    prev: null,
    state,
  };
  const seal = await sealOutside(entry);
  return { row: { ...row, seal: state, chain: seal }, entry: { ...entry, seal } };
}
