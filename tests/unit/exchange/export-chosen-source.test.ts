import { describe, expect, test } from 'vitest';
import { onlyThese, rememberIds } from '@/entrypoints/reports/exchange/export/chosen-source';
import type { ExportSource } from '@/utils/export/define-exporter';
import type { WholeReport } from '@/utils/model/exchange';
import type { Report } from '@/utils/model/report';
import { makeReport } from '../../support/builders';

async function* batches<T>(...all: T[][]) {
  yield* all;
}
async function listed<T>(lists: AsyncIterable<readonly T[]>): Promise<(readonly T[])[]> {
  return Array.fromAsync(lists);
}

const reports = (...ids: string[]): Report[] => ids.map((id) => makeReport({ id }));
const whole = (report: Report): WholeReport => ({ report, history: [], visits: [], evidence: [] });

const source: ExportSource = {
  reports: () => batches(reports('a', 'b'), reports('c'), reports('d')),
  wholes: () => batches(reports('a', 'b').map(whole), reports('c', 'd').map(whole)),
  dismissals: () => batches(),
};

describe('a source without some of its reports', () => {
  const ids = new Set(['a', 'd', 'gone']);

  test('gives the others in their order, without empty batches', async () => {
    const chosen = onlyThese(source, ids);
    const given = await listed(chosen.reports());
    expect(given.map((batch) => batch.map(({ id }) => id))).toEqual([['a'], ['d']]);
    const wholes = await listed(chosen.wholes());
    expect(wholes.flat().map(({ report }) => report.id)).toEqual(['a', 'd']);
  });

  test('counts what it gave, also when a list is asked for once more', async () => {
    const chosen = onlyThese(source, ids);
    expect(chosen.given.reports).toBe(0);
    await listed(chosen.reports());
    await listed(chosen.wholes());
    expect(chosen.given.reports).toBe(2);
  });
});

test('the ids of what went by are remembered, and the batches are the same', async () => {
  const seen = new Set<string>();
  const all = [reports('a', 'b'), reports('c')];
  expect(await listed(rememberIds(batches(...all), seen))).toEqual(all);
  expect([...seen]).toEqual(['a', 'b', 'c']);
});
