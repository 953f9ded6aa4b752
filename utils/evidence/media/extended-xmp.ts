import { latin1, u32 } from './bytes';
import type { Statement } from './carrier';
import { readXmp } from './xmp';

/** Of a packet put together from pieces, in bytes. */
const MOST_PACKET = 256 * 1024;
const MOST_PIECES = 64;

/** An XMP packet too long for one JPEG segment (XMP part 3, 1.1.3.1); pieces that never came stay blank. */
export class ExtendedXmp {
  #id: string | undefined;
  #pieces: { offset: number; bytes: Uint8Array }[] = [];

  /** A piece: 32 characters that name the packet, its length, the place of the piece in it, and the piece. */
  add(segment: Uint8Array): void {
    const id = latin1(segment, 0, 32);
    this.#id ??= id;
    const offset = u32(segment, 36);
    if (id !== this.#id || segment.length <= 40 || this.#pieces.length >= MOST_PIECES) return;
    if (offset < MOST_PACKET) this.#pieces.push({ offset, bytes: segment.subarray(40) });
  }

  statements(): Statement[] {
    const ends = this.#pieces.map(({ offset, bytes }) => offset + bytes.length);
    if (ends.length === 0) return [];
    const packet = new Uint8Array(Math.min(Math.max(...ends), MOST_PACKET)).fill(0x20);
    for (const { offset, bytes } of this.#pieces) {
      packet.set(bytes.subarray(0, packet.length - offset), offset);
    }
    return readXmp(packet);
  }
}
