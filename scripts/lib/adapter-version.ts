import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { root } from './paths.ts';

const NAME = 'virtual:qingjian/adapters';
/** The leading zero keeps other plugins from taking the name for a file. */
const RESOLVED = `\0${NAME}`;

/**
 * Serves a name for the state of the site definitions, so that a stored reading says what read it: the first digits of
 * a hash over all of utils/sites, which `git log` leads back to.
 */
export function adapterVersion(): Plugin {
  return {
    name: 'qingjian:adapter-version',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? `export const adapters = '${hashOfSites()}';` : undefined),
  };
}

export function hashOfSites(): string {
  const hash = createHash('sha256');
  for (const path of globSync('utils/sites/**/*.ts', { cwd: root }).sort()) {
    // Line ends differ by checkout, the definitions do not.
    hash
      .update(path.replaceAll('\\', '/'))
      .update(readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n'));
  }
  return hash.digest('hex').slice(0, 12);
}
