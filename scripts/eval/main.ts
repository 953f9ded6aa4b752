import { type EvalArgs, parseEvalArgs } from './args.ts';
import { BadInput } from './bad-input.ts';
import type { Judge } from './judge.ts';
import { listHits, type RuleHit } from './list.ts';
import { printResult } from './print.ts';
import { HitCounts, printCounts, printHit } from './print-hits.ts';
import { type BadRow, isFolder } from './rows.ts';
import { run } from './run.ts';

export interface EvalIo {
  /** Tables or JSON, and nothing else. */
  out: (text: string) => void;
  /** Progress and problems. */
  err: (text: string) => void;
  openJudge: () => Promise<Judge>;
}

/** Runs the command. @returns 0 when it ran, whatever it measured; 2 for bad input or packs that do not load */
export async function evaluate(args: string[], io: EvalIo): Promise<number> {
  try {
    const parsed = parseEvalArgs(args);
    if (!(await isFolder(parsed.data)))
      throw new BadInput(`There is no folder ${parsed.data}: nothing was measured`);
    const judge = await open(io);
    try {
      await (parsed.rule === undefined ? measure(judge, parsed, io) : list(judge, parsed, parsed.rule, io));
    } finally {
      await judge.close();
    }
    return 0;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    io.err(`${error.message}\n`);
    return 2;
  }
}

async function open({ openJudge }: EvalIo): Promise<Judge> {
  try {
    return await openJudge();
  } catch (error) {
    throw new BadInput(`The packs do not load: ${(error as Error).message}`);
  }
}

async function measure(judge: Judge, args: EvalArgs, io: EvalIo): Promise<void> {
  const result = await run(judge, { ...args, onProgress: progress(io) });
  if (result.sets.length === 0)
    throw new BadInput(
      `${args.data} holds none of the sets ${result.skipped.map(({ set }) => set).join(', ')}: nothing was measured`,
    );
  io.out(args.json ? `${JSON.stringify(result)}\n` : printResult(result, judge.categories));
}

async function list(judge: Judge, args: EvalArgs, rule: string, io: EvalIo): Promise<void> {
  const onBad = ({ file, line, problem }: BadRow) => io.err(`${file}:${line} was left out: it ${problem}\n`);
  const counts = new HitCounts();
  const hits: RuleHit[] = [];
  let set = '';
  for await (const hit of listHits(judge, rule, { ...args, onProgress: progress(io) }, onBad)) {
    counts.add(hit);
    if (args.json) {
      hits.push(hit);
      continue;
    }
    if (hit.set !== set) io.out(`## ${hit.set}\n\n`);
    set = hit.set;
    io.out(printHit(hit));
  }
  io.out(
    args.json
      ? `${JSON.stringify({ schema: 1, rule, counts: counts.rows(), hits })}\n`
      : printCounts(rule, counts.rows()),
  );
}

/** Says about once a second how far it is; silent in runs of under a second. */
function progress({ err }: EvalIo): (set: string, rows: number) => void {
  let last = performance.now();
  return (set, rows) => {
    if (rows % 64 !== 0 || performance.now() - last < 1000) return;
    last = performance.now();
    err(`${rows.toLocaleString('en-US')} rows, now ${set}\n`);
  };
}
