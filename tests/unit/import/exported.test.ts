import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columns } from '@/utils/export/columns';
import { exporter as csvExporter } from '@/utils/export/formats/csv';
import { exporter as ndjsonExporter } from '@/utils/export/formats/ndjson';
import { exporter as zipExporter } from '@/utils/export/formats/zip';
import { encodeGb18030 } from '@/utils/export/gb18030';
import type { WholeReport } from '@/utils/model/exchange';
import type { Report } from '@/utils/model/report';
import { exportContext, goldenReports, makeWhole, sourceOf, writtenBytes } from '../../support/export';
import { PIXEL } from '../../support/picture-bytes';
import { anyReport as anyTold } from '../export/any-report';
import { anyHistory, anyReport } from './any-report';
import { codesOf, incomingOf, readAll } from './files';

/** What our own exporters write, read back. */
const many = (report: fc.Arbitrary<Report>) =>
  fc.uniqueArray(report, { minLength: 1, maxLength: 5, selector: ({ postKey }) => postKey });

const told = columns.filter(({ from }) => from === 'report');
const cellsOf = (report: Report) =>
  Object.fromEntries(told.map(({ id, value }) => [id, String(value(report, exportContext)).toWellFormed()]));

/** Some characters of the private area have no place in the browsers' GB18030. */
const asEncoded = (cells: Record<string, string>, encoding: string) => {
  const kept = (cell: string) => new TextDecoder('gb18030', { ignoreBOM: true }).decode(encodeGb18030(cell));
  return encoding === 'utf-8'
    ? cells
    : Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, kept(cell)]));
};

test.each(['utf-8', 'gb18030'] as const)(
  'a table in %s gives back all that its columns hold',
  async (encoding) => {
    await fc.assert(
      fc.asyncProperty(many(anyTold), fc.boolean(), async (reports, byteOrderMark) => {
        const file = await writtenBytes(csvExporter, sourceOf(reports), { encoding, byteOrderMark });
        const items = await readAll(file);
        expect(codesOf(items)).toEqual([]);
        const read = incomingOf(items);
        expect(read.map(({ report }) => cellsOf(report))).toEqual(
          reports.map((report) => asEncoded(cellsOf(report), encoding)),
        );
        expect(read.map(({ reviewer }) => reviewer?.id)).toEqual(
          reports.map(({ adopted }) => adopted ?? exportContext.reviewer.id),
        );
        expect(read.every(({ partial }) => partial)).toBe(true);
      }),
      { numRuns: 120 },
    );
  },
);

test('lines and ZIP give back everything, pictures included', async () => {
  const whole = anyReport.chain(
    (report): fc.Arbitrary<WholeReport> =>
      fc.record({
        report: fc.constant(report),
        history: anyHistory(report),
        visits: fc.array(
          fc.record({
            seq: fc.nat(),
            reportId: fc.constant(report.id),
            at: fc.nat(),
            changes: fc.constant(['gone' as const]),
          }),
        ),
        evidence: fc.nat(2).map((count) =>
          Array.from({ length: count }, (_, seq) => ({
            id: `${report.id}:${seq}`,
            reportId: report.id,
            kind: 'screenshot' as const,
            at: seq,
            blob: new Blob([PIXEL], { type: 'image/webp' }),
          })),
        ),
      }),
  );
  const wholes = fc.uniqueArray(whole, {
    minLength: 1,
    maxLength: 4,
    selector: ({ report }) => report.postKey,
  });
  await fc.assert(
    fc.asyncProperty(wholes, async (all) => {
      for (const exporter of [ndjsonExporter, zipExporter]) {
        const items = await readAll(await writtenBytes(exporter, sourceOf(all)));
        expect(codesOf(items)).toEqual([]);
        for (const [i, incoming] of incomingOf(items).entries()) {
          const { report, history, visits, evidence } = all[i]!;
          expect(incoming).toMatchObject(structuredClone({ report, history, visits }));
          expect(incoming.pictures.map(({ filing }) => filing)).toEqual(evidence.map((_, seq) => seq));
          for (const { load } of incoming.pictures) expect((await load()).size).toBe(PIXEL.length);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('a masked file says so of each report', async () => {
  const file = await writtenBytes(ndjsonExporter, sourceOf(goldenReports), { mask: true });
  const read = incomingOf(await readAll(file));
  expect(read).toHaveLength(goldenReports.length);
  expect(read.every(({ masked }) => masked)).toBe(true);
});

test('a cut-off ZIP of ours gives what its lines still hold', async () => {
  const reports = goldenReports.map((report) => makeWhole(report));
  const zip = await writtenBytes(zipExporter, sourceOf(reports));
  const items = await readAll(zip.slice(0, -40));
  expect(codesOf(items)).toEqual(['cut-off']);
  expect(incomingOf(items)).toHaveLength(goldenReports.length);
});
