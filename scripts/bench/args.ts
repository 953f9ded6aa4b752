import { parseArgs } from 'node:util';
import { BenchError } from './error.ts';
import { PAGE_PARTS, type PagePartName } from './page/parts/index.ts';

const PART_NAMES = Object.keys(PAGE_PARTS) as PagePartName[];

export const USAGE = `Usage:
  npm run bench:match [-- [--quick] [--list FILE]]
  npm run bench:page [-- [--quick] [--part NAME]…]

  --quick      fewer posts and rounds, of bench:match also only the fastest peers
  --list FILE  the terms of a file, one a line, instead of generated ones
  --part NAME  only this part, may be given several times: ${PART_NAMES.join(', ')}`;

export interface MatchArgs {
  quick: boolean;
  list: string | undefined;
}

export interface PageArgs {
  quick: boolean;
  /** In the order in which they run. */
  parts: readonly PagePartName[];
}

/** @throws BenchError naming what is wrong */
export function parseMatchArgs(args: string[]): MatchArgs {
  const { quick, list } = parse(() =>
    parseArgs({ args, options: { quick: { type: 'boolean' }, list: { type: 'string' } } }),
  );
  return { quick: quick ?? false, list };
}

/** @throws BenchError naming what is wrong */
export function parsePageArgs(args: string[]): PageArgs {
  const { quick, part } = parse(() =>
    parseArgs({ args, options: { quick: { type: 'boolean' }, part: { type: 'string', multiple: true } } }),
  );
  const unknown = part?.find((name) => !PART_NAMES.some((known) => known === name));
  if (unknown !== undefined) throw new BenchError(`There is no part "${unknown}"\n${USAGE}`);
  return { quick: quick ?? false, parts: PART_NAMES.filter((name) => part?.includes(name) ?? true) };
}

function parse<T>(read: () => { values: T }): T {
  try {
    return read().values;
  } catch (error) {
    throw new BenchError(`${(error as Error).message.split('\n')[0]}\n${USAGE}`);
  }
}
