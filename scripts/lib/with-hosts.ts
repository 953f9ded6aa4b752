import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

type HostKey = 'host_permissions' | 'optional_host_permissions';

/**
 * Copies a built extension so that what the reader allows in the options, further sites and hosts of files, is granted
 * at installation.
 */
export async function withRequiredHosts(extension: string, folder: string): Promise<void> {
  await cp(extension, folder, { recursive: true });
  await moveHosts(folder, 'optional_host_permissions', 'host_permissions');
}

/** Makes them optional again in that copy. Installed over the other, it keeps them granted in Chromium. */
export async function withOptionalHosts(folder: string): Promise<void> {
  await moveHosts(folder, 'host_permissions', 'optional_host_permissions');
}

async function moveHosts(folder: string, from: HostKey, to: HostKey): Promise<void> {
  const file = join(folder, 'manifest.json');
  const { [from]: hosts, ...manifest } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...manifest, [to]: hosts }));
}
