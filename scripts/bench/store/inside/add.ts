import { manyReports } from '@/tests/support/many-reports';
import type { Report } from '@/utils/model/report';
import { ReportStore } from '@/utils/storage/reports';
import { inTurns } from '../../page/turns.ts';
import { BATCH, STOCK, TEXT } from './names.ts';
import { drop, openRaw } from './raw.ts';
import { type Batch, expectAlike, RowMaker } from './rows.ts';
import { openWriter, type Writer, type WriterName } from './writers.ts';

export interface AddJob {
  writers: readonly WriterName[];
  reports: number;
  rounds: number;
}

export interface Timed {
  name: string;
  /** Milliseconds, one entry a round or batch. */
  times: number[];
}

/** Adds as many reports to new databases, in rounds. */
export async function add({ writers, reports, rounds }: AddJob): Promise<Timed[]> {
  const batches = [...(await batchesOf(reports))];
  // The first round meets code that nothing has run yet.
  for (const writer of writers) await addAll(writer, batches.slice(0, 1));
  const taken = await inTurns(writers, rounds, (writer) => addAll(writer, batches));
  return taken.map(({ method, rounds: times }) => ({ name: method, times }));
}

async function addAll(name: WriterName, batches: readonly Batch[]): Promise<number> {
  const database = 'bench-add';
  const writer = await openWriter(name, database, await makerOf());
  let time = 0;
  for (const batch of batches) time += await timeOf(writer, batch);
  writer.close();
  await drop(database);
  return time;
}

export interface GrowJob {
  writers: readonly WriterName[];
  reports: number;
}

/**
 * Adds many reports to one database for each writer, batch by batch in turns, and leaves that of the first as the
 * stock of other jobs.
 */
export async function grow({ writers, reports }: GrowJob): Promise<Timed[]> {
  const databases = writers.map((_, i) => (i === 0 ? STOCK : `${STOCK}-${i}`));
  const opened = await Promise.all(
    writers.map(async (name, i) => ({
      name,
      writer: await openWriter(name, databases[i]!, await makerOf()),
    })),
  );
  const timed = opened.map(({ name, writer }) => ({ name, writer, times: [] as number[] }));
  let turn = 0;
  for (const batch of await batchesOf(reports)) {
    for (const each of turn++ % 2 === 0 ? timed : timed.toReversed())
      each.times.push(await timeOf(each.writer, batch));
  }
  for (const { writer } of timed) writer.close();
  await compareAndDrop(databases);
  return timed.map(({ name, times }) => ({ name, times }));
}

export interface StockJob {
  reports: number;
}

/** Sees to it that there is a database of so many reports. @returns whether it had to be made */
export async function stock({ reports }: StockJob): Promise<boolean> {
  const store = new ReportStore('0.0.0', STOCK);
  const there = await store.count();
  store.close();
  if (there === reports) return false;
  await grow({ writers: ['ours'], reports });
  return true;
}

async function timeOf(writer: Writer, batch: Batch): Promise<number> {
  const start = performance.now();
  await writer.add(batch);
  return performance.now() - start;
}

async function compareAndDrop([first, ...others]: readonly string[]): Promise<void> {
  const ours = await openRaw(first!);
  for (const name of others) {
    const other = await openRaw(name);
    await expectAlike(ours, other);
    other.close();
    await drop(name);
  }
  ours.close();
}

let maker: Promise<RowMaker> | undefined;

function makerOf(): Promise<RowMaker> {
  const [report] = manyReports({ count: 1, seed: 7, length: TEXT });
  maker ??= RowMaker.learn(report!);
  return maker;
}

/** The same in every run. Made when they are asked for: all at once would fill the memory. */
async function batchesOf(count: number): Promise<Iterable<Batch>> {
  const rowMaker = await makerOf();
  return (function* () {
    let reports: Report[] = [];
    for (const report of manyReports({ count, length: TEXT })) {
      // As a message brings it: texts that were put together of parts are slow to read for the first time.
      reports.push(structuredClone(report));
      if (reports.length < BATCH) continue;
      yield rowMaker.batchOf(reports);
      reports = [];
    }
    if (reports.length > 0) yield rowMaker.batchOf(reports);
  })();
}
