import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserName } from './browsers.ts';
import { loadedParts, type Size } from './loaded-parts.ts';
import { root } from './paths.ts';

/** Sizes of a build's scripts, styles and programs, by file. */
export function bundleSizes(browser: BrowserName): Record<string, Size> {
  const folder = outputFolder(browser);
  if (!existsSync(folder)) return {};
  const files = (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => /\.(js|css|wasm)$/.test(file))
    .sort();
  return Object.fromEntries(
    files.map((file) => {
      const bytes = readFileSync(join(folder, file));
      const kB = (size: number) => Math.round(size / 100) / 10;
      return [file, { kB: kB(bytes.length), 'gzip kB': kB(gzipSync(bytes).length) }];
    }),
  );
}

/** Of what is loaded together: at the start, and apart from it. */
export function partSizes(browser: BrowserName): Record<string, Size> {
  return loadedParts(outputFolder(browser));
}

/** What a build asks of a browser, as numbers. */
export function manifestFigures(browser: BrowserName): Record<string, number> {
  const path = join(outputFolder(browser), 'manifest.json');
  if (!existsSync(path)) return {};
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as {
    permissions: string[];
    content_scripts: { matches: string[] }[];
    web_accessible_resources?: unknown[];
  };
  return {
    permissions: manifest.permissions.length,
    hosts: manifest.content_scripts.flatMap(({ matches }) => matches).length,
    'web-accessible resources': manifest.web_accessible_resources?.length ?? 0,
  };
}

function outputFolder(browser: BrowserName): string {
  return join(root, '.output', browser === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
}
