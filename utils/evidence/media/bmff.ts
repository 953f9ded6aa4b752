import { latin1, u32, u64 } from './bytes';
import type { Jumbf } from './carrier';
import { type Cursor, DamagedFile } from './cursor';
import { boxAt } from './jumbf';

/** A box of ISO/IEC 14496-12: MP4, MOV, M4A, HEIF, AVIF. Places are in bytes from the start of the file. */
export interface Box {
  /** Four characters, as Latin-1: `moov`, `©cmt`. */
  type: string;
  /** Of a `uuid` box, 32 hexadecimal digits. */
  uuid?: string;
  start: number;
  /** First byte of its contents. */
  body: number;
  /** First byte after it, never past what holds it; infinite for an open box of a file of unknown size. */
  end: number;
}

export const UUID_C2PA = 'd8fec3d61b0e483c92975828877ec481';
export const UUID_XMP = 'be7acfcb97a942e89c71999491e3afac';

const MOST_BOXES = 1024;

/**
 * The boxes from `start` up to `end`, one after the other. A box that claims to reach past `end` is given cut to it, and
 * then it throws `DamagedFile`. Fewer than eight bytes, or a size of 0 inside a box, end a list without an error
 * (QuickTime ends its user data so).
 */
export async function* boxes(
  file: Cursor,
  start: number,
  end = Number.POSITIVE_INFINITY,
): AsyncGenerator<Box> {
  const top = start === 0;
  let at = start;
  for (let count = 0; ; count++) {
    if (count >= MOST_BOXES) throw new DamagedFile('More boxes than any file has');
    const limit = Math.min(end, file.size ?? Number.POSITIVE_INFINITY);
    if (at + 8 > limit) return;
    const header = await file.bytes(at, Math.min(32, limit - at));
    if (header.length < 8) return;
    const box = readBox(header, at, limit);
    if (!box) {
      if (top || u32(header, 0) !== 0) throw new DamagedFile(`A box at ${at} is shorter than its head`);
      return;
    }
    if (!top && u32(header, 0) === 0) return;
    const claimed = box.end;
    yield { ...box, end: Math.min(claimed, limit) };
    if (claimed > Math.min(end, file.size ?? Number.POSITIVE_INFINITY)) {
      throw new DamagedFile(`The box ${box.type} reaches past its end`);
    }
    if (!Number.isFinite(claimed)) return;
    at = claimed;
  }
}

function readBox(header: Uint8Array, start: number, limit: number): Box | undefined {
  const type = latin1(header, 4, 8);
  const small = u32(header, 0);
  const wide = small === 1;
  const isUuid = type === 'uuid';
  const head = 8 + (wide ? 8 : 0) + (isUuid ? 16 : 0);
  const length = wide ? u64(header, 8) : small === 0 ? limit - start : small;
  if (header.length < head || length < head) return undefined;
  const box: Box = { type, start, body: start + head, end: start + length };
  if (isUuid) box.uuid = hex(header.subarray(head - 16, head));
  return box;
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a C2PA `uuid` box holds: version and flags, purpose, offset, and for `manifest` the JUMBF store. */
export async function jumbfOf(file: Cursor, box: Box): Promise<Jumbf | undefined> {
  if (box.uuid !== UUID_C2PA) return undefined;
  const head = await file.bytes(box.body, Math.min(64, box.end - box.body));
  const nul = head.indexOf(0, 4);
  if (nul < 0 || latin1(head, 4, nul) !== 'manifest') return undefined;
  const start = box.body + nul + 1 + 8;
  if (start >= box.end) return undefined;
  return boxAt(file, start, box.end - start);
}
