import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Real files lie outside of the project; their index gives the truth of each. */
const FOLDER = process.env.QINGJIAN_MEDIA ?? '../shared/data/media';
const INDEX = join(FOLDER, 'INDEX.md');

export interface RealFile {
  /** Folder and name as in the index: `pos/name.png`. */
  file: string;
  path: string;
  truth: string;
}

export const areThere = existsSync(INDEX);

/** Those of the index that are there; none, with a clear line, where the folder is absent. */
export function realFiles(): RealFile[] {
  if (!areThere) {
    console.warn(`Real files are not read: there is no ${INDEX}.`);
    return [];
  }
  const rows = readFileSync(INDEX, 'utf8').matchAll(/^\| (\S+\/\S+) \| \d+ \| ([a-z-]+)/gm);
  return Array.from(rows, ([, file = '', truth = '']) => ({ file, truth, path: join(FOLDER, file) })).filter(
    ({ file, path }) => !file.startsWith('trust/') && existsSync(path),
  );
}
