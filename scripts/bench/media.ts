import { existsSync } from 'node:fs';
import { sourceServer } from '../lib/source-server.ts';
import { parseMediaArgs } from './args.ts';
import { conclude } from './conclude.ts';
import { readHeldFiles } from './media/held.ts';
import type { GivenFile, Reading } from './media/inside/jobs.ts';
import { type MediaRunner, openMediaRunners } from './media/runners.ts';
import { median } from './statistics.ts';
import { type Figure, round } from './targets.ts';

const ROUNDS = 40;
const QUICK_ROUNDS = 10;
const MOST = { requests: 3, bytes: 256 * 1024, readerMs: 2, signedMs: 150 };

/** Prints tables, then one line of verdict. @returns the exit status @throws BenchError for bad input */
export async function benchMedia(args: string[]): Promise<number> {
  const { quick, files: folder } = parseMediaArgs(args);
  const rounds = quick ? QUICK_ROUNDS : ROUNDS;
  const server = await sourceServer();
  const runners = await openMediaRunners();
  try {
    const { generatedFiles, given, SIZES } = (await server.ssrLoadModule(
      '/scripts/bench/media/generated.ts',
    )) as typeof import('./media/generated.ts');
    const { picture } = (await server.ssrLoadModule(
      '/tests/e2e/media-pictures.ts',
    )) as typeof import('../../tests/e2e/media-pictures.ts');
    const files = generatedFiles(quick ? SIZES.slice(0, 2) : SIZES);
    const signed = given('signed', await picture('signed'));
    const figures: Figure[] = [];
    for (const runner of runners) figures.push(...(await measureReader(runner, files, rounds)));
    for (const runner of runners) figures.push(...(await measureSigned(runner, signed, rounds)));
    if (existsSync(folder)) figures.push(...(await readHeldFiles(server, folder)));
    else console.log(`\nReal files: skipped, there is no folder ${folder}`);
    return conclude('media', figures);
  } finally {
    await Promise.all([...runners.map(({ close }) => close()), server.close()]);
  }
}

async function measureReader(
  { name, run }: MediaRunner,
  files: readonly GivenFile[],
  rounds: number,
): Promise<Figure[]> {
  const readings = await run({ kind: 'reader', files, rounds });
  const missed = readings.filter(({ verdict }) => verdict !== 'ai');
  console.log(`\n── The bounded reader in ${name}: ${files.length} generated files, ${rounds} rounds`);
  console.table(readings.map(row));
  if (missed.length > 0) console.log(`Not found: ${missed.map((each) => each.name).join('; ')}`);
  const most = (of: (reading: Reading) => number) => percentile(95, readings.map(of));
  return [
    {
      what: `${name}: labels found`,
      value: readings.length - missed.length,
      target: files.length,
      is: 'least',
    },
    {
      what: `${name}: requests, p95`,
      value: most((each) => each.requests),
      target: MOST.requests,
      is: 'most',
    },
    { what: `${name}: bytes, p95`, value: most((each) => each.bytesRead), target: MOST.bytes, is: 'most' },
    {
      what: `${name}: ms, p95`,
      value: most((each) => median(each.times)),
      target: MOST.readerMs,
      is: 'most',
    },
  ];
}

function row({ name, requests, bytesRead, first, times, floor }: Reading) {
  return {
    file: name,
    requests,
    KiB: round(bytesRead / 1024),
    'ms, median': round(median(times)),
    'most, ms': round(Math.max(...times)),
    'first, ms': round(first),
    'only reading and hashing, ms': round(median(floor)),
  };
}

async function measureSigned({ name, run }: MediaRunner, file: GivenFile, rounds: number): Promise<Figure[]> {
  const { found, requests, bytesRead, cold, warm } = await run({ kind: 'signed', file, rounds });
  console.log(`\n── A signed record in ${name}: ${found}, ${requests} requests, ${bytesRead} bytes`);
  console.table([
    { 'cold, ms': round(cold), 'warm, ms': round(median(warm)), 'most, ms': round(Math.max(...warm)) },
  ]);
  return [
    { what: `${name}: signed record found`, value: Number(found.startsWith('c2pa')), target: 1, is: 'least' },
    { what: `${name}: signed record, warm ms`, value: median(warm), target: MOST.signedMs, is: 'most' },
  ];
}

function percentile(share: number, values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((share / 100) * sorted.length) - 1)] ?? Number.NaN;
}
