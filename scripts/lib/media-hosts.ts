import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';

/**
 * Match patterns of the hosts from which all sites load pictures, films and sounds. The manifest offers them, and
 * nothing is granted until the reader turns the looking into files on for a site.
 */
export function allMediaHosts(): string[] {
  const files = globSync('utils/sites/*/media-hosts.json', { cwd: root }).sort();
  const hosts = files.flatMap((path) => JSON.parse(readFileSync(join(root, path), 'utf8')) as string[]);
  return [...new Set(hosts)].sort();
}

/** What the security policy of extension pages calls such hosts. */
export function policySources(patterns: readonly string[]): string[] {
  return patterns.map((pattern) => pattern.replace(/\/\*$/, ''));
}
