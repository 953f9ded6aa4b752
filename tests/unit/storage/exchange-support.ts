import type { TakeableField } from '@/utils/merge/plan';
import type { Reviewer } from '@/utils/model/account';
import type { IncomingReport } from '@/utils/model/exchange';
import type { Report } from '@/utils/model/report';
import type { FullReport, ImportPart, LoadedPicture, ReportStore } from '@/utils/storage/reports';
import { makeReport } from '../../support/builders';
import { ME } from '../merge/arbitraries';

/** One for the post and, for every other row, one of its own. */
export function picturesOf({ row, report }: Pick<IncomingReport, 'row' | 'report'>): LoadedPicture[] {
  const texts = row % 2 === 0 ? [report.post.id, `${report.post.id} ${row % 4}`] : [];
  return texts.map((text, i) => ({ at: text.length, filing: i + 1, blob: new Blob([text]) }));
}

/** All that a store holds of each post; ids and numbers are its own. */
export async function contentOf(store: ReportStore): Promise<Record<string, unknown>> {
  const fulls: FullReport[] = [];
  for await (const batch of store.wholes()) fulls.push(...batch);
  const entries = fulls.map(({ report, visits, evidence }) => {
    const { id: _id, rev: _rev, seal: _seal, chain: _chain, ...said } = report;
    const seen = visits.map(
      ({ seq: _seq, reportId: _report, seal: _own, import: _import, also: _also, ...visit }) => visit,
    );
    const pictures = evidence.map(({ at, sha256 }) => ({ at, sha256 }));
    return [report.postKey, { said, visits: sorted(seen), pictures: sorted(pictures) }];
  });
  return Object.fromEntries(entries.sort());
}

function sorted(list: readonly unknown[]): unknown[] {
  return list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

export function incomingOf(report: Partial<Report>, rest: Partial<IncomingReport> = {}): IncomingReport {
  return { row: 1, report: makeReport(report), history: [], visits: [], pictures: [], ...rest };
}

export function partOf(incoming: IncomingReport, take: TakeableField[] = []): ImportPart {
  return { incoming, pictures: [], take };
}

/** A whole import of one file; resolves to its id. */
export async function importInto(
  store: ReportStore,
  sender: Reviewer,
  parts: ImportPart[],
  mine = false,
): Promise<string> {
  const id = await store.beginImport({ file: 'x.zip', format: 'zip', sender, me: ME, mine });
  await store.importReports(id, parts);
  await store.finishImport(id);
  return id;
}
