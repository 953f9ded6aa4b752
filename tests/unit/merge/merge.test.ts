import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeReport } from '@/utils/merge/merge';
import type { IncomingReport } from '@/utils/model/exchange';
import type { Report } from '@/utils/model/report';
import { incomingBy, ME, POSTS } from './arbitraries';

const context = { me: ME, sender: ME, mine: true };
/** As a row stands in the store. */
const stored = (report: Report) => ({ ...report, rev: 3, seal: '5ea1', chain: 'c4a1' });
/** Rows of the reader's own files, about one post. */
const own = incomingBy(ME).filter(
  ({ report }) => report.adopted === undefined && report.postKey === POSTS[0]!.key,
);

function inOrder(rows: readonly IncomingReport[]): Record<string, unknown> {
  let here: Report | undefined;
  for (const row of rows) here = stored(mergeReport(here, row, context).report);
  const { id: _id, ...said } = here!;
  return said;
}

describe('reports of one’s own that come back from several files', () => {
  test('make the same report in any order, also when all of them are equally new', () => {
    fc.assert(
      fc.property(fc.array(own, { minLength: 2, maxLength: 3 }), (rows) => {
        const alike = rows.map((row) => ({ ...row, report: { ...row.report, updatedAt: 4 }, history: [] }));
        expect(inOrder(alike.toReversed())).toEqual(inOrder(alike));
      }),
      { numRuns: 200 },
    );
  });
});
