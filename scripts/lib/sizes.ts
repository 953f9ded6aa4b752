import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserName } from './browsers.ts';
import { root } from './paths.ts';

/** Script and style sizes of a build, by file, in kB (1,000 bytes). */
export function bundleSizes(browser: BrowserName): Record<string, { kB: number; 'gzip kB': number }> {
  const folder = join(root, '.output', browser === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
  if (!existsSync(folder)) return {};
  const files = (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => /\.(js|css)$/.test(file))
    .sort();
  return Object.fromEntries(
    files.map((file) => {
      const bytes = readFileSync(join(folder, file));
      const kB = (size: number) => Math.round(size / 100) / 10;
      return [file, { kB: kB(bytes.length), 'gzip kB': kB(gzipSync(bytes).length) }];
    }),
  );
}
