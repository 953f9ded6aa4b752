import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Gathered } from './gathered';

/** A file as a ZIP takes it. */
export interface Packed {
  /** As DEFLATE makes them (RFC 1951). */
  bytes: Blob;
  /** Of the file before it was compressed, as are the others. */
  size: number;
  crc32: number;
  /** In hexadecimal. */
  sha256: string;
}

/** What stands before and behind the compressed bytes when nothing optional does, in bytes (RFC 1952). */
const [HEADER, TRAILER] = [10, 8];
/** Bytes that are compressed at once. Longer pieces would hold up the page, shorter ones take longer in all. */
const AT_ONCE = 256 * 1024;

const encoder = new TextEncoder();

/** Compresses a file and hashes it in one pass. Of the browser's forms of DEFLATE only gzip tells the CRC-32. */
export class Packer {
  readonly #hash = sha256.create();
  readonly #gzip = new CompressionStream('gzip');
  readonly #writer = this.#gzip.writable.getWriter();
  readonly #gathered = gather(this.#gzip.readable);
  /** Used again and again: new memory for every piece would wait long to be collected. */
  readonly #memory = new Uint8Array(AT_ONCE);
  #filled = 0;
  #size = 0;

  /** Text is written as UTF-8. Another piece may come when it resolves. */
  async append(piece: string | Uint8Array<ArrayBuffer>): Promise<void> {
    for (let done = 0; done < piece.length; ) {
      const { read, written } = fill(this.#memory.subarray(this.#filled), piece, done);
      done += read;
      this.#filled += written;
      // A character that found no room is the first of the next bytes.
      if (done < piece.length) await this.#compress();
    }
  }

  async finish(): Promise<Packed> {
    await this.#compress();
    await this.#writer.close();
    const gzip = await this.#gathered;
    const end = gzip.size - TRAILER;
    const trailer = new DataView(await gzip.slice(end).arrayBuffer());
    return {
      bytes: gzip.slice(HEADER, end),
      size: this.#size,
      crc32: trailer.getUint32(0, true),
      sha256: bytesToHex(this.#hash.digest()),
    };
  }

  async #compress(): Promise<void> {
    const bytes = this.#memory.subarray(0, this.#filled);
    this.#hash.update(bytes);
    this.#size += bytes.length;
    this.#filled = 0;
    await this.#writer.write(bytes);
  }
}

function fill(
  room: Uint8Array<ArrayBuffer>,
  piece: string | Uint8Array<ArrayBuffer>,
  from: number,
): { read: number; written: number } {
  if (typeof piece === 'string') return encoder.encodeInto(piece.slice(from), room);
  const part = piece.subarray(from, from + room.length);
  room.set(part);
  return { read: part.length, written: part.length };
}

async function gather(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const gathered = new Gathered();
  const reader = stream.getReader();
  while (true) {
    const { done, value } = await reader.read();
    if (done) return new Blob(gathered.parts());
    gathered.add(value);
  }
}
