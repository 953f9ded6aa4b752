import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { PictureLine } from '../model/exchange';
import type { Evidence } from '../model/report';

/** A picture's bytes, read once, and what a line tells of it. */
export interface ReadPicture {
  bytes: Uint8Array<ArrayBuffer>;
  line: PictureLine;
}

export async function readPicture({ id, kind, at, blob }: Evidence): Promise<ReadPicture> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return {
    bytes,
    line: {
      kind,
      at,
      filing: filingOf(id),
      sha256: bytesToHex(sha256(bytes)),
      size: bytes.length,
      type: blob.type,
    },
  };
}

/** Ids of pictures are `report:number of the filing's history entry`. */
function filingOf(id: string): number {
  return Number(id.slice(id.lastIndexOf(':') + 1));
}
