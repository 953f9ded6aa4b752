import { manyReports } from '@/tests/support/many-reports';
import type { Report, ReportDraft } from '@/utils/model/report';
import { ReportStore } from '@/utils/storage/reports';
import type { Timed } from './add.ts';
import { OURS, RAW, TEXT } from './names.ts';
import { createLike, drop } from './raw.ts';
import { RowMaker } from './rows.ts';
import { addRaw } from './writers.ts';

export interface FileJob {
  reports: number;
}

const DATABASES = ['bench-file', 'bench-file-raw'] as const;

/** Files single reports as a click does, each in a transaction of its own. */
export async function file({ reports: count }: FileJob): Promise<Timed[]> {
  const [first, ...reports] = [...manyReports({ count: count + 1, seed: 3, length: TEXT })];
  const maker = await RowMaker.learn(first!);
  for (const name of DATABASES) await drop(name);
  const store = new ReportStore('0.0.0', DATABASES[0]);
  await store.count();
  const raw = await createLike(DATABASES[1], maker.shapes);
  const ours: Timed = { name: OURS, times: [] };
  const floor: Timed = { name: RAW, times: [] };
  for (const report of reports) {
    const draft = draftOf(report);
    const rows = maker.batchOf([report]);
    ours.times.push(await timeOf(() => store.file(draft)));
    floor.times.push(await timeOf(() => addRaw(raw, rows)));
  }
  store.close();
  raw.close();
  for (const name of DATABASES) await drop(name);
  return [ours, floor];
}

export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function draftOf(report: Report): ReportDraft {
  const { post, findings, categories, note, filedBy } = report;
  return {
    filing: crypto.randomUUID(),
    post,
    findings,
    categories,
    note,
    filedBy,
    readAt: report.createdAt,
    adapter: '0.0.0+bench',
    answers: [],
    withheld: [],
  };
}
