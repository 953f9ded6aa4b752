import { parseArgs } from 'node:util';
import { BenchError } from './error.ts';
import { EXPORT_PARTS, type ExportPartName } from './export-parts.ts';
import { PAGE_PARTS, type PagePartName } from './page/parts/index.ts';
import { STORE_PARTS, type StorePartName } from './store/parts/index.ts';

const PAGE_NAMES = Object.keys(PAGE_PARTS) as PagePartName[];
const EXPORT_NAMES = Object.keys(EXPORT_PARTS) as ExportPartName[];
const STORE_NAMES = Object.keys(STORE_PARTS) as StorePartName[];

export const USAGE = `Usage:
  npm run bench:match [-- [--quick] [--list FILE]]
  npm run bench:page [-- [--quick] [--part NAME]…]
  npm run bench:store [-- [--quick] [--part NAME]…]
  npm run bench:export [-- [--quick] [--part NAME]…]
  npm run bench:media [-- [--quick] [--files FOLDER]]

  --quick      fewer posts, reports and rounds, of bench:match also only the fastest peers
  --list FILE  the terms of a file, one a line, instead of generated ones
  --files FOLDER
               real files with a known truth, in folders named pos, neg and stripped;
               QINGJIAN_MEDIA or ../shared/data/media unless given, and skipped where it is missing
  --part NAME  only this part, may be given several times: of bench:page ${PAGE_NAMES.join(', ')};
               of bench:store ${STORE_NAMES.join(', ')};
               of bench:export ${EXPORT_NAMES.join(', ')}`;

export interface MatchArgs {
  quick: boolean;
  list: string | undefined;
}

export interface MediaArgs {
  quick: boolean;
  /** Folder of real files, which need not be there. */
  files: string;
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
export function parseMediaArgs(args: string[]): MediaArgs {
  const { quick, files } = parse(() =>
    parseArgs({ args, options: { quick: { type: 'boolean' }, files: { type: 'string' } } }),
  );
  return { quick: quick ?? false, files: files ?? process.env.QINGJIAN_MEDIA ?? '../shared/data/media' };
}

/** @throws BenchError naming what is wrong */
export function parsePageArgs(args: string[]): PartArgs<PagePartName> {
  return parsePartArgs(args, PAGE_NAMES);
}

/** @throws BenchError naming what is wrong */
export function parseStoreArgs(args: string[]): PartArgs<StorePartName> {
  return parsePartArgs(args, STORE_NAMES);
}

/** @throws BenchError naming what is wrong */
export function parseExportArgs(args: string[]): PartArgs<ExportPartName> {
  return parsePartArgs(args, EXPORT_NAMES);
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
