import { MOST_TEXT, textOf } from './bytes';
import { type Cursor, DamagedFile } from './cursor';

/** An element of an EBML file: Matroska, WebM (RFC 8794). */
export interface Element {
  /** With its marker bits, as tables of Matroska give it. */
  id: number;
  /** Of its first byte and of its contents. */
  at: number;
  start: number;
  /** After its contents; infinite where the file leaves it open. */
  end: number;
}

/** An id has at most 4 bytes, a size at most 8. */
const MOST_HEADER = 12;
const MOST_ELEMENTS = 4096;

/** Reads elements of one file; in all no more than any honest file makes necessary, however they are nested. */
export class EbmlReader {
  readonly #file: Cursor;
  #left = MOST_ELEMENTS;

  constructor(file: Cursor) {
    this.#file = file;
  }

  /** The element at this place, cut to `end`; `undefined` where there is none. */
  async elementAt(at: number, end: number): Promise<Element | undefined> {
    this.#left -= 1;
    if (this.#left < 0) throw new DamagedFile('More elements than any file has');
    const header =
      at + 2 > end ? new Uint8Array() : await this.#file.bytes(at, Math.min(MOST_HEADER, end - at));
    const idWidth = widthOf(header[0]);
    if (idWidth > 4 || header.length < idWidth + 1) return undefined;
    const sizeWidth = widthOf(header[idWidth]);
    if (sizeWidth > 8 || header.length < idWidth + sizeWidth) return undefined;
    let id = 0;
    for (const byte of header.subarray(0, idWidth)) id = id * 256 + byte;
    const start = at + idWidth + sizeWidth;
    const size = sizeOf(header.subarray(idWidth, idWidth + sizeWidth));
    return { id, at, start, end: size === undefined ? end : Math.min(start + size, end) };
  }

  /** The elements from `start` up to `end`, one after the other. */
  async *elements(start: number, end: number): AsyncGenerator<Element> {
    let at = start;
    for (;;) {
      const element = await this.elementAt(at, Math.min(end, this.#file.size ?? end));
      if (element === undefined) return;
      yield element;
      at = element.end;
    }
  }

  /** Text in UTF-8, at most 64 KiB of it. */
  async textIn({ start, end }: Element): Promise<string> {
    return textOf(await this.#file.bytes(start, Math.min(end - start, MOST_TEXT)));
  }

  /** An unsigned number of up to 8 bytes. */
  async numberIn({ start, end }: Element): Promise<number> {
    const bytes = await this.#file.bytes(start, Math.min(8, end - start));
    return bytes.reduce((value, byte) => value * 256 + byte, 0);
  }
}

/** Bytes of a number, by the zero bits that it begins with; 9 when there are eight of them. */
function widthOf(first: number | undefined): number {
  return first === undefined ? 9 : Math.clz32(first) - 23;
}

/** A size without its marker; `undefined` for the one that says "not known": all its bits are set. */
function sizeOf(bytes: Uint8Array): number | undefined {
  const marker = 0x80 >> (bytes.length - 1);
  let size = bytes[0]! & (marker - 1);
  let open = size === marker - 1;
  for (const byte of bytes.subarray(1)) {
    size = size * 256 + byte;
    open &&= byte === 0xff;
  }
  return open ? undefined : size;
}
