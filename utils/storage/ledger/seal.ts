import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256By } from '../../digest';
import type { Evidence } from '../../model/report';
import type { StoredEntry, StoredEvidence, StoredReport } from '../tables';
import { canonical } from './canonical';

const utf8 = new TextEncoder();

/**
 * SHA-256 in hexadecimal. Synchronous on purpose: an IndexedDB transaction ends while `crypto.subtle` is waited for
 * (Indexed Database API 3.0, section 2.7.1).
 */
export function sha256Of(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

export async function sha256OfBlob(blob: Blob): Promise<string> {
  return sha256By(await blob.arrayBuffer());
}

/** The seal of a row of visits, dismissals or history: of all its fields but the seal itself. */
export function sealOf(row: object): string {
  return hash(open(row));
}

export function sealOutside(row: object): Promise<string> {
  return sha256By(utf8.encode(canonical(open(row))));
}

/** `chain` is left out: it is the seal of an entry that holds this one. */
export function sealOfReport(row: OpenReport): string {
  return hash(openReport(row));
}

export function sealReportOutside(row: OpenReport): Promise<string> {
  return sha256By(utf8.encode(canonical(openReport(row))));
}

type OpenReport = Omit<StoredReport, 'seal' | 'chain'>;

const open = (row: object) => ({ ...row, seal: undefined });
const openReport = (row: OpenReport) => ({ ...row, seal: undefined, chain: undefined });

/** The picture stands in it by its hash, size and type. */
export function sealOfEvidence({ blob, ...row }: Evidence & Pick<StoredEvidence, 'sha256'>): string {
  return hash({ ...row, blob: { size: blob?.size, type: blob?.type }, seal: undefined });
}

/** An entry with its seal. */
export function sealed(entry: Omit<StoredEntry, 'seal'>): StoredEntry {
  return { ...entry, seal: sealOf(entry) };
}

function hash(value: object): string {
  return sha256Of(utf8.encode(canonical(value)));
}
