import { parseExportArgs } from './args.ts';
import { conclude } from './conclude.ts';
import { EXPORT_PARTS, type ExportPartName } from './export-parts.ts';
import { median } from './statistics.ts';
import type { WriteAnswer, Written } from './store/inside/export.ts';
import type { Memory } from './store/memory.ts';
import { openStorePages, type StorePages } from './store/pages.ts';
import { type Figure, round } from './targets.ts';

const REPORTS = 100_000;
const QUICK_REPORTS = 10_000;
const ROUNDS = 3;
const MOST_RATIO = 2;
const MOST_MB = 100;

interface Run {
  answer: WriteAnswer;
  memory: Memory;
}

/** Prints tables, then one line of verdict. @returns the exit status @throws BenchError for bad input */
export async function benchExport(args: string[]): Promise<number> {
  const { quick, parts } = parseExportArgs(args);
  const reports = quick ? QUICK_REPORTS : REPORTS;
  const pages = await openStorePages();
  try {
    console.log(
      `Files of ${reports} generated reports of 960 characters in Chromium, each in a page that has met no code yet; ` +
        'times against only reading the same reports in batches, in turns.',
    );
    await pages.run({ kind: 'stock', reports });
    const idle = await weigh(pages, 'idle');
    const figures: Figure[] = [];
    for (const part of parts) figures.push(...(await measure(pages, part, { reports, idle })));
    return conclude('export', figures);
  } finally {
    await pages.close();
  }
}

async function measure(
  pages: StorePages,
  part: ExportPartName,
  { reports, idle }: { reports: number; idle: Run },
): Promise<Figure[]> {
  const { what, floor } = EXPORT_PARTS[part];
  const rounds: { floor: Run; ours: Run }[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const first = await weigh(pages, i % 2 === 0 ? floor : what);
    const second = await weigh(pages, i % 2 === 0 ? what : floor);
    rounds.push(i % 2 === 0 ? { floor: first, ours: second } : { floor: second, ours: first });
  }
  const ratio = median(rounds.map(({ ours, floor: read }) => ours.answer.time / read.answer.time));
  const memory = Math.max(...rounds.map(({ ours }) => overIdle(ours, idle)));
  console.log(`\n── ${what}: ${round(rounds[0]!.ours.answer.size / 1e6)} MB`);
  console.table(
    rounds.flatMap((each) => [row(`only reading ${floor}`, each.floor, idle), row(what, each.ours, idle)]),
  );
  return [
    { what: `${part}: reports in the file`, value: least(rounds), target: reports, is: 'least' },
    { what: `${part}: times only reading`, value: ratio, target: MOST_RATIO, is: 'most' },
    { what: `${part}: MB over idle`, value: memory, target: MOST_MB, is: 'most' },
  ];
}

function weigh(pages: StorePages, what: Written): Promise<Run> {
  return pages.weigh({ kind: 'write', what });
}

/** What the page's process held at the most, where the system tells it; else only its scripts' objects. */
function overIdle({ memory }: Run, idle: Run): number {
  return memory.process === undefined || idle.memory.process === undefined
    ? memory.peak - idle.memory.before
    : memory.process - idle.memory.process;
}

function least(rounds: readonly { ours: Run }[]): number {
  return Math.min(...rounds.map(({ ours }) => ours.answer.reports));
}

function row(method: string, run: Run, idle: Run) {
  return {
    method,
    ms: round(run.answer.time),
    'heap at most, MB': round(run.memory.peak),
    'process over idle, MB': round(overIdle(run, idle)),
  };
}
