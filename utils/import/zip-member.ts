import { bytesOf, joined, type ReadBytes } from './bytes';

/** A file in a ZIP, as its directory says. */
export interface ZipMember {
  name: string;
  /** Of its own header. */
  offset: number;
  compressed: number;
  /** When unpacked. */
  size: number;
  /** 0 stored, 8 deflated. */
  method: number;
}

/** A file in a ZIP that is not what the directory says, or too much. */
export class ZipError extends Error {
  readonly code: 'zip-damaged' | 'zip-bomb';

  constructor(code: 'zip-damaged' | 'zip-bomb', message: string) {
    super(message);
    this.code = code;
  }
}

export const LOCAL_HEADER = 30;
const LOCAL_SIGNATURE = 0x04034b50;
/** Bytes. */
const SLACK = 1024 * 1024;
const STORED = 0;
const DEFLATED = 8;
/** Packed bytes that are unpacked at once: they can become a thousand times as many. */
const PACKED_PIECE = 16 * 1024;

/**
 * Unpacks a file piece by piece: no more of it than the directory says, and nothing beyond `limit`.
 *
 * @throws ZipError
 */
export async function* unpack(
  zip: Blob,
  member: ZipMember,
  limit: number,
  options: ReadBytes = {},
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { start, method } = await localHeader(zip, member.offset);
  if (method !== member.method) throw new ZipError('zip-damaged', `packed as ${method}`);
  if (start + member.compressed > zip.size) throw new ZipError('zip-damaged', 'beyond the end');
  const most = Math.min(limit, member.size);
  let size = 0;
  for await (const piece of unpacked(zip.slice(start, start + member.compressed), method, options)) {
    const room = most - size;
    size += piece.length;
    // What is damaged is often a little longer; only what means harm is much longer.
    if (size > most + SLACK) throw new ZipError('zip-bomb', `more than ${most} bytes`);
    if (room > 0) yield piece.subarray(0, room);
  }
  if (size !== member.size) throw new ZipError('zip-damaged', `${size} bytes instead of ${member.size}`);
}

/** The whole of it. */
export async function unpackWhole(
  zip: Blob,
  member: ZipMember,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of unpack(zip, member, limit)) pieces.push(piece);
  return joined(pieces);
}

/** Where a file's bytes start, and how they are packed. */
export async function localHeader(zip: Blob, offset: number): Promise<{ start: number; method: number }> {
  const header = new DataView(await zip.slice(offset, offset + LOCAL_HEADER).arrayBuffer());
  if (header.byteLength < LOCAL_HEADER || header.getUint32(0, true) !== LOCAL_SIGNATURE) {
    throw new ZipError('zip-damaged', `no file at ${offset}`);
  }
  const names = header.getUint16(26, true) + header.getUint16(28, true);
  return { start: offset + LOCAL_HEADER + names, method: header.getUint16(8, true) };
}

/** @throws ZipError */
export async function* unpacked(
  packed: Blob,
  method: number,
  options: ReadBytes,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (method === STORED) return yield* bytesOf(packed, options);
  if (method !== DEFLATED) throw new ZipError('zip-damaged', `packed as ${method}`);
  const reader = inflating(bytesOf(packed, options, PACKED_PIECE)).getReader();
  let isOpen = true;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        isOpen = false;
        return;
      }
      yield value;
    }
  } catch (error) {
    isOpen = false;
    throw error instanceof TypeError ? new ZipError('zip-damaged', error.message) : error;
  } finally {
    // What is wrong with a part that nobody reads any more is no matter.
    if (isOpen) await reader.cancel().catch(() => undefined);
  }
}

function inflating(bytes: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await bytes.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await bytes.return(undefined);
    },
  }).pipeThrough(new DecompressionStream('deflate-raw'));
}
