import type { FileHead } from '../model/exchange';

/** Names in the ZIP. */
export const TABLE_NAME = 'reports.csv';
export const EXCHANGE_NAME = 'reports.ndjson';
export const MANIFEST_NAME = 'manifest.json';
export const MANIFEST_VERSION = 1;

export function pictureName(sha256: string): string {
  return `pictures/${sha256}.webp`;
}

/** `manifest.json`, the last file of a ZIP: what the others must be. */
export interface Manifest {
  kind: 'qingjian-files';
  version: typeof MANIFEST_VERSION;
  /** As the first line of the NDJSON file says it. */
  head: FileHead;
  files: ManifestFile[];
}

export interface ManifestFile {
  name: string;
  /** Of the file before it was compressed, in bytes. */
  size: number;
  /** In hexadecimal. */
  sha256: string;
}
