import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Manifest {
  host_permissions?: string[];
  optional_host_permissions: string[];
}

/**
 * A copy of a built extension as it is after the reader has allowed it these of the hosts that it may ask for: a
 * browser that is driven shows nobody the question. Returns the copy's folder.
 */
export async function withGrantedHosts(extension: string, hosts: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'qingjian-granted-'));
  await cp(extension, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  const unasked = hosts.filter((host) => !manifest.optional_host_permissions.includes(host));
  if (unasked.length > 0) throw new Error(`The extension never asks for ${unasked.join(', ')}`);
  const optional = manifest.optional_host_permissions.filter((host) => !hosts.includes(host));
  const required = [...(manifest.host_permissions ?? []), ...hosts];
  await writeFile(
    file,
    JSON.stringify({ ...manifest, host_permissions: required, optional_host_permissions: optional }),
  );
  return folder;
}
