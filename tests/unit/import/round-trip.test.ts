import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HistoryLine } from '@/utils/model/exchange';
import type { HistoryEntry } from '@/utils/model/report';
import { readStored } from '@/utils/storage/stored-report';
import { anyHistory, anyReport } from './any-report';
import { codesOf, incomingOf, ndjson, readAll, reportLine } from './files';
import { makeExport } from './zips';

function historyLine({ before, ...entry }: HistoryEntry): HistoryLine {
  if (!before) return entry;
  const absent = Object.entries(before).flatMap(([name, value]) => (value === undefined ? [name] : []));
  return { ...entry, before, ...(absent.length > 0 && { absent }) };
}

test('any report comes back whole from lines and from a ZIP, and fits into the store', async () => {
  const whole = anyReport.chain((report) => fc.tuple(fc.constant(report), anyHistory(report)));
  const wholes = fc.uniqueArray(whole, { maxLength: 4, selector: ([report]) => report.postKey });
  await fc.assert(
    fc.asyncProperty(wholes, async (all) => {
      const lines = all.map(([report, history]) => reportLine(report, { history: history.map(historyLine) }));
      const text = ndjson(lines);
      for (const file of [text, makeExport([{ name: 'reports.ndjson', bytes: text }])]) {
        const items = await readAll(file);
        expect(codesOf(items)).toEqual(all.length === 0 ? ['no-reports'] : []);
        expect(incomingOf(items).map(({ report, history }) => [report, history])).toStrictEqual(
          structuredClone(all),
        );
      }
      for (const [report] of all) {
        expect(readStored({ ...report, rev: 1, seal: '', chain: '' })).toHaveProperty('report');
      }
    }),
    { numRuns: 150 },
  );
});

test('whatever is taken for a report fits into the store', async () => {
  const values = fc.constantFrom<unknown>(
    null,
    -1,
    1.5,
    1e300,
    '',
    'x',
    [],
    {},
    true,
    ['x'],
    { a: 1 },
    '9999999-99-99T',
  );
  await fc.assert(
    fc.asyncProperty(anyReport, fc.nat(), values, async (report, which, value) => {
      const changed = structuredClone(report);
      const [holder, name] = pick(places(changed), which);
      holder[name] = value;
      const items = await readAll(ndjson([reportLine(changed)]));
      for (const { report: read } of incomingOf(items)) {
        expect(readStored({ ...read, rev: 1, seal: '', chain: '' })).toHaveProperty('report');
      }
      if (incomingOf(items).length === 0) expect(codesOf(items)).toEqual(['row-shape', 'no-reports']);
    }),
    { numRuns: 600 },
  );
});

type Holder = Record<string, unknown>;

/** Every field of an object, however deep. */
function places(value: unknown): [Holder, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((name): [Holder, string][] => [
    [value as Holder, name],
    ...places((value as Holder)[name]),
  ]);
}

function pick<T>(list: readonly T[], which: number): T {
  return list[which % list.length]!;
}
