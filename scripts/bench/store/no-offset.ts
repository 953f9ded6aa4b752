import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../lib/paths.ts';

const PATTERN = /\.(?:offset|advance)\(/;

/** Places in the extension's code that skip over rows by counting them, each as `file:line`. */
export function findOffsets(folder = root): string[] {
  return globSync('{utils,components,entrypoints}/**/*.{ts,tsx}', { cwd: folder })
    .sort()
    .flatMap((file) => {
      const lines = readFileSync(join(folder, file), 'utf8').split('\n');
      return lines.flatMap((line, i) => (PATTERN.test(line) ? [`${file}:${i + 1}`] : []));
    });
}
