import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allMediaHosts } from './media-hosts.ts';

interface Manifest {
  content_scripts: { matches: string[] }[];
  optional_host_permissions: string[];
}

/**
 * A copy of a built extension as it is after the reader has turned every site on: a browser that is driven shows
 * nobody the question that it asks for that. Returns the copy's folder.
 */
export async function withAllSites(extension: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'qingjian-all-sites-'));
  await cp(extension, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  const ofFiles = new Set(allMediaHosts());
  const ofSites = manifest.optional_host_permissions.filter((host) => !ofFiles.has(host));
  for (const script of manifest.content_scripts) script.matches.push(...ofSites);
  await writeFile(file, JSON.stringify(manifest));
  return folder;
}
