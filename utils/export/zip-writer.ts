import { Gathered } from './gathered';

/** The methods of compression (APPNOTE.TXT 4.4.5). */
export const STORED = 0;
export const DEFLATED = 8;

/** A file as a ZIP is to hold it. All that is told of it stands before its bytes, so these can go out unread. */
export interface ZipEntry {
  /** At most 65,535 bytes as UTF-8. */
  name: string;
  /** As they are compressed already. */
  bytes: Uint8Array<ArrayBuffer> | Blob;
  method: typeof STORED | typeof DEFLATED;
  /** Before it was compressed, in bytes, as is the next one. */
  size: number;
  crc32: number;
}

export type ZipPiece = Uint8Array<ArrayBuffer> | Blob;

/** From these on, numbers stand in the fields of ZIP64 (APPNOTE.TXT 4.3.9.2); lower ones are for tests. */
export interface ZipLimits {
  /** Of sizes and places. */
  bytes: number;
  entries: number;
}

const [MOST_16, MOST_32] = [0xffff, 0xffffffff];
/** Names are UTF-8 (APPNOTE.TXT 4.4.4, bit 11). */
const FLAGS = 1 << 11;
/** Versions of the format that a reader must know (APPNOTE.TXT 4.4.3.2). */
const [PLAIN, ZIP64] = [20, 45];
/** UNIX, for the rights, which a reader elsewhere passes over: a file that its owner writes and all may read. */
const [MADE_BY, RIGHTS] = [3 << 8, 0o100644 * 2 ** 16];

/** A ZIP, piece by piece; see APPNOTE.TXT 6.3.10. Pieces go out in the order in which they are given back. */
export class ZipWriter {
  readonly #time: number;
  readonly #limits: ZipLimits;
  readonly #directory = new Gathered();
  #directorySize = 0;
  #entries = 0;
  /** Where the next piece begins. */
  #place = 0;

  /** @param at told of every file, in local time as ZIP has it */
  constructor(at: Date, limits: ZipLimits = { bytes: MOST_32, entries: MOST_16 }) {
    this.#time = dosTime(at);
    this.#limits = limits;
  }

  add(entry: ZipEntry): ZipPiece[] {
    const name = new TextEncoder().encode(entry.name);
    const packed = entry.bytes instanceof Blob ? entry.bytes.size : entry.bytes.length;
    const of = { ...entry, name, packed, place: this.#place };
    const header = this.#header(of);
    const line = this.#directoryLine(of);
    this.#directory.add(line);
    this.#directorySize += line.length;
    this.#entries++;
    this.#place += header.length + packed;
    return [header, entry.bytes];
  }

  /** The directory and its end; nothing may follow. */
  end(): ZipPiece[] {
    const [start, size, count] = [this.#place, this.#directorySize, this.#entries];
    const { bytes, entries } = this.#limits;
    const isLarge = count >= entries || size >= bytes || start >= bytes;
    const field = (value: number) => (value >= bytes ? MOST_32 : value);
    const shownCount = count >= entries ? MOST_16 : count;
    const end = fields(
      [4, 0x06054b50],
      ...[0, 0, shownCount, shownCount].map((value): Field => [2, value]),
      [4, field(size)],
      [4, field(start)],
      [2, 0],
    );
    const parts = [...this.#directory.parts(), ...(isLarge ? [largeEnd({ start, size, count })] : []), end];
    return [new Blob(parts)];
  }

  #header({ name, packed, method, size, crc32 }: Placed): Uint8Array<ArrayBuffer> {
    // Here, other than in the directory, both are to stand there when one of them does (APPNOTE.TXT 4.5.3).
    const large = this.#isLarge(packed) || this.#isLarge(size) ? [size, packed] : [];
    const [shownPacked, shownSize] = large.length > 0 ? [MOST_32, MOST_32] : [packed, size];
    const extra = extraOf(large);
    return joined(
      fields(
        [4, 0x04034b50],
        [2, large.length > 0 ? ZIP64 : PLAIN],
        [2, FLAGS],
        [2, method],
        [4, this.#time],
        [4, crc32],
        [4, shownPacked],
        [4, shownSize],
        [2, name.length],
        [2, extra.length],
      ),
      name,
      extra,
    );
  }

  #directoryLine({ name, packed, method, size, crc32, place }: Placed): Uint8Array<ArrayBuffer> {
    const large = [size, packed, place].filter((value) => this.#isLarge(value));
    const field = (value: number) => (this.#isLarge(value) ? MOST_32 : value);
    const version = large.length > 0 ? ZIP64 : PLAIN;
    const extra = extraOf(large);
    return joined(
      fields(
        [4, 0x02014b50],
        [2, MADE_BY + version],
        [2, version],
        [2, FLAGS],
        [2, method],
        [4, this.#time],
        [4, crc32],
        [4, field(packed)],
        [4, field(size)],
        [2, name.length],
        [2, extra.length],
        // No comment, on the first disk, and nothing said of what is in it.
        ...[0, 0, 0].map((value): Field => [2, value]),
        [4, RIGHTS],
        [4, field(place)],
      ),
      name,
      extra,
    );
  }

  #isLarge(value: number): boolean {
    return value >= this.#limits.bytes;
  }
}

interface Placed extends Omit<ZipEntry, 'name' | 'bytes'> {
  name: Uint8Array<ArrayBuffer>;
  packed: number;
  place: number;
}

/** The end of a directory whose numbers are too large for its own end, and where it stands (APPNOTE.TXT 4.3.14). */
function largeEnd({ start, size, count }: { start: number; size: number; count: number }) {
  return fields(
    [4, 0x06064b50],
    // Of what follows of this record.
    [8, 44],
    [2, MADE_BY + ZIP64],
    [2, ZIP64],
    [4, 0],
    [4, 0],
    ...[count, count, size, start].map((value): Field => [8, value]),
    [4, 0x07064b50],
    [4, 0],
    [8, start + size],
    [4, 1],
  );
}

/** The extra field of ZIP64, where there are such numbers. */
function extraOf(large: readonly number[]): Uint8Array<ArrayBuffer> {
  if (large.length === 0) return new Uint8Array();
  return fields([2, 1], [2, 8 * large.length], ...large.map((value): Field => [8, value]));
}

/** Bytes that it takes, and its value. */
type Field = readonly [2 | 4 | 8, number];

function fields(...list: readonly Field[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(list.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of list) {
    if (size === 2) view.setUint16(at, value, true);
    else if (size === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += size;
  }
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The date in the upper half, from 1980 to 2107; seconds are counted by two (APPNOTE.TXT 4.4.6). */
function dosTime(at: Date): number {
  const year = Math.min(Math.max(at.getFullYear(), 1980), 2107) - 1980;
  const date = (year << 9) | ((at.getMonth() + 1) << 5) | at.getDate();
  const time = (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1);
  return date * 2 ** 16 + time;
}
