import { isAt, u32 } from './bytes';
import { type Cursor, DamagedFile } from './cursor';

/** A page of an Ogg file: up to 255 pieces of packets of one stream. */
export interface Page {
  serial: number;
  /** The first page of its stream. */
  first: boolean;
  /** Of its content, in the file. */
  start: number;
  /** Of its pieces, in bytes; a packet ends with a piece of less than 255. */
  pieces: Uint8Array;
  /** Of the page after it. */
  next: number;
}

const HEADER = 27;
const MOST_PAGES = 256;

/** The page at this place; `undefined` at the end of the file. */
export async function pageAt(file: Cursor, at: number): Promise<Page | undefined> {
  const header = await file.bytes(at, HEADER);
  if (header.length < HEADER) return undefined;
  if (!isAt(header, 'OggS')) throw new DamagedFile(`No page of Ogg at ${at}`);
  const count = header[26]!;
  const pieces = await file.bytes(at + HEADER, count);
  const start = at + HEADER + count;
  const next = pieces.reduce((sum, length) => sum + length, start);
  return { serial: u32(header, 14, true), first: (header[5]! & 2) !== 0, start, pieces, next };
}

interface Span {
  /** In the packet and in the file. */
  at: number;
  start: number;
  length: number;
}

/**
 * The packet of a stream that begins first on this page or after it, as a file of its own, although it lies in pieces
 * over pages and between those of other streams; pages are read as far as they are needed.
 */
export class Packet implements Cursor {
  readonly #file: Cursor;
  readonly #serial: number;
  readonly #spans: Span[] = [];
  #length = 0;
  #ended = false;
  #next: number;
  #pages = 0;

  constructor(file: Cursor, serial: number, page: number) {
    this.#file = file;
    this.#serial = serial;
    this.#next = page;
  }

  /** Known when its last piece was seen. */
  get size(): number | undefined {
    return this.#ended ? this.#length : undefined;
  }

  async bytes(start: number, length: number): Promise<Uint8Array> {
    while (!this.#ended && this.#length < start + length) await this.#readPage();
    const end = Math.min(start + length, this.#length);
    const joined = new Uint8Array(Math.max(0, end - start));
    for (const span of this.#spans) {
      const from = Math.max(start, span.at);
      const to = Math.min(end, span.at + span.length);
      if (from < to) joined.set(await this.#file.bytes(span.start + from - span.at, to - from), from - start);
    }
    return joined;
  }

  async #readPage(): Promise<void> {
    const page = await pageAt(this.#file, this.#next);
    this.#pages += 1;
    if (page === undefined || this.#pages > MOST_PAGES) {
      this.#ended = true;
      return;
    }
    this.#next = page.next;
    if (page.serial !== this.#serial) return;
    let { start } = page;
    for (const length of page.pieces) {
      this.#add(start, length);
      start += length;
      if (length < 255) {
        this.#ended = true;
        return;
      }
    }
  }

  /** Pieces of one page touch each other, so they make one span. */
  #add(start: number, length: number): void {
    const last = this.#spans.at(-1);
    if (last && last.start + last.length === start) last.length += length;
    else this.#spans.push({ at: this.#length, start, length });
    this.#length += length;
  }
}
