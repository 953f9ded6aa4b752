import { parseArgs } from 'node:util';
import { BenchError } from './error.ts';
import { PAGE_PARTS, type PagePartName } from './page/parts/index.ts';
import { STORE_PARTS, type StorePartName } from './store/parts/index.ts';

const PAGE_NAMES = Object.keys(PAGE_PARTS) as PagePartName[];
const STORE_NAMES = Object.keys(STORE_PARTS) as StorePartName[];

export const USAGE = `Usage:
  npm run bench:match [-- [--quick] [--list FILE]]
  npm run bench:page [-- [--quick] [--part NAME]…]
  npm run bench:store [-- [--quick] [--part NAME]…]

  --quick      fewer posts, reports and rounds, of bench:match also only the fastest peers
  --list FILE  the terms of a file, one a line, instead of generated ones
  --part NAME  only this part, may be given several times: of bench:page ${PAGE_NAMES.join(', ')};
               of bench:store ${STORE_NAMES.join(', ')}`;

export interface MatchArgs {
  quick: boolean;
  list: string | undefined;
}

export interface PartArgs<Name> {
  quick: boolean;
  /** In the order in which they run. */
  parts: readonly Name[];
}

/** @throws BenchError naming what is wrong */
export function parseMatchArgs(args: string[]): MatchArgs {
  const { quick, list } = parse(() =>
    parseArgs({ args, options: { quick: { type: 'boolean' }, list: { type: 'string' } } }),
  );
  return { quick: quick ?? false, list };
}

/** @throws BenchError naming what is wrong */
export function parsePageArgs(args: string[]): PartArgs<PagePartName> {
  return parsePartArgs(args, PAGE_NAMES);
}

/** @throws BenchError naming what is wrong */
export function parseStoreArgs(args: string[]): PartArgs<StorePartName> {
  return parsePartArgs(args, STORE_NAMES);
}

function parsePartArgs<Name extends string>(args: string[], names: readonly Name[]): PartArgs<Name> {
  const { quick, part } = parse(() =>
    parseArgs({ args, options: { quick: { type: 'boolean' }, part: { type: 'string', multiple: true } } }),
  );
  const unknown = part?.find((name) => !names.some((known) => known === name));
  if (unknown !== undefined) throw new BenchError(`There is no part "${unknown}"\n${USAGE}`);
  return { quick: quick ?? false, parts: names.filter((name) => part?.includes(name) ?? true) };
}

function parse<T>(read: () => { values: T }): T {
  try {
    return read().values;
  } catch (error) {
    throw new BenchError(`${(error as Error).message.split('\n')[0]}\n${USAGE}`);
  }
}
