import { parseArgs } from 'node:util';
import { BenchError } from './error.ts';

export const USAGE = `Usage:
  npm run bench:match [-- [--quick] [--list FILE]]

  --quick      fewer posts and rounds, only the fastest peers: under 40 s instead of under 4 min
  --list FILE  the terms of a file, one a line, instead of generated ones`;

export interface MatchArgs {
  quick: boolean;
  list: string | undefined;
}

/** @throws BenchError naming what is wrong */
export function parseMatchArgs(args: string[]): MatchArgs {
  try {
    const { values } = parseArgs({ args, options: { quick: { type: 'boolean' }, list: { type: 'string' } } });
    return { quick: values.quick ?? false, list: values.list };
  } catch (error) {
    throw new BenchError(`${(error as Error).message.split('\n')[0]}\n${USAGE}`);
  }
}
