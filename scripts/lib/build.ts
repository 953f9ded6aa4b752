import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from './browsers.ts';
import { node, root } from './paths.ts';

const OUTPUT: Record<BrowserName, { target: string; folder: string }> = {
  chromium: { target: 'chrome', folder: join(root, '.output/chrome-mv3') },
  firefox: { target: 'firefox', folder: join(root, '.output/firefox-mv3') },
};
const SOURCES = [
  'components',
  'entrypoints',
  'public',
  'scripts/lib/fold-data',
  'scripts/lib/fold-data.ts',
  'scripts/lib/lean-packs.ts',
  'scripts/lib/media-hosts.ts',
  'scripts/lib/packs-file.ts',
  'utils',
  'wxt.config.ts',
  'package-lock.json',
];

/** Builds the extension unless the last build is newer than every source, and returns its folder. */
export function buildExtension(browser: BrowserName): string {
  const { target, folder } = OUTPUT[browser];
  const manifest = join(folder, 'manifest.json');
  if (existsSync(manifest) && statSync(manifest).mtimeMs > newest(SOURCES)) return folder;
  process.stderr.write(`Building the extension for ${browser} …\n`);
  const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs');
  const { status, stdout, stderr } = spawnSync(node, [wxt, 'build', '-b', target], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build for ${browser} failed:\n${stdout}\n${stderr}`);
  return folder;
}

function newest(paths: readonly string[]): number {
  let time = 0;
  for (const path of paths) {
    const full = join(root, path);
    const entry = statSync(full);
    time = Math.max(time, entry.mtimeMs);
    if (entry.isDirectory()) time = Math.max(time, newest(readdirSync(full).map((name) => join(path, name))));
  }
  return time;
}
