import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { fromBase64 } from '../base64';
import type { IncomingPicture } from '../model/exchange';
import { issueText, MAX_PICTURE, PictureLineSchema } from './schema';

/** More than any that is made (utils/evidence/picture.ts): unpacked, a small file can be a gigabyte. */
const MAX_SIDE = 4_096;

/** Reads a file of the ZIP; rejects when it is longer than `limit` bytes. Undefined when there is no such file. */
export type PictureFiles = (
  name: string,
) => ((limit: number) => Promise<Uint8Array<ArrayBuffer>>) | undefined;

/**
 * One picture of a report's line, to be read when it is needed; or why there is none.
 *
 * @param files undefined where the file is no ZIP
 */
export function incomingPicture(
  line: unknown,
  files: PictureFiles | undefined,
): { picture: IncomingPicture } | { problem: string; file?: string } {
  const parsed = v.safeParse(PictureLineSchema, line, { abortEarly: true });
  if (!parsed.success) return { problem: issueText(parsed.issues) };
  const { at, filing, sha256: hash, size, file, base64 } = parsed.output;
  const bytes = base64 !== undefined ? async () => new Uint8Array(fromBase64(base64)) : file && files?.(file);
  if (!bytes) return { problem: 'not in the file', ...(file !== undefined && { file }) };
  const load = async () => {
    const read = await bytes(MAX_PICTURE);
    const wrong = wrongWith(read, size, hash);
    if (wrong) throw new Error(wrong);
    return new Blob([read], { type: 'image/webp' });
  };
  return { picture: { at, filing, sha256: hash, size, load } };
}

function wrongWith(bytes: Uint8Array<ArrayBuffer>, size: number, hash: string): string | undefined {
  if (bytes.length !== size) return `${bytes.length} bytes instead of ${size}`;
  if (ascii(bytes, 0) !== 'RIFF' || ascii(bytes, 8) !== 'WEBP') return 'no WebP picture';
  const { width, height } = sizeOf(bytes);
  if (width > MAX_SIDE || height > MAX_SIDE) return `${width} × ${height} pixels`;
  return bytesToHex(sha256(bytes)) === hash ? undefined : 'its SHA-256 is another';
}

/** In pixels, as the first chunk tells; zeros where it tells nothing: then nothing can show the picture. */
function sizeOf(bytes: Uint8Array<ArrayBuffer>): { width: number; height: number } {
  const at = new DataView(bytes.buffer, bytes.byteOffset);
  const chunk = ascii(bytes, 12);
  if (chunk === 'VP8 ' && bytes.length >= 30) {
    return { width: at.getUint16(26, true) & 0x3fff, height: at.getUint16(28, true) & 0x3fff };
  }
  if (chunk === 'VP8L' && bytes.length >= 25) {
    const bits = at.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk === 'VP8X' && bytes.length >= 30) {
    return { width: 1 + (at.getUint32(24, true) & 0xffffff), height: 1 + (at.getUint32(26, true) >>> 8) };
  }
  return { width: 0, height: 0 };
}

function ascii(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
