import type { Belongings } from '../merge/compare';
import type { IncomingReport } from '../model/exchange';
import type { Report } from '../model/report';
import type { ReportStore } from '../storage/reports';
import { readStored } from '../storage/stored-report';

/** A report of a file, and what its post has here; `damaged` is a row that cannot be read as a report. */
export interface WithLocal {
  incoming: IncomingReport;
  local: Report | 'damaged' | undefined;
  there: Belongings | undefined;
}

export type LocalStore = Pick<ReportStore, 'forPosts' | 'belongingsOf'>;

/** In the order given. Pictures and visits are looked up only where the file has some. */
export async function withLocal(
  store: LocalStore,
  incomings: readonly IncomingReport[],
): Promise<WithLocal[]> {
  const rows = await store.forPosts(incomings.map(({ report }) => report.postKey));
  const locals = rows.map((row) => {
    if (row === undefined) return undefined;
    const read = readStored(row);
    return 'report' in read ? read.report : ('damaged' as const);
  });
  const ids = incomings.flatMap(({ pictures, visits }, i) => {
    const local = locals[i];
    return typeof local === 'object' && pictures.length + visits.length > 0 ? [local.id] : [];
  });
  const there = ids.length > 0 ? await store.belongingsOf(ids) : new Map<string, Belongings>();
  return incomings.map((incoming, i) => {
    const local = locals[i];
    return { incoming, local, there: typeof local === 'object' ? there.get(local.id) : undefined };
  });
}
