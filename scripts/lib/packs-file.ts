import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leanPack } from './lean-packs.ts';
import { root } from './paths.ts';

export const PACKS_FILE = 'packs.json';

/**
 * All packs as one file of the package: the background reads it when it needs it. Its code stands without them, as a
 * service worker loads all of its code at every start and can load none later.
 */
export function packsFile(): string {
  return JSON.stringify({
    packs: readAll('20*.json').map(leanPack),
    shared: readAll('shared/*.json'),
  });
}

/** In the order of their names, which are their ids. */
function readAll(pattern: string) {
  const folder = join(root, 'utils/rules/packs');
  return globSync(pattern, { cwd: folder })
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
}
