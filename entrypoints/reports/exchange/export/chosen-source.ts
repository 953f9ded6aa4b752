import type { ExportSource } from '@/utils/export/define-exporter';
import type { WholeReport } from '@/utils/model/exchange';
import type { Report } from '@/utils/model/report';

/** A source without some of its reports; `given` tells how many it gave, of the last list that was asked for. */
export interface ChosenSource extends ExportSource {
  readonly given: { reports: number };
}

/** @param ids the reports that are let through */
export function onlyThese(source: ExportSource, ids: ReadonlySet<string>): ChosenSource {
  const given = { reports: 0 };
  async function* chosen<T>(batches: AsyncIterable<readonly T[]>, idOf: (row: T) => string) {
    given.reports = 0;
    for await (const batch of batches) {
      const rows = batch.filter((row) => ids.has(idOf(row)));
      given.reports += rows.length;
      if (rows.length > 0) yield rows;
    }
  }
  return {
    ...source,
    given,
    reports: () => chosen(source.reports(), ({ id }: Report) => id),
    wholes: () => chosen(source.wholes(), ({ report }: WholeReport) => report.id),
  };
}

/** The same batches; their reports' ids are in `ids` afterwards. */
export async function* rememberIds(
  batches: AsyncIterable<readonly Report[]>,
  ids: Set<string>,
): AsyncGenerator<readonly Report[]> {
  for await (const batch of batches) {
    for (const { id } of batch) ids.add(id);
    yield batch;
  }
}
