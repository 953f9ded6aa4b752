import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** In kB of 1,000 bytes. */
export interface Size {
  kB: number;
  'gzip kB': number;
}

/** An import that a module needs before it runs; one within the code waits until it is called. */
const IMPORT = /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{][^"'`;()]*?from\s*)?["']([./][^"']+)["']/g;
const SCRIPT = /<script [^>]*src="([^"]+)"/g;

/** What a browser loads together, by name, from the folder of a build; parts that it has not are left out. */
export function loadedParts(folder: string): Record<string, Size> {
  const workers = filesOf(join(folder, 'assets'), /^worker-.*\.js$/).filter((file) =>
    readFileSync(join(folder, file), 'utf8').includes('.wasm'),
  );
  const start = [...closure(folder, ['content-scripts/scanner.js']), ...closure(folder, ['background.js'])];
  const parts: Record<string, readonly string[]> = {
    'content script': closure(folder, ['content-scripts/scanner.js']),
    'background, at its start': closure(folder, ['background.js']),
    'both of these': start,
    'document beside the background': closure(folder, scriptsOf(folder, 'offscreen.html')),
    'worker that looks into files': closure(folder, workers),
    'library that checks signatures': filesOf(join(folder, 'assets'), /\.wasm$/),
  };
  const found = Object.entries(parts).filter(([, files]) => files.length > 0);
  return Object.fromEntries(found.map(([name, files]) => [name, sizeOf(folder, files)]));
}

/** These files and all that they need before they run, each once. */
function closure(folder: string, entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const walk = (file: string) => {
    if (seen.has(file) || !existsSync(join(folder, file))) return;
    seen.add(file);
    for (const [, target = ''] of readFileSync(join(folder, file), 'utf8').matchAll(IMPORT)) {
      walk(target.startsWith('/') ? target.slice(1) : normalize(join(dirname(file), target)));
    }
  };
  for (const entry of entries) walk(entry);
  return [...seen];
}

function scriptsOf(folder: string, page: string): string[] {
  const file = join(folder, page);
  if (!existsSync(file)) return [];
  return [...readFileSync(file, 'utf8').matchAll(SCRIPT)].map(([, path = '']) => path.slice(1));
}

function filesOf(folder: string, name: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .map((file) => join('assets', file));
}

function sizeOf(folder: string, files: readonly string[]): Size {
  const all = files.map((file) => readFileSync(join(folder, file)));
  const kB = (sizes: number[]) => Math.round(sizes.reduce((sum, size) => sum + size, 0) / 100) / 10;
  return {
    kB: kB(all.map(({ length }) => length)),
    'gzip kB': kB(all.map((bytes) => gzipSync(bytes).length)),
  };
}
